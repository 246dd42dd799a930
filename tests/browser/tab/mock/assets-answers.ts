import type { z } from 'zod';
import type { assetsContract, assetView } from '../../../../api/assets/contract.ts';
import type { assessmentsContract } from '../../../../api/risks/contract.ts';
import { assetImportHandlers } from './assets-import.ts';
import { centres, refAt } from './people.ts';

type View = z.input<typeof assetView>;
type Contract = typeof assetsContract & typeof assessmentsContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;
type Trigger = Answer<'GET /api/risks/triggers'>['triggers'][number];

const now = '2026-11-24T09:12:00.000Z';
const freshness = { asOf: now, stale: false };
const all = { edit: true, retire: true, decideNotNeeded: true, assess: true };
const refOf = ({ key, title, kind }: View) => ({ key, title, kind });

const levels = {
  low: { word: '1 – Lav', tone: 'green', severity: 0 },
  high: { word: '3 – Høj', tone: 'orange', severity: 0.66 },
  worst: { word: '4 – Kritisk', tone: 'darkRed', severity: 1 },
} as const;

const asset = (key: string, title: string, changes: Partial<View> = {}): View => ({
  ...{ key, title, kind: 'system', state: 'inUse', criticality: 'medium', hosting: 'supplier' },
  ...{ changedAt: '2026-11-02T08:00:00.000Z', changedBy: refAt(41), description: '' },
  ...{ usedBy: [], personalData: [], dataSubjects: [], links: [], dependsOn: [], neededBy: [], references: [] },
  standing: { assessment: 'none' },
  abilities: all,
  freshness,
  ...changes,
});

export interface AssetsState {
  assets: Map<string, View>;
  triggers: Map<string, Trigger & { assetKey: string }>;
}

/** An asset in each standing, and enough more to fill two pages. */
export function freshAssets(): AssetsState {
  const network = asset('network', 'Kommunens netværk', {
    ...{ criticality: 'vital', hosting: 'own', centre: centres[7], owner: refAt(43) },
    standing: { assessment: 'overdue', level: levels.worst, assessmentKey: 'a-network', assessedOn: '2025-10-01' },
  });
  network.standing.reviewOn = '2026-10-01';
  const record = asset('record', 'Omsorgsjournalen', {
    ...{ criticality: 'vital', centre: centres[0], owner: refAt(9), supplier: 'Nærcare A/S', hosting: 'cloudEu' },
    ...{ description: 'Journal, medicin og besøgsplan\nfor borgere i hjemmepleje.', externalId: 'os2kitos:4711' },
    ...{ personalData: ['ordinary', 'sensitive'], dataSubjects: ['citizens', 'vulnerable'] },
    ...{ usedBy: [centres[1] ?? network.usedBy[0], centres[6]].filter((one) => one !== undefined) },
    links: [{ title: 'Databehandleraftale', url: 'https://example.org/aftale' }],
    standing: {
      ...{ assessment: 'current', level: levels.high, assessmentKey: 'finished' },
      ...{ assessedOn: '2026-05-03', reviewOn: '2027-05-03' },
    },
    references: [
      { kind: 'assessment', title: 'Risikovurdering 2 af Omsorgsjournalen', path: '/risks/assessments/finished' },
      { kind: 'control', title: 'Adgang efter rolle', path: '/standards/controls/access' },
    ],
  });
  const medicine = asset('medicine', 'Udlevering af medicin', {
    ...{ kind: 'workProcess', criticality: 'high', hosting: 'manual', centre: centres[0], owner: refAt(9) },
    standing: { assessment: 'draft', draftKey: 'workshop' },
  });
  const visits = asset('visits', 'Besøg i hjemmet', {
    ...{ kind: 'workProcess', hosting: 'manual', centre: centres[0] },
    standing: { assessment: 'due', level: levels.low, assessmentKey: 'a-visits', reviewOn: '2026-12-06' },
  });
  const map = asset('map', 'Kortet over stier', {
    ...{ criticality: 'low', centre: centres[4], owner: refAt(4) },
    notNeeded: { reason: 'Kortet er offentligt og uden persondata.', by: refAt(41), at: '2026-03-01T09:00:00.000Z' },
    standing: { assessment: 'notNeeded' },
  });
  const old = asset('old', 'Det gamle sagssystem', {
    ...{ state: 'retired', centre: centres[6], retiredReason: 'Erstattet 1. marts.' },
  });
  record.dependsOn = [refOf(network)];
  medicine.dependsOn = [refOf(record)];
  visits.dependsOn = [refOf(record)];
  network.neededBy = [refOf(record)];
  record.neededBy = [refOf(visits), refOf(medicine)];
  const more = Array.from({ length: 54 }, (_, position) =>
    asset(`more${position}`, `Fagsystem ${String(position + 1).padStart(2, '0')}`, {
      centre: centres[position % centres.length],
      owner: refAt(position),
    }),
  );
  const happened: Trigger & { assetKey: string } = {
    ...{ key: 't1', assetKey: 'record', note: 'Nærcare er solgt til en anden', due: '2026-12-20' },
    ...{ reason: 'supplierChanged', raisedBy: refAt(9), raisedAt: '2026-11-20T08:00:00.000Z' },
  };
  return {
    assets: new Map([network, record, medicine, visits, map, old, ...more].map((one) => [one.key, one])),
    triggers: new Map([['t1', happened]]),
  };
}

