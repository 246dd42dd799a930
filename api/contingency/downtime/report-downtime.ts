import { assetOrThrow, type Asset } from '../../assets/index.ts';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, invalid, nowOf, type Actor, type Instant } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { mayReportDowntime } from '../permissions.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { logReport } from '../exercises/write-log.ts';
import { tellOfDowntime } from './downtime-campaign.ts';
import { nextDowntimeKey, runningOf } from './downtimes.ts';
import { centresAmong, centresHitBy } from './hit.ts';

const minuteLength = 60_000;
/** Most days a start may lie back. */
const oldestStart = 31;

/** Phones' clocks differ slightly: within a minute counts as now. Throws AppError `invalid`. */
export function startOf(context: Context, startedAt: string | undefined): Instant {
  const now = nowOf(context.clock);
  if (startedAt === undefined) return now;
  const ahead = Date.parse(startedAt) - Date.parse(now);
  if (ahead > minuteLength) throw invalid('contingency.startsInFuture', { field: 'startedAt' });
  if (ahead < -oldestStart * 24 * 60 * minuteLength)
    throw invalid('contingency.startsTooLongAgo', { field: 'startedAt', days: oldestStart });
  return ahead > 0 ? now : (new Date(startedAt).toISOString() as Instant);
}

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

interface Reported {
  downtime: Stored<Downtime>;
  existed: boolean;
  /** To the log of what ran already. */
  noteAdded: boolean;
}

/**
 * Reports a system as down: the stopwatch starts, and those who run the affected centres get a card (R6). For one
 * already down the current downtime is returned, and the note becomes a line of its log, once (`noteAdded`). 10 resource
 * units. Throws AppError: missing `assets.noSuchAsset`, forbidden `contingency.mayNotReport`, conflict
 * `contingency.assetRetired`, invalid `contingency.startsInFuture` `contingency.startsTooLongAgo`, unavailable.
 */
export async function reportDowntime(
  context: Context,
  actor: Actor,
  input: { assetKey: string; startedAt?: string | undefined; note: string; centreIds?: readonly string[] | undefined },
): Promise<Reported> {
  const asset = reportable(context, actor, input.assetKey);
  const running = runningOf(context, asset.key);
  if (running) {
    await followReport(context, running);
    return reportedAlready(context, actor, running, input.note);
  }
  const startedAt = startOf(context, input.startedAt);
  const now = nowOf(context.clock);
  const { record, existed } = await context.list(Downtimes).create({
    key: nextDowntimeKey(context, asset.key),
    title: asset.title,
    assetKey: asset.key,
    state: 'running',
    startedAt,
    note: input.note,
    reportedBy: actor.personId,
    reportedAt: now,
    centreIds: input.centreIds ? centresAmong(context, input.centreIds) : centresHitBy(context, asset.key),
    hit: [],
    cause: '',
    lessons: '',
    testedPlanKeys: [],
    changedAt: now,
    changedBy: actor.personId,
  });
  await followReport(context, record);
  return existed
    ? reportedAlready(context, actor, record, input.note)
    : { downtime: record, existed: false, noteAdded: false };
}

/** The reporter's own repeat adds nothing. */
async function reportedAlready(
  context: Context,
  actor: Actor,
  downtime: Stored<Downtime>,
  note: string,
): Promise<Reported> {
  const isOwnRepeat = downtime.reportedBy === actor.personId && downtime.note === note;
  const noteAdded = note !== '' && !isOwnRepeat;
  if (noteAdded) await logReport(context, actor, { downtimeKey: downtime.key, note });
  return { downtime, existed: true, noteAdded };
}
