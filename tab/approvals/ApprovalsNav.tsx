import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** Single decisions, and those of a meeting. */
export const ApprovalsNav = () => (
  <Subnav
    label={t('approvals.title')}
    parts={[
      { to: '/approvals', text: t('approvals.nav.approvals') },
      { to: '/approvals/agendas', text: t('approvals.nav.agendas') },
    ]}
  />
);
