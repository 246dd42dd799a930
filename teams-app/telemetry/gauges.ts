import type { OperationsView } from '../../api/operations/contract.ts';
import type { Context } from '../../api/context.ts';
import { operationsOf, type OperationsLook } from '../../api/operations/index.ts';

/** What the gauges are read from: the same look and the same view as the page *Drift*. */
export interface Observed {
  look: OperationsLook;
  view: OperationsView;
  now: number;
}

export const observedOf = (context: Context, look: OperationsLook): Observed => ({
  look,
  view: operationsOf(context, look, 'da'),
  now: context.clock.now().getTime(),
});

/** A gauge read at each scrape: label values, in the order of `labels`, and a value. `NaN` values are left out. */
export interface GaugeRow {
  name: `isms_${string}`;
  help: string;
  labels: readonly string[];
  read(observed: Observed): Iterable<readonly [labels: readonly string[], value: number]>;
}

type Read = (observed: Observed) => number | undefined;
const one = (name: GaugeRow['name'], help: string, read: Read): GaugeRow => ({
  name,
  help,
  labels: [],
  read: (observed) => [[[], read(observed) ?? NaN]],
});

const secondsSince = (moment: string | undefined, now: number): number =>
  moment === undefined || moment === '' ? NaN : Math.max(0, (now - Date.parse(moment)) / 1_000);

/** All kinds of entries on the page *Drift*: each has a value also when there is nothing, so that alarms can end. */
export const attentionKinds = [
  'listHeld',
  'clockWrong',
  'failing',
  'alarm',
  'instances',
  'journalAway',
  'journalDamaged',
  'promisesWait',
  'stalled',
  'campaignStopped',
  'setAside',
  'blocksGone',
  'history',
  'groupsUnread',
  'drift',
  'secretEnds',
  'notRenewed',
] as const satisfies readonly OperationsView['attention'][number]['kind'][];

const sendingStates = ['idle', 'sending', 'stalled', 'alarm'] as const;

const ofLists = (
  name: GaugeRow['name'],
  help: string,
  read: (list: OperationsLook['lists']['lists'][number], now: number) => number,
): GaugeRow => ({
  name,
  help,
  labels: ['list'],
  read: ({ look, now }) => look.lists.lists.map((list) => [[list.list], read(list, now)]),
});

const ofJobs = (
  name: GaugeRow['name'],
  help: string,
  read: (job: OperationsLook['jobs'][number], now: number) => number | undefined,
): GaugeRow => ({
  name,
  help,
  labels: ['job'],
  read: ({ look, now }) => look.jobs.map((job) => [[job.name], read(job, now) ?? NaN]),
});

