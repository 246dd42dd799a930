import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** State of the program, and the reminders it sends. */
export const OperationsNav = () => (
  <Subnav
    label={t('common.nav.operations')}
    parts={[
      { to: '/operations', text: t('operations.nav.program') },
      { to: '/operations/reminders', text: t('operations.nav.reminders') },
      { to: '/operations/trail', text: t('operations.nav.trail') },
      { to: '/operations/retention', text: t('operations.nav.retention') },
    ]}
  />
);
