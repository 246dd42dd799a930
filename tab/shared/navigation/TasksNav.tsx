import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** My tasks, and my reminder settings. */
export const TasksNav = () => (
  <Subnav
    label={t('obligations.nav.label')}
    parts={[
      { to: '/tasks', text: t('obligations.nav.tasks') },
      { to: '/tasks/reminders', text: t('obligations.nav.wishes') },
    ]}
  />
);
