import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** The picture, and the list of who holds which role. */
export const OrganisationNav = () => (
  <Subnav
    label={t('organisation.title')}
    parts={[
      { to: '/organisation', text: t('organisation.nav.picture') },
      { to: '/organisation/roles', text: t('organisation.nav.roles') },
    ]}
  />
);
