import type { OperationsView } from '../../../../api/operations/contract.ts';
import { freshness, now } from './answers.ts';

const lists: readonly [string, number][] = [
  ['Centres', 9],
  ['People', 2_296],
  ['RoleAssignments', 41],
  ['PolicyVersions', 4],
  ['Acknowledgements', 3_812],
  ['DeliveryBlocks', 12],
  ['Ukendt', 1],
];
const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000).toISOString();

/** A day on which all is well. */
export const operations = (): OperationsView => ({
  status: 'ok',
  attention: [],
  now,
  program: { version: '1.2.3', startedAt: '2026-11-20T06:00:00.000Z' },
  lists: lists.map(([list, items]) => ({
    list,
    items,
    asOf: ago(12),
    stale: false,
    setAsideCount: 0,
    setAside: [],
  })),
  directory: { syncedAt: ago(240), latest: { newcomers: 2, changed: 5, left: 1, whole: false } },
  jobs: [
    { name: 'lists', everySeconds: 20, lastRunAt: ago(12), tookMs: 140, nextRunAt: ago(-8) },
    { name: 'directory', everySeconds: 900, lastRunAt: ago(240), tookMs: 3_400, nextRunAt: ago(-660) },
    { name: 'negativeReceipts', at: '06:00', lastRunAt: ago(7_000), tookMs: 200, nextRunAt: ago(-79_400) },
    { name: 'sending' },
  ],
  problems: [],
  secrets: [
    { app: 'app', kind: 'certificate', expiresOn: '2027-10-01', daysLeft: 311 },
    { app: 'provisioning', kind: 'secret' },
  ],
  sending: {
    state: 'idle',
    campaigns: [],
    queued: 0,
    unwritten: 0,
    gate: { ratePerSecond: 40, targetPerSecond: 40, pausedSeconds: 0, waiting: 0, throttled: 3 },
  },
  promises: { waiting: 0 },
  units: { usedLastMinute: 38, unitsPerMinute: 1_250, waiting: 0, inFlight: 1 },
  drift: [],
  freshness,
});

/** A day on which everything that can need somebody does. */
export function troubled(): OperationsView {
  const view = operations();
  const differences: OperationsView['drift'] = [
    { list: 'PolicyVersions', column: 'EffectiveOn', problem: 'wrongType', details: 'dateTime instead of text' },
    { list: 'PolicyVersions', column: 'Key', problem: 'notUnique' },
  ];
  return {
    ...view,
    status: 'attention',
    attention: [
      { kind: 'failing', code: 'sharepoint.away', lists: ['Acknowledgements'], jobs: ['directory'] },
      { kind: 'failing', code: 'nobody.wroteThis', lists: [], jobs: ['somethingNew'] },
      { kind: 'alarm', code: 'AuthorizationFailed' },
      { kind: 'secretEnds', app: 'provisioning', secret: 'secret', expiresOn: '2026-11-01', daysLeft: -23 },
      { kind: 'secretEnds', app: 'app', secret: 'certificate', expiresOn: '2026-12-06', daysLeft: 12 },
      { kind: 'stalled', seconds: 400 },
      {
        kind: 'campaignStopped',
        key: 'c',
        title: 'Informationssikkerhedspolitik 4.0',
        about: { kind: 'policy', subjectKey: 'v4.0' },
        code: 'BotDisabledByAdmin',
      },
      { kind: 'setAside', list: 'RoleAssignments', count: 3 },
      { kind: 'drift', list: 'PolicyVersions', differences },
    ],
    lists: view.lists.map((list) => {
      if (list.list === 'Acknowledgements')
        return { ...list, stale: true, problem: 'sharepoint.away', asOf: ago(3_000) };
      if (list.list !== 'RoleAssignments') return list;
      return {
        ...list,
        setAsideCount: 3,
        setAside: [
          {
            itemId: '17',
            key: 'coordinator_0b8f0c8e-8f2c-4f9e-9d0e-3c1f0a1b2c3d_nord',
            problems: [
              { column: 'StartsOn', title: 'Starts on', wrong: 'date' },
              { column: 'Role', title: 'Role', wrong: 'choice', hint: 'coordinator, centreManager' },
            ],
            webUrl: 'https://proeve.sharepoint.com/sites/sikkerhed/Lists/RoleAssignments/DispForm.aspx?ID=17',
          },
          { itemId: '18', problems: [{ column: 'Key', title: 'Key', wrong: 'empty' }] },
        ],
      };
    }),
    jobs: [
      ...view.jobs.filter(({ name }) => name !== 'directory'),
      {
        name: 'directory',
        everySeconds: 900,
        lastRunAt: ago(100),
        lastOkAt: ago(4_000),
        tookMs: 21_000,
        nextRunAt: ago(-800),
        problem: 'sharepoint.away',
      },
      { name: 'somethingNew', everySeconds: 60, lastRunAt: ago(200_000), problem: 'nobody.wroteThis' },
    ],
    problems: [
      {
        level: 'warning',
        code: 'sharepoint.away',
        message: 'job failed',
        where: { part: 'job', name: 'directory' },
        at: ago(100),
        firstAt: ago(2_900),
        times: 4,
      },
      {
        level: 'error',
        code: 'unexpected',
        message: 'request failed',
        where: { part: 'route', name: 'GET /api/policy/versions/:versionKey/coverage' },
        at: ago(4_000),
        firstAt: ago(4_000),
        times: 1,
      },
      {
        level: 'warning',
        code: 'nobody.wroteThis',
        message: 'activity refused',
        at: ago(90_000),
        firstAt: ago(90_000),
        times: 1_204,
      },
    ],
    secrets: [
      { app: 'app', kind: 'certificate', expiresOn: '2026-12-06', daysLeft: 12 },
      { app: 'provisioning', kind: 'secret', expiresOn: '2026-11-01', daysLeft: -23 },
    ],
    sending: {
      ...view.sending,
      state: 'alarm',
      alarm: 'AuthorizationFailed',
      queued: 1_311,
      campaigns: [{ key: 'd', title: 'Informationssikkerhedspolitik 4.1' }],
      gate: { pausedSeconds: 12, waiting: 4, throttled: 9 },
    },
    promises: { waiting: 12, since: ago(1_260) },
    units: { usedLastMinute: 900, waiting: 7, inFlight: 16 },
    drift: differences,
  };
}
