import { assetOrThrow, type Asset } from '../../assets/index.ts';
import { recordAct, recordedEntry } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, nowOf, repeatableKey, stableKey, type Actor, type Instant } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { mayReportDowntime } from '../permissions.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { isReportLogged, logReport } from '../exercises/write-log.ts';
import { tellOfDowntime } from './downtime-campaign.ts';
import { addReport, furtherReport, recordFurther } from './add-report.ts';
import { endOf, followClose, frozenHit } from './close-downtime.ts';
import { downtimesOf, nextDowntimeKey, requireNoOverlap, runningOf, startOf } from './downtimes.ts';
import { centresHitBy, centresSaid } from './hit.ts';

/** A system the actor may report. Throws AppError: missing, forbidden, conflict. */
export function reportable(context: Context, actor: Actor, assetKey: string): Stored<Asset> {
  const asset = assetOrThrow(context, assetKey);
  if (!mayReportDowntime(actor, asset)) throw forbidden('contingency.mayNotReport');
  if (asset.state === 'retired') throw conflict('contingency.assetRetired');
  return asset;
}

/** Effects of a report: the audit trail and the cards. Idempotent. */
export async function followReport(context: Context, downtime: Downtime): Promise<void> {
  const { key, assetKey, reportedBy, reportedAt, startedAt } = downtime;
  await recordAct(context, {
    act: 'reportDowntime',
    subjectKey: key,
    actorId: reportedBy,
    at: reportedAt,
    details: { assetKey, startedAt },
  });
  if (downtime.state === 'running') await tellOfDowntime(context, downtime);
}

/** The end of one that was forgotten while it lasted. */
interface Over {
  endedAt: string;
  cause: string;
}
interface Report {
  assetKey: string;
  startedAt?: string | undefined;
  note: string;
  centreIds?: readonly string[] | undefined;
  over?: Over | undefined;
}
interface Reported {
  downtime: Stored<Downtime>;
  existed: boolean;
  /** To the log of what ran already. */
  noteAdded: boolean;
  /** An earlier start, or centres, to what ran already. */
  added: boolean;
}

/**
 * Reports a system as down: the stopwatch starts, and those who run the affected centres get a card (R6). For one
 * already down the current downtime is returned with what the report adds: the note becomes a line of its log, once
 * (`noteAdded`), an earlier start and further centres become its own (`added`). A repeat of any of these presses gets
 * the same answer and adds nothing, also after a correction or its end. One that is `over` already is recorded as
 * closed, and nobody is told. 10 resource units. Throws AppError: missing `assets.noSuchAsset`, forbidden
 * `contingency.mayNotReport`, conflict `contingency.assetRetired` `contingency.downtimesOverlap`, invalid
 * `contingency.startsInFuture` `contingency.startsTooLongAgo` `contingency.unknownCentre`, unavailable.
 */
export async function reportDowntime(context: Context, actor: Actor, input: Report): Promise<Reported> {
  const asset = reportable(context, actor, input.assetKey);
  const reportedPress = repeatableKey(actor, 'downtime');
  const own = downtimesOf(context, asset.key).find((one) => one.reportedPress === reportedPress);
  if (own) {
    await followReport(context, own);
    await followClose(context, own);
    return { downtime: own, existed: true, noteAdded: false, added: false };
  }
  const further = await furtherReport(context, actor, asset.key);
  if (further) return reportedBefore(context, actor, further, input.note);
  const startedAt = startOf(context, input.startedAt);
  if (input.over) return recordPast(context, actor, asset, { ...input, startedAt, reportedPress, over: input.over });
  const running = runningOf(context, asset.key);
  if (running) {
    await followReport(context, running);
    return reportedAlready(context, actor, running, input);
  }
  requireNoOverlap(context, actor, { assetKey: asset.key, startedAt });
  const { record, existed } = await context.list(Downtimes).create({
    key: nextDowntimeKey(context, asset.key),
    ...reportOf(context, actor, asset, { ...input, startedAt, reportedPress }),
    state: 'running',
    hit: [],
    cause: '',
  });
  await followReport(context, record);
  return existed && record.reportedPress !== reportedPress
    ? reportedAlready(context, actor, record, input)
    : { downtime: record, existed, noteAdded: false, added: false };
}

