import { useMe } from '../me.ts';
import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** The organisation chart, and for those permitted the list of role holders. */
export function OrganisationNav() {
  const me = useMe();
  if (me.data?.abilities.seeRoles !== true) return null;
  return (
    <Subnav
      label={t('common.nav.organisation')}
      parts={[
        { to: '/organisation', text: t('organisation.nav.picture') },
        { to: '/organisation/roles', text: t('organisation.nav.roles') },
        { to: '/appointments', text: t('organisation.nav.appointments') },
        { to: '/organisation/duties', text: t('organisation.nav.duties') },
        { to: '/organisation/management', text: t('organisation.nav.management') },
        { to: '/organisation/orientation', text: t('organisation.nav.orientation') },
      ]}
    />
  );
}