interface Asked {
  persona: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}
const criticalities = ['low', 'medium', 'high', 'vital'];

function sortKey(one: View, sort: string): string | number {
  switch (sort) {
    case 'criticality':
      return criticalities.indexOf(one.criticality);
    case 'level':
      return one.standing.level?.severity ?? -1;
    case 'reviewOn':
      return one.standing.reviewOn ?? '9999';
    case 'centre':
      return one.centre?.title ?? '';
    case 'owner':
      return one.owner?.name ?? '';
    default:
      return one.title;
  }
}
const compared = (one: string | number, other: string | number) =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'da');

function list(state: AssetsState, { persona, query }: Asked): Answer<'GET /api/assets'> {
  const mine = persona === 'isk' ? ['c1'] : [];
  const is = (name: string, value: string | undefined) => query.get(name) === null || query.get(name) === value;
  const q = (query.get('q') ?? '').toLowerCase();
  const centreId = query.get('centreId');
  const wanted = centreId === 'mine' ? mine : [centreId];
  const isOf = ({ centre, usedBy }: View) =>
    centreId === null || [centre, ...usedBy].some((one) => one !== undefined && wanted.includes(one.id));
  const base = [...state.assets.values()].filter(
    (one) =>
      one.title.toLowerCase().includes(q) &&
      is('state', one.state) &&
      is('criticality', one.criticality) &&
      is('ownerId', one.owner?.id) &&
      isOf(one),
  );
  const unassessed = (one: View) => one.standing.assessment === 'none' && one.state !== 'retired';
  const sort = query.get('sort') ?? 'title';
  const sign = query.get('descending') === 'true' ? -1 : 1;
  const found = base
    .filter((one) => is('kind', one.kind) && is('assessment', one.standing.assessment))
    .sort((one, other) => sign * compared(sortKey(one, sort), sortKey(other, sort)));
  const offset = Number(query.get('offset') ?? 0);
  return {
    assets: found
      .slice(offset, offset + Number(query.get('limit') ?? 50))
      .map((one) => ({ ...one, abilities: { assess: persona !== 'employee' && one.state !== 'retired' } })),
    total: found.length,
    counts: {
      systems: base.filter(({ kind }) => kind === 'system').length,
      workProcesses: base.filter(({ kind }) => kind === 'workProcess').length,
      unassessed: base.filter(unassessed).length,
    },
    centres,
    mine,
    abilities: { add: persona !== 'employee', import: persona === 'ciso' },
    freshness,
  };
}

