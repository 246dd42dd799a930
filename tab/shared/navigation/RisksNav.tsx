import { useMe } from '../me.ts';
import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** The pages on risk visible to the reader. */
export function RisksNav() {
  const me = useMe();
  if (!me.data?.abilities.seeRisks) return null;
  return (
    <Subnav
      label={t('common.nav.risks')}
      parts={[
        { to: '/risks', text: t('risks.nav.overview') },
        { to: '/risks/register', text: t('risks.nav.register') },
        { to: '/risks/assets', text: t('risks.nav.assets') },
        { to: '/risks/trend', text: t('risks.nav.trend') },
        { to: '/risks/checks', text: t('risks.nav.checks') },
        { to: '/risks/scales', text: t('risks.nav.scales') },
        { to: '/risks/catalogues', text: t('risks.nav.catalogues') },
      ]}
    />
  );
}
