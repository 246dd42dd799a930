import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** The parts of standards visible to the reader. */
export function StandardsNav() {
  const { data } = useView('GET /api/standards', {});
  if (!data) return null;
  const parts = [
    { to: '/standards', text: t('common.nav.standards') },
    { to: '/standards/controls', text: t('standards.backToControls') },
    { to: '/standards/gaps', text: t('standards.nav.gaps') },
    { to: '/standards/twice', text: t('standards.nav.twice') },
    { to: '/standards/crosswalk', text: t('standards.nav.crosswalk') },
    ...(data.abilities.import ? [{ to: '/standards/import', text: t('standards.nav.import') }] : []),
  ];
  return <Subnav label={t('common.nav.standards')} parts={parts} />;
}
