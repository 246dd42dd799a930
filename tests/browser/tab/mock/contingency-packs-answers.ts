import type { PackHistory, PackRow, PacksView, PackView } from '../../../../api/contingency/contract.ts';
import { centres, refAt } from './people.ts';

const freshness = { asOf: '2026-11-24T09:12:34.000Z', stale: false };
const file = (name: string, type: string) => ({ name, type, size: 64_000, hash: 'abc' });

const pack = (key: string, number: number): PackView => ({
  ...{ key, number, madeAt: '2026-11-20T09:00:00.000Z', code: '3F2A 91BC', plans: 4 },
  changes: [
    { title: 'Nødprocedure for medicin', what: 'added' },
    { title: 'Når omsorgsjournalen er nede', what: 'changed' },
  ],
  pdf: file(`Nødplaner nr. ${number}.pdf`, 'application/pdf'),
  html: file(`Nødplaner nr. ${number}.html`, 'text/html'),
});

const row = (place: number, standing: PackRow['standing'], changes: Partial<PackRow> = {}): PackRow => {
  const centre = centres[place];
  if (!centre) throw new Error('no such centre');
  const base: PackRow = { centre, standing, isComing: false, abilities: { place: true, make: false } };
  return { ...base, latest: pack(`pack${place}`, 3), ...changes };
};
const placement = (number: number) => ({
  ...{ place: 'I skabet på vagtstuen, øverste hylde', placedOn: '2026-10-02', by: refAt(18), number },
  at: '2026-10-02T08:00:00.000Z',
});

export interface PacksState {
  rows: PackRow[];
}

/** An old one, one that nobody has printed, one in place, and a centre without plans. */
export const freshPacks = (): PacksState => ({
  rows: [
    row(0, 'old', { placement: placement(2), isComing: true, abilities: { place: true, make: true } }),
    row(1, 'notPlaced'),
    row(2, 'placed', { placement: placement(3) }),
    {
      centre: centres[3] ?? { id: '', title: '' },
      standing: 'none',
      isComing: false,
      abilities: { place: false, make: false },
    },
  ],
});

export const packsViewOf = (rows: PackRow[]): PacksView => {
  const counts = { none: 0, coming: 0, notPlaced: 0, old: 0, placed: 0 };
  for (const { standing } of rows) counts[standing] += 1;
  return { rows, counts, freshness };
};

interface Asked {
  params: Record<string, string>;
  body: unknown;
}

export function packHandlers(state: PacksState) {
  const rowOf = (found: (one: PackRow) => boolean): PackRow => {
    const known = state.rows.find(found);
    if (!known) throw new Error('no such pack');
    return known;
  };
  const change = (known: PackRow, changes: Partial<PackRow>): PackRow => {
    const next = { ...known, ...changes };
    state.rows = state.rows.map((one) => (one === known ? next : one));
    return next;
  };
  return {
    'GET /api/contingency/packs': () => packsViewOf(state.rows),
    'GET /api/contingency/packs/:centreId/history': ({ params }: Asked): PackHistory => {
      const { centre, latest, placement: placed } = rowOf((one) => one.centre.id === params['centreId']);
      return { centre, packs: latest ? [latest] : [], placements: placed ? [placed] : [] };
    },
    'POST /api/contingency/packs/:centreId/make': ({ params }: Asked) => {
      const known = rowOf((one) => one.centre.id === params['centreId']);
      return change(known, { isComing: false, latest: pack('pack-new', 4), abilities: { place: true, make: false } });
    },
    'POST /api/contingency/packs/:packKey/placed': ({ params, body }: Asked) => {
      const known = rowOf((one) => one.latest?.key === params['packKey']);
      const { place, placedOn } = body as { place: string; placedOn: string };
      return change(known, { standing: 'placed', placement: { ...placement(3), place, placedOn } });
    },
  };
}
