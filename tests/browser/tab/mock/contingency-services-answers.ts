import type { ContinuityView, ServiceView } from '../../../../api/critical-services/contract.ts';
import { shippedSettings as settings } from '../../../../api/critical-services/settings.ts';
import { centres, refAt } from './people.ts';

const at = '2026-11-24T09:12:00.000Z';
const freshness = { asOf: at, stale: false };
const nord = centres[0] ?? { id: 'none', title: '' };
const keeper = refAt(18);
const journal = { key: 'journal', title: 'Journalsystemet', kind: 'system' } as const;

const service = (key: string, title: string, changes: Partial<ServiceView> = {}): ServiceView => ({
  ...{ key, title, audience: 'citizens', state: 'inUse', centre: { id: nord.id, title: nord.title }, owner: keeper },
  ...{ mtd: 24, rto: 8, rpo: 4, needs: 1, acceptance: 'none', gaps: ['notAccepted'], settings, freshness },
  ...{ reviewOn: '2027-06-01', reviewedOn: '2026-06-01', changedAt: at, changedBy: keeper, description: '' },
  impacts: [
    { hours: 1, level: 0, words: 'Ingen mærker det' },
    { hours: 4, level: 1, words: 'Besøg forsinkes' },
    { hours: 24, level: 3, words: 'Borgere får ikke deres medicin' },
    { hours: 72, level: 4, words: 'Liv er i fare' },
  ],
  ...{ mtdReason: 'Medicin gives hver dag', minimumOperation: 'Medicin på papir', reviewMonths: 12, proposedMtd: 24 },
  peaks: [{ title: 'Ferietid', months: [7, 12], days: { from: 20, to: 31 }, mtd: 4 }],
  needed: [{ asset: journal, direct: true, vital: true, mtd: 4, decidedBy: { key: 'calls', title: 'Nødkald' } }],
  accepted: { state: 'none' },
  abilities: { edit: true, retire: true, askAcceptance: true },
  ...changes,
});

const system = (changes: Partial<ContinuityView> = {}): ContinuityView => ({
  ...{ asset: journal, freshness, vital: { is: true, basis: 'derived' } },
  mtd: { hours: 4, decidedBy: { kind: 'service', service: { key: 'calls', title: 'Nødkald' } }, through: [] },
  rto: { hours: 2, decidedBy: { kind: 'service', service: { key: 'calls', title: 'Nødkald' } }, through: [] },
  recovery: { promise: 8, redundancy: 'none', note: '', changedAt: at, changedBy: keeper },
  services: [{ key: 'calls', title: 'Nødkald', direct: true, mtd: 4, centre: nord.title }],
  gaps: ['supplierAboveRto', 'singlePoint'],
  abilities: { edit: true, setVital: true },
  ...changes,
});

export const freshServices = () => ({
  services: new Map(
    [
      service('medicine', 'Medicin i hjemmet'),
      service('calls', 'Nødkald', {
        mtd: 4,
        rto: 2,
        gaps: [],
        acceptance: 'accepted',
        accepted: { state: 'accepted', by: [refAt(27)], on: '2026-06-02' },
      }),
    ].map((one) => [one.key, one]),
  ),
  system: system(),
});
export type ServicesState = ReturnType<typeof freshServices>;

/** A body names what it needs, a view counts it. */
const withoutNeeds = (body: object) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'needs'));

interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  body: object;
}

export function serviceHandlers(state: ServicesState) {
  const one = ({ params }: Pick<Asked, 'params'>) =>
    state.services.get(params['serviceKey'] ?? '') ?? service(params['serviceKey'] ?? '', 'Medicin i hjemmet');
  const change = (asked: Pick<Asked, 'params'>, changes: Partial<ServiceView>) => {
    const changed = { ...one(asked), ...changes };
    state.services.set(changed.key, changed);
    return changed;
  };
  return {
    'GET /api/critical-services': ({ query }: Asked) => {
      const all = [...state.services.values()].filter((known) => known.state === (query.get('state') ?? 'inUse'));
      const found = all.filter(({ gaps, acceptance }) =>
        query.get('gap') ? gaps.length > 0 : acceptance === (query.get('acceptance') ?? acceptance),
      );
      return {
        ...{
          services: found,
          total: found.length,
          centres: centres.map(({ id, title }) => ({ id, title })),
          mine: [nord.id],
        },
        counts: {
          services: all.length,
          withGaps: all.filter(({ gaps }) => gaps.length > 0).length,
          accepted: all.filter(({ acceptance }) => acceptance === 'accepted').length,
        },
        ...{ abilities: { add: true, keepSettings: true }, freshness },
      };
    },
    'GET /api/critical-services/:serviceKey': one,
    'POST /api/critical-services': ({ body }: Asked) =>
      change({ params: { serviceKey: 'new' } }, { ...withoutNeeds(body), key: 'new' }),
    'PUT /api/critical-services/:serviceKey': (asked: Asked) => change(asked, withoutNeeds(asked.body)),
    'POST /api/critical-services/:serviceKey/reviewed': (asked: Asked) => change(asked, { reviewedOn: '2026-11-24' }),
    'POST /api/critical-services/:serviceKey/retire': (asked: Asked) =>
      change(asked, { state: 'retired', retiredReason: 'Nedlagt', gaps: [] }),
    'POST /api/critical-services/:serviceKey/reinstate': (asked: Asked) => change(asked, { state: 'inUse' }),
    'POST /api/critical-services/:serviceKey/ask-acceptance': (asked: Asked) =>
      change(asked, {
        acceptance: 'waiting',
        accepted: { state: 'waiting', requestKey: 'serviceDowntime_medicine_1' },
        abilities: { edit: true, retire: true, askAcceptance: false },
      }),
    'GET /api/critical-service-names': () => ({ services: [...state.services.values()] }),
    'GET /api/assets/:assetKey/continuity': () => state.system,
    'PUT /api/assets/:assetKey/continuity': () => (state.system = system({ gaps: [] })),
    'PUT /api/assets/:assetKey/vital': () =>
      (state.system = system({ vital: { is: false, basis: 'set', reason: 'Papir er nok her', by: keeper, at } })),
    'DELETE /api/assets/:assetKey/vital': () => (state.system = system()),
    'GET /api/continuity-settings': () => ({ settings, shipped: true, abilities: { edit: true } }),
    'PUT /api/continuity-settings': ({ body }: Asked) => body,
  };
}
