import { titleOfBlock, type Campaign, type IncompleteCampaign } from '../deliveries/index.ts';
import { instant, type Instant } from '../kernel/index.ts';
import type { ClosedMonth } from '../history/index.ts';
import { clockTolerance, heldCodes } from '../sharepoint/index.ts';
import type { AttentionView, OperationsView } from './contract.ts';
import type { OperationsLook } from './look.ts';
import { clockMayDiffer } from './every-instance.ts';
import { secretWarningDays } from './secrets.ts';

/**
 * What needs attention, most urgent first. Failures with one cause are one entry: an outage of Microsoft 365 is not
 * twelve lists and a job.
 */
export function needsAttention(
  look: OperationsLook,
  campaigns: readonly Campaign[],
  secrets: OperationsView['secrets'],
  now: Instant,
  damaged: readonly ClosedMonth[] = [],
  incomplete: readonly IncompleteCampaign[] = [],
): AttentionView[] {
  const { sending, lists, drift } = look;
  return [
    ...lists.held.map(({ list, held }) => ({ kind: 'listHeld' as const, list, ...held })),
    ...clockOf(look),
    ...failing(look),
    ...instancesOf(look, now),
    ...journalOf(look),
    ...promisesOf(look, now),
    ...(sending.alarm === undefined ? [] : [{ kind: 'alarm' as const, code: sending.alarm }]),
    ...secrets.flatMap(ending),
    ...secrets.flatMap(({ app, replacement: why }) => (why ? [{ kind: 'notRenewed' as const, app, why }] : [])),
    ...(sending.state === 'stalled'
      ? [{ kind: 'stalled' as const, seconds: sending.secondsWithoutProgress ?? 0 }]
      : []),
    ...campaigns.filter(({ state }) => state === 'stopped').map(stopped),
    ...incomplete.map(lacking),
    ...damaged.map(({ key, list, month, path, problem = '' }) => ({
      kind: 'history' as const,
      key,
      list,
      month,
      path,
      code: problem,
    })),
    ...lists.lists
      .filter(({ setAside }) => setAside.length > 0)
      .map(({ list, setAside }) => ({ kind: 'setAside' as const, list, count: setAside.length })),
    ...groupsUnread(look),
    ...grouped(drift, ({ list }) => list).map(([list, differences]) => ({
      kind: 'drift' as const,
      list,
      differences: [...differences],
    })),
  ];
}

/** First after lists: tokens, deadlines and working hours go by the clock. */
const clockOf = ({ clockAheadMs }: OperationsLook): AttentionView[] =>
  Math.abs(clockAheadMs) > clockTolerance
    ? [{ kind: 'clockWrong', aheadSeconds: Math.round(clockAheadMs / 1_000) }]
    : [];

/** Whether instances agree; and of each, whether it is heard and its clock is right. */
function instancesOf({ instances, everyInstance = [] }: OperationsLook, now: Instant): AttentionView[] {
  return [
    ...(instances.state === 'away' ? [{ kind: 'instances' as const, why: 'away' as const }] : []),
    ...everyInstance
      .filter(({ isSilent }) => isSilent)
      .map(({ name, silentMs }) => ({
        kind: 'instances' as const,
        why: 'silent' as const,
        name,
        since: before(now, silentMs),
      })),
    ...everyInstance
      .filter(({ isSilent, clockAheadMs }) => !isSilent && Math.abs(clockAheadMs) >= clockMayDiffer)
      .map(({ name, clockAheadMs }) => ({
        kind: 'instances' as const,
        why: 'clock' as const,
        name,
        seconds: Math.round(clockAheadMs / 1_000),
      })),
  ];
}

/** By the program's clock, whatever Redis's says. */
export const before = (now: Instant, milliseconds: number): Instant =>
  instant(new Date(Date.parse(now) - milliseconds));

/** Promises cannot be given now, or may be lost. */
function journalOf({ journal }: OperationsLook): AttentionView[] {
  const { state, damaged } = journal;
  return [
    ...(state === 'ok' ? [] : [{ kind: 'journalAway' as const, code: journal.code }]),
    ...(damaged.length === 0 ? [] : [{ kind: 'journalDamaged' as const, files: [...damaged] }]),
  ];
}

/** An outage of minutes needs nobody; a longer one is shown with the number waiting. */
function promisesOf({ promises: { waiting, since } }: OperationsLook, now: Instant): AttentionView[] {
  if (since === undefined || Date.parse(now) - Date.parse(since) < promisesMayWaitMs) return [];
  return [{ kind: 'promisesWait', count: waiting, since }];
}
const promisesMayWaitMs = 15 * 60_000;

/** The directory sync is a job, so its problem is shown once. */
function failing({ lists, jobs, directory }: OperationsLook): AttentionView[] {
  const syncs = jobs.some(({ name }) => name === 'directory');
  const parts = [
    ...lists.lists.map(({ list, problem }) => ({ list, problem })),
    ...jobs.map(({ name, problem }) => ({ job: name, problem })),
    ...(syncs ? [] : [{ job: 'directory', problem: directory.problem }]),
  ];
  const isHeld = (list: string) => lists.held.some((one) => one.list === list);
  const found = parts.filter(
    (part) =>
      part.problem !== undefined &&
      !('list' in part && isHeld(part.list)) &&
      // A job's failure due to a held list is shown with the list, and is obsolete once the list is back.
      !(heldCodes.has(part.problem) && ('job' in part || lists.held.length > 0)),
  );
  return grouped(found, ({ problem }) => problem ?? '').map(([code, same]) => ({
    kind: 'failing',
    code,
    lists: same.flatMap((part) => ('list' in part ? [part.list] : [])),
    jobs: same.flatMap((part) => ('job' in part ? [part.job] : [])),
  }));
}

/** Gone in Entra, or closed to the program. */
const groupsUnread = ({ directory: { unread } }: OperationsLook): AttentionView[] =>
  (['role', 'course'] as const).flatMap((use) => {
    const groupIds = unread?.[use] ?? [];
    return groupIds.length === 0 ? [] : [{ kind: 'groupsUnread' as const, use, groupIds }];
  });

function ending({ app, kind, expiresOn, daysLeft }: OperationsView['secrets'][number]): AttentionView[] {
  if (expiresOn === undefined || daysLeft === undefined || daysLeft > secretWarningDays) return [];
  return [{ kind: 'secretEnds', app, secret: kind, expiresOn, daysLeft }];
}

const stopped = ({ key, title, kind, subjectKey, stopCode }: Campaign): AttentionView => ({
  kind: 'campaignStopped',
  key,
  title,
  about: { kind, subjectKey },
  ...(stopCode === undefined ? {} : { code: stopCode }),
});

const mostNamed = 10;
const lacking = ({ campaign, missing }: IncompleteCampaign): AttentionView => ({
  kind: 'blocksGone',
  key: campaign.key,
  title: campaign.title,
  about: { kind: campaign.kind, subjectKey: campaign.subjectKey },
  count: missing.length,
  items: missing.slice(0, mostNamed).map((number) => titleOfBlock(campaign, number)),
});

const grouped = <Item>(items: readonly Item[], by: (item: Item) => string): [string, Item[]][] => [
  ...Map.groupBy(items, by),
];