/** What every report of a system says, whether it still is down or not. */
function reportOf(
  context: Context,
  { personId }: Actor,
  { key, title }: Stored<Asset>,
  { startedAt, note, centreIds, reportedPress }: Report & Pick<Downtime, 'reportedPress'> & { startedAt: Instant },
) {
  const now = nowOf(context.clock);
  return {
    title,
    assetKey: key,
    startedAt,
    note,
    reportedBy: personId,
    reportedAt: now,
    reportedPress,
    centreIds: centreIds ? centresSaid(context, centreIds) : centresHitBy(context, key),
    lessons: '',
    testedPlanKeys: [],
    changedAt: now,
    changedBy: personId,
  };
}

/** Records a downtime that has ended, and overlaps no other. Its key is that of the press. */
async function recordPast(
  context: Context,
  actor: Actor,
  asset: Stored<Asset>,
  input: Report & { startedAt: Instant; reportedPress: string; over: Over },
): Promise<Reported> {
  const { startedAt, reportedPress, over } = input;
  const endedAt = endOf(context, { startedAt }, over.endedAt);
  requireNoOverlap(context, actor, { assetKey: asset.key, startedAt, endedAt });
  const report = reportOf(context, actor, asset, input);
  const { record, existed } = await context.list(Downtimes).create({
    key: stableKey('downtime', asset.key, reportedPress),
    ...report,
    state: 'closed',
    endedAt,
    ...frozenHit(context, report, endedAt),
    cause: over.cause,
    closedAt: report.reportedAt,
    closedBy: actor.personId,
  });
  await followReport(context, record);
  await followClose(context, record);
  return { downtime: record, existed, noteAdded: false, added: false };
}

/** The reporter's own repeat adds nothing; a start or a centre that the first report did not say is no repeat. */
async function reportedAlready(
  context: Context,
  actor: Actor,
  running: Stored<Downtime>,
  { note, startedAt, centreIds }: Report,
): Promise<Reported> {
  const isOwn = running.reportedBy === actor.personId && running.note === note;
  if (isOwn && !(await saysMore(context, running, { startedAt, centreIds }))) {
    if (actor.idempotencyKey !== undefined) await recordFurther(context, actor, running);
    return { downtime: running, existed: true, noteAdded: false, added: false };
  }
  const further = await addReport(context, actor, running, { startedAt, centreIds });
  return reportedBefore(context, actor, further, isOwn ? '' : note);
}

/** A further report with its note, which is written once; in the log of one that has ended nothing is. */
async function reportedBefore(
  context: Context,
  actor: Actor,
  { downtime, added }: { downtime: Stored<Downtime>; added: boolean },
  note: string,
): Promise<Reported> {
  const line = { downtimeKey: downtime.key, note };
  if (note !== '' && downtime.state === 'running') await logReport(context, actor, line);
  const noteAdded = note !== '' && isReportLogged(context, actor, line);
  return { downtime, existed: true, noteAdded, added };
}

/** Compared with the start that was first said: it may have been corrected since. */
async function saysMore(
  context: Context,
  { key, startedAt, centreIds }: Downtime,
  said: Pick<Report, 'startedAt' | 'centreIds'>,
): Promise<boolean> {
  const first = await recordedEntry(context, { act: 'reportDowntime', subjectKey: key });
  const firstStart = Date.parse(String(first?.details['startedAt'] ?? startedAt));
  const isOtherStart = said.startedAt !== undefined && Date.parse(said.startedAt) !== firstStart;
  const affected: readonly string[] = centreIds;
  return isOtherStart || (said.centreIds ?? []).some((id) => !affected.includes(id));
}
