import type {
  CloseDowntimeBody,
  DowntimePreview,
  DowntimeRow,
  DowntimeView,
  HitServiceView,
} from '../../../../api/contingency/contract.ts';
import { centres, refAt } from './people.ts';

const [minute, hour] = [60_000, 3_600_000];
/** The clock of the tests is the real one: a stopwatch shows how it goes. */
const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
const freshness = () => ({ asOf: ago(0), stale: false });

const journal = { key: 'journal', title: 'KMD Nexus', kind: 'system' as const };
const limited = (key: string, title: string, startedAt: string, hours: number, peak?: string): HitServiceView => ({
  ...{ key, title, centre: 'Center for Voksne og Velfærd' },
  limit: {
    ...{ hours, until: new Date(Date.parse(startedAt) + hours * hour).toISOString() },
    ...(peak === undefined ? {} : { peak }),
  },
});
const servicesFrom = (startedAt: string): HitServiceView[] => [
  limited('care', 'Hjemmepleje', startedAt, 2),
  limited('medicine', 'Medicin på plejehjem', startedAt, 3, 'højtid'),
  limited('referral', 'Visitation', startedAt, 24),
  { key: 'statistics', title: 'Indberetning til staten' },
];

const live = (changes: Partial<DowntimeView> = {}): DowntimeView => {
  const startedAt = ago(2 * hour + 20 * minute);
  const services = servicesFrom(startedAt);
  return {
    ...{ key: 'running', title: 'KMD Nexus', assetKey: 'journal', asset: journal, state: 'running', startedAt },
    ...{ reportedAt: startedAt, changedAt: startedAt, reportedBy: refAt(9), owner: refAt(27) },
    ...{ centres: centres.slice(0, 2), services, limit: services[0]?.limit, note: 'Leverandøren er ringet op.' },
    dependants: [{ key: 'app', title: 'Nexus Mobil', kind: 'system' }],
    related: { needs: [{ key: 'net', title: 'Netværk på rådhuset' }], neededBy: [] },
    procedures: [
      {
        centre: centres[0] ?? { id: 'c1', title: '' },
        plan: { key: 'nord', title: 'Når KMD Nexus er nede', inForce: true },
        steps: [
          { key: 's1', text: 'Tag mappen med nødskemaer frem.', role: 'Vagthavende' },
          { key: 's2', text: 'Print dagens ruter fra pc’en på vagtkontoret.', role: '' },
          { key: 's3', text: 'Ring til de borgere, der skal have medicin inden middag.', role: 'Sygeplejerske' },
        ],
      },
      { centre: centres[1] ?? { id: 'c2', title: '' }, steps: [] },
    ],
    restorePlan: { key: 'restore', title: 'Genetablering af KMD Nexus', inForce: true },
    contacts: [
      {
        name: refAt(18).name,
        role: 'Vagthavende sygeplejerske',
        phone: '43 57 00 00',
        note: 'Døgnet rundt',
        left: false,
      },
      { name: refAt(30).name, role: 'Superbruger', phone: '43 57 00 12', note: '', left: true },
    ],
    suppliers: [{ name: 'KMD Support', phone: '+45 44 60 10 00', agreement: 'K-4711', hours: 'Døgnet rundt' }],
    ...{ told: 11, log: [], improvements: [], allCentres: centres, abilities: { keep: true, log: true } },
    testable: [{ key: 'nord', title: 'Når KMD Nexus er nede' }],
    ...{ now: ago(0), freshness: freshness() },
    ...changes,
  };
};

const closedAt = '2026-11-02T11:40:00.000Z';
const closed = (): DowntimeView => {
  const startedAt = '2026-11-02T08:10:00.000Z';
  const kept = (one: HitServiceView): HitServiceView =>
    one.limit ? { ...one, kept: Date.parse(one.limit.until) >= Date.parse(closedAt) } : one;
  return live({
    ...{ key: 'closed', state: 'closed', startedAt, endedAt: closedAt, kept: false, dataLoss: 0.5 },
    ...{ reportedAt: '2026-11-02T08:20:00.000Z', limit: servicesFrom(startedAt)[0]?.limit },
    services: servicesFrom(startedAt).map(kept),
    record: {
      ...{ cause: 'En opdatering gik galt hos leverandøren.', lessons: 'Nødskemaerne lå det rigtige sted.', closedAt },
      ...{ closedBy: refAt(9), tested: [{ key: 'nord', title: 'Når KMD Nexus er nede' }] },
    },
    log: [
      {
        ...{ key: 'l1', kind: 'decision', text: 'Vi kører videre på papir.' },
        ...{ at: '2026-11-02T09:00:00.000Z', by: refAt(18) },
      },
    ],
    improvements: [
      { key: 'i1', title: 'Læg nødskemaer i bilerne', owner: refAt(27), due: '2026-12-24', done: false },
      { key: 'i2', title: 'Ret telefonlisten', owner: refAt(18), due: '2026-11-20', done: true },
    ],
    related: { needs: [], neededBy: [] },
    abilities: { keep: false, log: false },
  });
};

