import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** Single decisions, and those of a meeting. */
export const ApprovalsNav = () => (
  <Subnav
    label={t('common.nav.approvals')}
    parts={[
      { to: '/approvals', text: t('common.nav.approvals') },
      { to: '/approvals/agendas', text: t('approvals.nav.agendas') },
    ]}
  />
);
