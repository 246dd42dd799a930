import type { Context } from '../../context.ts';
import { Campaigns } from '../../deliveries/index.ts';
import { derivation } from '../../derivation.ts';
import { conflict, invalid, missing, nowOf, stableKey, type Actor, type Instant } from '../../kernel/index.ts';
import { isTaken, type Stored } from '../../sharepoint/index.ts';
import { formatMoment } from '../../texts/format.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { downtimeCampaignKey } from './downtime-campaign.ts';

const minuteLength = 60_000;
/** Most days a start may lie back. */
export const oldestStart = 31;

/** By system, in order of report. */
const byAsset = derivation([Downtimes], (context): ReadonlyMap<string, readonly Stored<Downtime>[]> => {
  const found = new Map<string, Stored<Downtime>[]>();
  for (const downtime of context.list(Downtimes).all()) {
    const known = found.get(downtime.assetKey);
    if (known) known.push(downtime);
    else found.set(downtime.assetKey, [downtime]);
  }
  return found;
});

/** All downtimes of a system, in order of report. From memory. */
export const downtimesOf = (context: Context, assetKey: string): readonly Stored<Downtime>[] =>
  byAsset(context).get(assetKey) ?? [];

/** Current downtimes, longest first. From memory. */
export const runningDowntimes = derivation([Downtimes], (context): readonly Stored<Downtime>[] =>
  context
    .list(Downtimes)
    .all()
    .filter(({ state }) => state === 'running')
    .sort((one, other) => one.startedAt.localeCompare(other.startedAt) || one.key.localeCompare(other.key)),
);

/** The current downtime of a system. From memory. */
export const runningOf = (context: Context, assetKey: string): Stored<Downtime> | undefined =>
  runningDowntimes(context).find((downtime) => downtime.assetKey === assetKey);

/** Throws AppError `missing`. */
export function downtimeOrThrow(context: Context, downtimeKey: string): Stored<Downtime> {
  const found = context.list(Downtimes).get(downtimeKey);
  if (!found) throw missing('contingency.noSuchDowntime');
  return found;
}

/**
 * The key of a system's next downtime: concurrent reports share one. Never reused, even after a deletion in SharePoint:
 * its campaign has been sent, and would not be sent again.
 */
export function nextDowntimeKey(context: Context, assetKey: string): string {
  const isUsed = (key: string) =>
    isTaken(context.list(Downtimes), key) || context.list(Campaigns).get(downtimeCampaignKey(key)) !== undefined;
  for (let number = downtimesOf(context, assetKey).length + 1; ; number += 1) {
    const key = stableKey('downtime', assetKey, String(number));
    if (!isUsed(key)) return key;
  }
}

/**
 * A system is down once at a time: the hours of two would count twice. Without `key` it is a new one, without `endedAt`
 * it is running. Forms give whole minutes: less is no overlap. From memory. Throws AppError conflict
 * `contingency.downtimesOverlap` `contingency.overlapsRunning` with the times of the other.
 */
export function requireNoOverlap(
  context: Context,
  { language }: Pick<Actor, 'language'>,
  wanted: Pick<Downtime, 'assetKey' | 'startedAt'> & { key?: string; endedAt?: Instant },
): void {
  const isBefore = (one: Instant, other: Instant | undefined) =>
    other === undefined || Date.parse(other) - Date.parse(one) >= minuteLength;
  const overlaps = ({ key, state, startedAt, endedAt }: Stored<Downtime>) =>
    key !== wanted.key &&
    state !== 'cancelled' &&
    isBefore(startedAt, wanted.endedAt) &&
    isBefore(wanted.startedAt, endedAt);
  const other = downtimesOf(context, wanted.assetKey).find(overlaps);
  if (!other) return;
  const from = formatMoment(other.startedAt, language);
  if (other.endedAt === undefined) throw conflict('contingency.overlapsRunning', { field: 'startedAt', from });
  const to = formatMoment(other.endedAt, language);
  throw conflict('contingency.downtimesOverlap', { field: 'startedAt', from, to });
}

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