export type DowntimeState = Map<string, DowntimeView>;
/** One that runs, one that is over, and a false alarm. */
export const freshDowntimes = (): DowntimeState =>
  new Map(
    [
      live(),
      closed(),
      live({
        ...{
          key: 'alarm',
          title: 'Outlook',
          state: 'cancelled',
          cancelledReason: 'Det var en enkelt skærm.',
          services: [],
        },
        ...{ startedAt: '2026-10-02T08:10:00.000Z', reportedAt: '2026-10-02T08:10:00.000Z', note: '' },
      }),
    ].map((one) => [one.key, one]),
  );

interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  persona: string;
}

const rowOf = ({ services, ...view }: DowntimeView): DowntimeRow => ({ ...view, services: services.length });

function preview(): DowntimePreview {
  const now = ago(0);
  const services = servicesFrom(now);
  return {
    ...{ asset: journal, services, limit: services[0]?.limit, centres: centres.slice(0, 5), allCentres: centres },
    dependants: [{ key: 'app', title: 'Nexus Mobil', kind: 'system' }],
    ...{ related: { needs: [], neededBy: [] }, told: { leaders: 11, others: 4, named: 2 } },
  };
}

export function downtimeHandlers(state: DowntimeState) {
  const found = ({ params }: Asked): DowntimeView => {
    const one = state.get(params['downtimeKey'] ?? '') ?? state.get('running');
    if (!one) throw new Error('no such downtime');
    return { ...one, now: ago(0) };
  };
  const keep = (one: DowntimeView): DowntimeView => {
    state.set(one.key, one);
    return one;
  };
  return {
    'GET /api/contingency/now': () => ({ downtimes: [] }),
    'GET /api/contingency/downtimes': ({ query, persona }: Asked) => {
      const wanted = (name: string, value: string | undefined) => (query.get(name) ?? value) === value;
      const all = [...state.values()];
      const rows = all.filter(
        (one) =>
          wanted('state', one.state) &&
          wanted('outcome', one.kept === undefined ? undefined : { true: 'kept', false: 'broken' }[`${one.kept}`]) &&
          one.title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
      );
      return {
        running: all.filter((one) => one.state === 'running').map(rowOf),
        ...{ downtimes: rows.map(rowOf), total: rows.length, counts: { over: 1, broken: 1 }, centres },
        ...(query.get('assetKey') ? { asset: journal } : {}),
        ...{ abilities: { report: persona !== 'employee' }, now: ago(0), freshness: freshness() },
      };
    },
    'GET /api/contingency/downtime-assets': ({ query }: Asked) => {
      const all = [
        { ...journal, vital: true, services: 12, centre: centres[0]?.title ?? '' },
        { key: 'net', title: 'Netværk på rådhuset', kind: 'system', vital: true, services: 40, running: 'running' },
        { key: 'print', title: 'Printere', kind: 'system', vital: false, services: 0 },
      ];
      const assets = all.filter(({ title }) => title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()));
      return { assets, total: assets.length };
    },
    'GET /api/contingency/downtime-preview': preview,
    'POST /api/contingency/downtimes': ({ body }: Asked) => {
      const { startedAt = ago(0), note } = body as { startedAt?: string; note: string };
      const begun = { startedAt, reportedAt: ago(0), services: servicesFrom(startedAt), limit: undefined };
      keep(live({ ...begun, key: 'begun', note, related: { needs: [], neededBy: [] } }));
      return { key: 'begun', existed: false };
    },
    'GET /api/contingency/downtimes/:downtimeKey': found,
    'PUT /api/contingency/downtimes/:downtimeKey': (asked: Asked) => {
      const { startedAt, note, centreIds } = asked.body as { startedAt: string; note: string; centreIds: string[] };
      const chosen = centres.filter(({ id }) => centreIds.includes(id));
      return keep({ ...found(asked), startedAt, note, centres: chosen });
    },
    'POST /api/contingency/downtimes/:downtimeKey/log': (asked: Asked) => {
      const one = found(asked);
      const { kind, text } = asked.body as { kind: 'event'; text: string };
      const line = { key: `l${one.log.length + 1}`, kind, text, at: ago(0), by: refAt(9) };
      return keep({ ...one, log: [...one.log, line] });
    },
    'POST /api/contingency/downtimes/:downtimeKey/close': (asked: Asked) => {
      const one = found(asked);
      const {
        endedAt,
        cause,
        lessons = '',
        improvements = [],
        dataLoss,
        testedPlanKeys = [],
      } = asked.body as CloseDowntimeBody;
      const better = improvements.map(({ title, ownerId, due }, place) => ({
        ...{ key: `n${place}`, title, due, done: false },
        owner: refAt(Number(ownerId.slice(1))),
      }));
      const record = {
        cause,
        lessons,
        closedAt: ago(0),
        closedBy: refAt(9),
        tested: one.testable.filter(({ key }) => testedPlanKeys.includes(key)),
      };
      return keep({ ...one, state: 'closed', endedAt, dataLoss, kept: false, record, improvements: better });
    },
    'POST /api/contingency/downtimes/:downtimeKey/cancel': (asked: Asked) =>
      keep({
        ...found(asked),
        ...{ state: 'cancelled', endedAt: ago(0), cancelledReason: (asked.body as { reason: string }).reason },
      }),
  };
}