export function assetHandlers(state: AssetsState): Record<string, (asked: Asked) => unknown> {
  const found = ({ params }: Asked): View => {
    const one = state.assets.get(params['assetKey'] ?? '');
    if (!one) throw new Error('no such asset');
    return one;
  };
  const keep = (one: View): View => {
    state.assets.set(one.key, one);
    return one;
  };
  const written = (key: string, body: unknown, before?: View): View => {
    const given = body as Record<string, unknown> & { usedBy: string[]; dependsOn: string[]; ownerId?: string };
    const { usedBy, dependsOn, ownerId, centreId, ...rest } = given;
    const owner = ownerId ? { owner: refAt(Number(ownerId.slice(1))) } : {};
    const centre = centres.find(({ id }) => id === centreId);
    return {
      ...(before ?? asset(key, '')),
      ...(rest as Partial<View>),
      ...{ owner: undefined, ...owner, centre, changedAt: '2026-11-24T09:20:00.000Z', changedBy: refAt(18) },
      usedBy: centres.filter(({ id }) => usedBy.includes(id)),
      dependsOn: dependsOn.flatMap((one) => {
        const other = state.assets.get(one);
        return other ? [refOf(other)] : [];
      }),
    };
  };
  return {
    ...assetImportHandlers(state.assets),
    'GET /api/assets': (asked) => list(state, asked),
    'GET /api/asset-names': ({ query }): Answer<'GET /api/asset-names'> => ({
      assets: [...state.assets.values()]
        .filter(({ title }) => title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()))
        .filter(({ kind }) => query.get('kind') === null || query.get('kind') === kind)
        .slice(0, 20)
        .map((one) => ({ ...refOf(one), centre: one.centre?.title })),
    }),
    'POST /api/assets': ({ body }) => keep(written('added', body)),
    'GET /api/assets/:assetKey': found,
    'PUT /api/assets/:assetKey': (asked) => keep(written(found(asked).key, asked.body, found(asked))),
    'POST /api/assets/:assetKey/retire': (asked) =>
      keep({ ...found(asked), state: 'retired', retiredReason: (asked.body as { reason: string }).reason }),
    'POST /api/assets/:assetKey/reinstate': (asked) =>
      keep({ ...found(asked), state: 'inUse', retiredReason: undefined }),
    'POST /api/assets/:assetKey/not-needed': (asked) =>
      keep({
        ...found(asked),
        notNeeded: { reason: (asked.body as { reason: string }).reason, by: refAt(18), at: now },
        standing: { assessment: 'notNeeded' },
      }),
    'DELETE /api/assets/:assetKey/not-needed': (asked) =>
      keep({ ...found(asked), notNeeded: undefined, standing: { assessment: 'none' } }),
    'GET /api/risks/triggers': ({ query }): Answer<'GET /api/risks/triggers'> => ({
      triggers: [...state.triggers.values()].filter(({ assetKey }) => assetKey === query.get('assetKey')),
      changed:
        query.get('assetKey') === 'record'
          ? [
              { field: 'supplier', from: 'Nærdata', to: 'Nærcare A/S' },
              { field: 'hosting', from: 'Egen drift', to: 'Sky i EU' },
              { field: 'dependsOn', from: '', to: 'Kommunens netværk' },
            ]
          : [],
      abilities: { raise: true },
    }),
    'POST /api/risks/triggers': ({ body }) => {
      const key = `t${state.triggers.size + 1}`;
      const given = body as Trigger & { assetKey: string };
      state.triggers.set(key, { ...given, key, raisedBy: refAt(18), raisedAt: now });
      return { key };
    },
    'DELETE /api/risks/triggers/:triggerKey': ({ params }) => {
      const key = params['triggerKey'] ?? '';
      state.triggers.delete(key);
      return { key };
    },
  };
}
