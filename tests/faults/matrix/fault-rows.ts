import { appStates, type AppState } from '../../../teams-app/emulator/entra/registrations.ts';
import type {
  ConnectorFaults,
  EntraFaults,
  FaultPatch,
  GraphFaults,
} from '../../../teams-app/emulator/fault-settings.ts';

/** A fault as people meet it. */
export interface Fault {
  name: string;
  patch: FaultPatch;
  /** What administrators do with the app meanwhile. */
  app?: AppState;
  /** It never passes by itself: it is on for the first calls of each step, and then over. */
  lasts?: true;
  /** Nothing answers: each act takes the seconds that a person is kept waiting. */
  waits?: true;
  /** Presses and messages are rightly answered 5xx: keys of Teams cannot be read, or the answer cannot be sent. */
  refusesTeams?: true;
  /** Teams says that it is not worth another try, but one: some people have no card in the end. */
  losesCards?: true;
  /** Why no story meets it here. */
  elsewhere?: string;
}
type Row<Switches> = {
  readonly [Name in keyof Switches]-?: readonly Variant<Switches[Name]>[] | { elsewhere: string };
};
/** A value of the switch, with other switches that it needs. */
interface Variant<Value> {
  value: Value;
  besides?: FaultPatch;
  lasts?: true;
  waits?: true;
}

const rate = (value: number) => ({ value });
const random = (status: number | 'reset', retryAfterSeconds = 0) => ({
  value: { rate: 0.2, statuses: [status], retryAfterSeconds },
});
const connectorRandom = (kind: ConnectorFaults['random']['kinds'][number]) => ({
  value: { rate: 0.3, kinds: [kind] },
  besides: { connector: { retryAfterSeconds: 0 } },
});
const lasting = <Value>(value: Value) => ({ value, lasts: true as const });
const silent = <Value>(value: Value) => ({ value, lasts: true as const, waits: true as const });

/** Every switch of Graph: a new one without a row does not compile. */
const graph: Row<GraphFaults> = {
  away: [silent(true)],
  latencyMs: [{ value: 30 }],
  random: [
    random(429, 1),
    { ...random(429), besides: { graph: { withoutRetryAfter: true } } },
    ...([500, 502, 503, 504, 'reset'] as const).map((status) => random(status)),
  ],
  commitThen504: [rate(0.4)],
  html502: [rate(0.2)],
  otherLimit: [rate(0.2)],
  unauthorized: [{ value: { next: 1 } }],
  truncated: [rate(0.15)],
  withoutRetryAfter: [
    { value: true, besides: { graph: { random: { rate: 0.2, statuses: [503], retryAfterSeconds: 0 } } } },
  ],
  areaAway: [
    silent('lists' as const),
    silent('files' as const),
    silent('directory' as const),
    silent('teams' as const),
    silent('learning' as const),
  ],
  blocked503: [silent(true)],
  retryAfterAbove180: { elsewhere: 'tests/faults/lists/throttling.test.ts' },
  licences: { elsewhere: 'tests/contract/graph/throttling.test.ts' },
  lagDelta: [{ value: 5_000 }],
  columnsLost: { elsewhere: 'tests/contract/lists/provisioning.test.ts' },
  columnsPlain: { elsewhere: 'tests/contract/lists/provisioning.test.ts' },
  defaultsIgnored: { elsewhere: 'tests/contract/lists/provisioning.test.ts' },
  lagSchema: { elsewhere: 'tests/contract/lists/provisioning.test.ts' },
  deltaEtag: [{ value: 'item' }, { value: 'none' }],
  deltaDeleteBug: [{ value: true }],
  delta410: [rate(0.3)],
  duplicateDelta: [{ value: true }],
  patchFieldsRejected: [{ value: true }],
  strictDollar: [{ value: true }],
  strictLookupString: [{ value: true }],
  uniqueClash: (['danish', 'bare', 'conflict'] as const).map((value) => ({
    value,
    besides: { graph: { commitThen504: 0.4 } },
  })),
  createDenied: [lasting(true)],
  lockedFile: [lasting('*')],
  siteLocked: [lasting(true)],
  strictUploadToken: [{ value: true }],
  conflict409: [rate(0.3)],
  dropNotifications: [rate(1)],
  lagNotifications: [{ value: 0 }],
  subscriptionsRefused: [{ value: true }],
  schemaConflict: { elsewhere: 'tests/contract/lists/provisioning.test.ts' },
  requiredEnforced: [{ value: true }],
  batchShuffle: [{ value: true }],
  siteTimeZone: [{ value: 'America/New_York' }],
  role: [lasting('read' as const)],
  threshold: [{ value: 10 }],
};

