import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { SheetBody } from '../../api/sign-sheets/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useGoAfter } from '../shared/navigation/leave-page.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

export type Candidates = ApiAnswer<'GET /api/sign-sheet-people'>;
const kinds = ['acknowledgePolicy', 'acknowledgeProcedure', 'takeCourse'] as const;

/** The sheet's subject from the address, and its people. */
export function useCandidates() {
  const [search, setSearch] = useSearchParams();
  const kind = kinds.find((one) => one === search.get('kind')) ?? 'acknowledgePolicy';
  const subjectKey = search.get('subject') ?? '';
  const centreId = search.get('centre') ?? '';
  const query = { kind, subjectKey, ...(centreId === '' ? {} : { centreId }) };
  return {
    kind,
    subjectKey,
    centreId,
    view: useView('GET /api/sign-sheet-people', { query }, { keepPrevious: true }),
    chooseCentre: (centre: string) => setSearch((now) => ({ ...Object.fromEntries(now), centre }), { replace: true }),
  };
}

/** The new sheet: all people without Teams, until the reader chooses others. */
export function useNewSheet(about: Pick<SheetBody, 'kind' | 'subjectKey'>, { people, most, today }: Candidates) {
  const goTo = useGoAfter();
  const act = useAct('POST /api/sign-sheets');
  const [way, setWay] = useState<SheetBody['way']>('meeting');
  const [heldOn, setHeldOn] = useState(today);
  const [place, setPlace] = useState('');
  const unreached = () => people.filter(({ reason }) => reason !== undefined).map(({ id }) => id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(unreached().slice(0, most)));
  const onSheet = people.filter(({ id }) => chosen.has(id));
  return {
    way,
    setWay,
    heldOn,
    setHeldOn,
    place,
    setPlace,
    chosen,
    count: onSheet.length,
    isTooMany: onSheet.length > most,
    choose: (id: string, isOn: boolean) =>
      setChosen((now) => new Set(isOn ? [...now, id] : [...now].filter((one) => one !== id))),
    chooseUnreached: () => setChosen(new Set(unreached())),
    chooseNone: () => setChosen(new Set()),
    busy: act.isPending,
    error: act.error,
    create: () =>
      act.mutate(
        { body: { ...about, way, heldOn, place, personIds: onSheet.map(({ id }) => id) } },
        {
          onSuccess: ({ key }) => {
            notify(t('signSheets.make.made'));
            goTo(`/sign-sheets/${encodeURIComponent(key)}`, { replace: true });
          },
        },
      ),
  };
}
