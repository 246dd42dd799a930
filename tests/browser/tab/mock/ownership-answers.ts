import type { AnswerOf } from '../../../../api/http/endpoint.ts';
import type { OwnAssetRow, ownershipContract } from '../../../../api/ownership/contract.ts';
import { refAt } from './people.ts';

type Answer<Name extends keyof typeof ownershipContract> = AnswerOf<(typeof ownershipContract)[Name]>;
const freshness = { asOf: '2026-11-24T08:00:00.000Z', stale: false };

const base = {
  ...{ kind: 'system', state: 'inUse', supplier: 'Systematic A/S', changedAt: '2026-01-01T10:00:00.000Z' },
  ...{ criticality: 'high', part: 'owner', owner: refAt(18), abilities: { assess: true } },
  centre: { id: 'c1', title: 'Center for Voksne og Velfærd' },
} as const satisfies Partial<OwnAssetRow>;

const rows: OwnAssetRow[] = [
  {
    ...{ ...base, key: 'record', title: 'Omsorgsjournalen' },
    standing: {
      ...{ assessment: 'overdue', assessedOn: '2025-10-01', reviewOn: '2026-10-01', vital: true },
      level: { word: 'Alvorlig', tone: 'red', severity: 1 },
    },
    plan: { state: 'draft', covered: 1, of: 3 },
    testing: { look: 'failed' },
    tasks: { open: 3, overdue: 2 },
    next: {
      ...{ kind: 'assessAsset', title: 'Omsorgsjournalen', due: '2026-10-01', daysLeft: -54 },
      path: '/risks/assets/record',
    },
    agreement: { state: 'yes', on: '2025-03-01' },
  },
  {
    ...{ ...base, key: 'rota', title: 'Vagtplanen i hjemmeplejen', part: 'standIn', owner: refAt(4) },
    standing: { assessment: 'none' },
    tasks: { open: 1, overdue: 0 },
    next: {
      ...{ kind: 'doRiskAction', title: 'Indfør totrinslogin – Vagtplanen i hjemmeplejen', due: '2026-12-12' },
      ...{ daysLeft: 18, path: '/risks/register/peek', person: refAt(9) },
    },
  },
  {
    ...{ ...base, key: 'medicine', title: 'Udlevering af medicin', kind: 'workProcess', criticality: 'medium' },
    standing: { assessment: 'current', assessedOn: '2026-05-01', level: { word: 'Lav', tone: 'green', severity: 0 } },
    tasks: { open: 0, overdue: 0 },
  },
];

const list = ({ query }: { query: URLSearchParams }): Answer<'GET /api/own-assets'> => {
  const q = (query.get('q') ?? '').toLowerCase();
  const about = rows.filter(({ title }) => title.toLowerCase().includes(q));
  const shown = about.filter(({ tasks, standing }) => {
    const show = query.get('show');
    if (show === 'overdue') return tasks.overdue > 0;
    return show !== 'unassessed' || standing.assessment === 'none';
  });
  return {
    ...{ rows: shown, total: shown.length, today: '2026-11-24', freshness },
    counts: { all: about.length, tasks: 2, overdue: 1, unassessed: 1, noPlan: 1 },
  };
};

const leavers = ({ query }: { query: URLSearchParams }): Answer<'GET /api/leavers'> => ({
  people:
    query.get('q') === 'ingen'
      ? []
      : [
          { person: refAt(30), centre: { id: 'c1', title: 'Center for Voksne og Velfærd' }, left: true, records: 12 },
          { person: refAt(31), left: false, records: 1 },
        ],
  successions: [headOf('done')],
  freshness,
});

const belongings = ({ params }: { params: Record<string, string> }): Answer<'GET /api/leavers/:personId'> => ({
  person: refAt(Number(params['personId']?.slice(1)) || 30),
  ...{ left: true, centre: { id: 'c1', title: 'Center for Voksne og Velfærd' } },
  groups: [
    {
      kind: 'asset',
      items: [
        ...Array.from({ length: 6 }, (_, place) => ({
          ...{ key: `a${place}`, title: `Fagsystem ${place}`, path: '/risks/assets/record' },
        })),
        {
          ...{ key: 'a9', title: 'Økonomisystemet', path: '/risks/assets/record' },
          refusal: 'Du må ikke rette det her aktiv. Spørg den, der er ansvarlig.',
        },
      ],
      movable: 6,
    },
    { kind: 'role', items: [{ key: 'r', title: 'Centerchef, Center Nord', path: '/organisation/roles' }], movable: 1 },
    { kind: 'task', items: [{ key: 't', title: 'Gennemgå procedurer', path: '/tasks' }], movable: 1 },
  ],
  staying: [
    {
      kind: 'planPart',
      count: 1,
      items: [{ key: 'p', title: 'Når journalen er nede', path: '/contingency/plans/home' }],
    },
  ],
  ...{ movable: 8, most: 250, freshness },
});

const headOf = (state: 'running' | 'done') => ({
  ...{ key: state, from: refAt(30), by: refAt(9), at: '2026-11-24T09:00:00.000Z', state },
  counts: state === 'done' ? { all: 3, done: 3, moved: 2, stayed: 1 } : { all: 3, done: 1, moved: 1, stayed: 0 },
});
const succession = (key: string): Answer<'GET /api/successions/:successionKey'> => {
  const head = headOf(key === 'running' ? 'running' : 'done');
  const isDone = head.state === 'done';
  return {
    ...{ ...head, note: 'Stopper den 30. november', freshness },
    items: [
      { kind: 'asset', title: 'Fagsystem 1', path: '/risks/assets/record', to: refAt(4), outcome: 'moved' },
      { kind: 'task', title: 'Gennemgå procedurer', to: refAt(4), outcome: isDone ? 'moved' : 'waiting' },
      {
        ...{ kind: 'asset', title: 'Økonomisystemet', to: refAt(4), outcome: isDone ? 'stayed' : 'waiting' },
        ...(isDone ? { why: 'Du må ikke rette det her aktiv. Spørg den, der er ansvarlig.' } : {}),
      },
    ],
  };
};

export const ownershipHandlers = {
  'GET /api/own-assets': list,
  'GET /api/leavers': leavers,
  'GET /api/leavers/:personId': belongings,
  'POST /api/successions': () => succession('done'),
  'GET /api/successions/:successionKey': ({ params }: { params: Record<string, string> }) =>
    succession(params['successionKey'] ?? ''),
};