/** Every switch of the connector. `person` is the employee of the stories, by name. */
const connector: Row<Omit<ConnectorFaults, 'person'>> = {
  latencyMs: [{ value: 30 }],
  random: (['429', '412', '500', '502', '503', '504', 'reset'] as const).map(connectorRandom),
  rateLimit: [{ value: 5 }],
  retryAfterSeconds: [{ value: 0, besides: { connector: { random: { rate: 0.3, kinds: ['429'] } } } }],
  acceptThen504: [rate(0.3)],
  acceptThenReset: [rate(0.3)],
  chatDelayMs: [{ value: 0 }],
  uninstalled: [{ value: 'MessageWritesBlocked' }, { value: 'delivered' }],
};

const entra: Row<EntraFaults> = {
  away: [{ value: true, besides: { graph: { unauthorized: { next: 1 } } }, lasts: true, waits: true }],
};

function faultsOf<Switches extends object>(area: 'graph' | 'connector' | 'entra', table: Row<Switches>): Fault[] {
  const rows: [string, readonly Variant<unknown>[] | { elsewhere: string }][] = Object.entries(table);
  return rows.flatMap(([name, row]): Fault[] => {
    if ('elsewhere' in row) return [{ name: `${area}.${name}`, patch: {}, elsewhere: row.elsewhere }];
    return row.map(({ value, besides, lasts, waits }) => ({
      name: `${area}.${name}${row.length > 1 || typeof value === 'string' ? `=${wordOf(value)}` : ''}`,
      patch: merged(besides ?? {}, { [area]: { [name]: value } }),
      ...(lasts ? { lasts } : {}),
      ...(waits ? { waits } : {}),
      ...(area === 'entra' || name === 'random' ? ({ refusesTeams: true } as const) : {}),
      ...(area === 'connector' && wordOf(value) === '500' ? ({ losesCards: true } as const) : {}),
    }));
  });
}

function wordOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { statuses, kinds, retryAfterSeconds, next } = value as Partial<
    GraphFaults['random'] & { kinds: string[]; next: number }
  >;
  if (next !== undefined) return `once`;
  return `${(statuses ?? kinds ?? []).join('+')}${retryAfterSeconds ? `,${retryAfterSeconds}s` : ''}`;
}

const merged = (one: FaultPatch, other: FaultPatch): FaultPatch => ({
  ...one,
  ...other,
  ...(one.graph || other.graph ? { graph: { ...one.graph, ...other.graph } } : {}),
  ...(one.connector || other.connector ? { connector: { ...one.connector, ...other.connector } } : {}),
});

/** The app's registration is changed; the token that there is ends at once. */
const registration: readonly Fault[] = appStates
  .filter((state) => state !== 'ok')
  .map((app) => ({ name: `app.${app}`, app, patch: { graph: { unauthorized: { next: 1 } } }, lasts: true }));

/** One row for each switch and value, in a stable order. */
export const faults: readonly Fault[] = [
  ...faultsOf('graph', graph),
  ...faultsOf('connector', connector),
  ...faultsOf('entra', entra),
  ...registration,
];
