import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** What is decided one by one, and what a meeting decides together. */
export const ApprovalsNav = () => (
  <Subnav
    label={t('approvals.title')}
    parts={[
      { to: '/approvals', text: t('approvals.nav.approvals') },
      { to: '/approvals/agendas', text: t('approvals.nav.agendas') },
    ]}
  />
);
