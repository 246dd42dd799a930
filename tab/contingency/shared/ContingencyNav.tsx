import { t } from '../../shared/texts/texts.ts';
import { Subnav } from '../../shared/ui/Subnav.tsx';

/** The pages about contingency, side by side. */
export function ContingencyNav() {
  return (
    <Subnav
      label={t('contingency.nav.label')}
      parts={[
        { to: '/contingency', text: t('contingency.nav.overview') },
        { to: '/contingency/services', text: t('contingency.nav.services') },
        { to: '/contingency/plans', text: t('contingency.nav.plans') },
        { to: '/contingency/coverage', text: t('contingency.nav.coverage') },
        { to: '/contingency/tests', text: t('contingency.nav.tests') },
        { to: '/contingency/downtime', text: t('contingency.nav.downtime') },
        { to: '/contingency/packs', text: t('contingency.nav.packs') },
        { to: '/contingency/settings', text: t('contingency.nav.settings') },
      ]}
    />
  );
}
