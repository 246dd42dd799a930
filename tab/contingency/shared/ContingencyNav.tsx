import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { Subnav } from '../../shared/ui/Subnav.tsx';

/** The pages on contingency visible to the reader. */
export function ContingencyNav() {
  const me = useMe();
  if (!me.data) return null;
  const seesAll = me.data.abilities.seeRisks === true;
  const parts = [
    { to: '/contingency', text: t('contingency.nav.overview'), sees: seesAll },
    { to: '/contingency/mine', text: t('contingency.nav.mine'), sees: !seesAll },
    { to: '/contingency/services', text: t('contingency.nav.services'), sees: seesAll },
    { to: '/contingency/plans', text: t('contingency.nav.plans'), sees: true },
    { to: '/contingency/coverage', text: t('contingency.nav.coverage'), sees: seesAll },
    { to: '/contingency/tests', text: t('contingency.nav.tests'), sees: true },
    { to: '/contingency/downtime', text: t('contingency.nav.downtime'), sees: seesAll },
    { to: '/contingency/packs', text: t('contingency.nav.packs'), sees: true },
    { to: '/contingency/settings', text: t('contingency.nav.settings'), sees: seesAll },
  ];
  return <Subnav label={t('common.nav.contingency')} parts={parts.filter(({ sees }) => sees)} />;
}
