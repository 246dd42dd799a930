import type { InitiativesView } from '../../../api/initiatives/contract.ts';
import { ImprovementsPart } from '../../contingency/exercises/parts/ImprovementsPart.tsx';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';

/** A centre's own initiatives with their actions. */
export const Initiatives = ({ view }: { view: InitiativesView }) => (
  <ImprovementsPart
    of={view}
    title={t('initiatives.title')}
    add={t('initiatives.add')}
    none={t(view.abilities.improve ? 'initiatives.teach' : 'initiatives.none')}
  />
);

/** The same as a part of _Mit center_. */
export function InitiativesPart({ centreId }: { centreId: string }) {
  const view = useView('GET /api/initiatives/:centreId', { params: { centreId } });
  return (
    <Viewed view={view} part>
      {(answer) => <Initiatives view={answer} />}
    </Viewed>
  );
}
