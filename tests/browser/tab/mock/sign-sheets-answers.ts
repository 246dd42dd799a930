import type { signSheetsContract, SheetView } from '../../../../api/sign-sheets/contract.ts';
import type { AnswerOf } from '../../../../api/http/endpoint.ts';
import { centres, personAt, refAt } from './people.ts';

type Answer<Name extends keyof typeof signSheetsContract> = AnswerOf<(typeof signSheetsContract)[Name]>;
const freshness = { asOf: '2026-11-24T08:00:00.000Z', stale: false };
const states = ['open', 'ticked', 'recorded', 'done'] as const;

const sheet = (key: string): SheetView => ({
  ...{ key, title: 'Informationssikkerhedspolitik 4.0', kind: 'acknowledgePolicy' },
  way: key === 'letter' ? 'letter' : 'meeting',
  ...{ heldOn: '2026-11-24', place: 'Kantinen', madeBy: refAt(0), held: true, organisation: 'Ishøj Kommune' },
  counts: { people: 8, ticked: 2, recorded: 2, done: 2 },
  people: Array.from({ length: 8 }, (_, place) => {
    const state = states[place % 4] ?? 'open';
    const ticked = state === 'ticked' || state === 'recorded';
    return { person: refAt(place + 1), state, ...(ticked ? { by: refAt(0), at: '2026-11-24T09:00:00.000Z' } : {}) };
  }),
  recordedAt: '2026-11-25T09:00:00.000Z',
  text: '## Formål\n\nAlle passer på borgernes oplysninger.',
  link: 'https://teams.microsoft.com/l/entity/app/home',
  qr: { size: 3, path: 'M0 0h1v1h-1zM2 2h1v1h-1z' },
  abilities: { tick: true },
  freshness,
});

const list = (): Answer<'GET /api/sign-sheets'> => ({
  subjects: [
    {
      ...{ kind: 'acknowledgePolicy', key: 'v4.0', title: 'Informationssikkerhedspolitik 4.0', people: 184 },
      unreached: 31,
    },
    { kind: 'takeCourse', key: 'p2027', title: 'GDPR for alle', people: 12, unreached: 0 },
  ],
  sheets: [sheet('meeting'), sheet('letter')],
  abilities: { make: true },
  freshness,
});

const people = (): Answer<'GET /api/sign-sheet-people'> => ({
  people: Array.from({ length: 12 }, (_, place) => ({
    ...personAt(place * 2),
    centreId: 'c1',
    ...(place < 8 ? { reason: 'noTeams' } : {}),
  })),
  centres: centres.slice(0, 2),
  ...{ most: 200, today: '2026-11-24', freshness },
});

export const signSheetHandlers = {
  'GET /api/sign-sheets': list,
  'GET /api/sign-sheet-people': people,
  'GET /api/sign-sheets/:sheetKey': ({ params }: { params: Record<string, string> }) => sheet(params['sheetKey'] ?? ''),
  'POST /api/sign-sheets': () => sheet('meeting'),
  'PUT /api/sign-sheets/:sheetKey/signed': () => sheet('meeting'),
  'POST /api/sign-sheets/:sheetKey/record': () => sheet('meeting'),
};
