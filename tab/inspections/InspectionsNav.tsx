import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** The pages on inspections visible to the reader. */
export function InspectionsNav() {
  const me = useMe();
  if (me.data?.abilities.seeRisks !== true) return null;
  const parts = [
    { to: '/inspections', text: t('inspectionPages.nav.programme') },
    { to: '/inspections/findings', text: t('inspectionPages.found') },
    { to: '/inspections/checklists', text: t('inspectionPages.nav.checklists') },
  ];
  return <Subnav label={t('inspectionPages.nav.label')} parts={parts} />;
}