export const gauges: readonly GaugeRow[] = [
  {
    name: 'isms_info',
    help: 'The running version',
    labels: ['version'],
    read: ({ look }) => [[[look.program.version], 1]],
  },
  {
    name: 'isms_attention',
    help: 'Entries on the page Drift that need somebody, by kind',
    labels: ['kind'],
    read: ({ view }) =>
      attentionKinds.map((kind) => [[kind], view.attention.filter((entry) => entry.kind === kind).length]),
  },
  ofLists('isms_list_items', 'Items of a list in memory', ({ items }) => items),
  ofLists('isms_list_age_seconds', 'Time since a list was last compared with SharePoint', ({ asOf }, now) =>
    secondsSince(asOf, now),
  ),
  ofLists('isms_list_stale', '1 when the latest look at a list failed', ({ stale }) => Number(stale)),
  ofLists('isms_list_set_aside', 'Items of a list that do not parse', ({ setAside }) => setAside.length),
  ofLists('isms_list_held', '1 when a list is gone or changed, and not used', ({ held }) => Number(held !== undefined)),
  one('isms_notified_lists', 'Lists whose changes Microsoft Graph tells of', ({ look }) => look.changes?.told),
  one(
    'isms_notifications_missed',
    'Changes found by looking that were not told of',
    ({ look }) => look.changes?.missed,
  ),
  one(
    'isms_graph_units_last_minute',
    'Resource units used in the last minute',
    ({ look }) => look.units.usedLastMinute,
  ),
  one(
    'isms_graph_units_limit',
    'Resource units a minute by the licences; absent without a limit',
    ({ look }) => look.units.unitsPerMinute,
  ),
  one('isms_graph_waiting', 'Calls to Microsoft Graph that wait for their turn', ({ look }) => look.units.waiting),
  one('isms_graph_in_flight', 'Calls to Microsoft Graph under way', ({ look }) => look.units.inFlight),
  one('isms_journal_up', '1 when the journal can be written', ({ look }) => Number(look.journal.state === 'ok')),
  one('isms_journal_entries', 'Pending entries in the journal', ({ look }) => look.journal.entries),
  one('isms_journal_damaged', 'Journals that were put aside', ({ look }) => look.journal.damaged.length),
  one('isms_instances', 'Instances that run, as this one knows', ({ look }) => look.instances.instances),
  one('isms_instance_leads', '1 when this instance does the background work', ({ look }) =>
    Number(look.instances.leads),
  ),
  one('isms_instances_away', '1 when instances cannot agree: Redis does not answer', ({ look }) =>
    Number(look.instances.state === 'away'),
  ),
  one('isms_promises_waiting', 'Presses that are promised and not carried out', ({ look }) => look.promises.waiting),
  one('isms_promises_oldest_seconds', 'Age of the oldest of them; 0 without one', ({ look, now }) =>
    look.promises.since === undefined ? 0 : secondsSince(look.promises.since, now),
  ),
  {
    name: 'isms_sending_state',
    help: '1 for the present state of sending',
    labels: ['state'],
    read: ({ look }) => sendingStates.map((state) => [[state], Number(look.sending.state === state)]),
  },
  one('isms_sending_campaigns', 'Campaigns being sent', ({ look }) => look.sending.campaigns.length),
  one('isms_sending_queue', 'Recipients that wait for a card', ({ view }) => view.sending.queued),
  one('isms_sending_unwritten', 'Outcomes that the ledger does not have yet', ({ look }) => look.sending.unwritten),
  one(
    'isms_gate_rate',
    'Calls a second that the gate lets to Teams now; absent without a limit',
    ({ look }) => look.sending.gate.ratePerSecond,
  ),
  one('isms_gate_target', 'Calls a second that the gate aims at', ({ look }) => look.sending.gate.targetPerSecond),
  one(
    'isms_gate_paused_seconds',
    'Rest of the pause that Teams asked for',
    ({ look }) => look.sending.gate.pausedSeconds,
  ),
  one('isms_gate_waiting', 'Calls to Teams that wait at the gate', ({ look }) => look.sending.gate.waiting),
  one('isms_gate_throttled', 'Answers 429 of Teams since the start', ({ look }) => look.sending.gate.throttled),
  ofJobs('isms_job_age_seconds', 'Time since the latest run of a job ended', ({ lastRunAt }, now) =>
    secondsSince(lastRunAt, now),
  ),
  ofJobs('isms_job_ok_age_seconds', 'Time since the latest run that succeeded', ({ lastOkAt }, now) =>
    secondsSince(lastOkAt, now),
  ),
  ofJobs('isms_job_seconds', 'Duration of the latest run of a job', ({ tookMs }) =>
    tookMs === undefined ? undefined : tookMs / 1_000,
  ),
  ofJobs('isms_job_failed', '1 when the latest run of a job failed', ({ problem }) => Number(problem !== undefined)),
  one('isms_directory_age_seconds', 'Time since the latest sync with Entra', ({ view, now }) =>
    secondsSince(view.directory.syncedAt, now),
  ),
  {
    name: 'isms_credential_days_left',
    help: 'Days until a credential of an app registration ends; absent when unknown',
    labels: ['app', 'kind'],
    read: ({ view }) => view.secrets.map(({ app, kind, daysLeft }) => [[app, kind], daysLeft ?? NaN]),
  },
];
