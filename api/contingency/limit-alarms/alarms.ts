import type { Context } from '../../context.ts';
import {
  Campaigns,
  notInTeams,
  recheckAmong,
  sentCard,
  startCampaign,
  type Campaign,
  type CampaignKind,
  type Replaced,
} from '../../deliveries/index.ts';
import { derivation } from '../../derivation.ts';
import { asAppError, nowOf, stableKey, type CentreId, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { runningDowntimes } from '../downtime/downtimes.ts';
import { hitBy } from '../downtime/hit.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { alarmReaders } from './alarm-readers.ts';
import { alarmSubject, isTrue, markToTell, subjectOfAlarm, type GivenAlarm, type LimitMark } from './marks.ts';

const kindName = 'limitAlarm';

/** The alarms of each downtime, latest last. */
const byDowntime = derivation([Campaigns], (context): ReadonlyMap<string, readonly Stored<Campaign>[]> => {
  const found = new Map<string, Stored<Campaign>[]>();
  for (const campaign of context.list(Campaigns).all()) {
    const downtimeKey = campaign.kind === kindName ? subjectOfAlarm(campaign.subjectKey)?.downtimeKey : undefined;
    if (downtimeKey === undefined) continue;
    const known = found.get(downtimeKey);
    if (known) known.push(campaign);
    else found.set(downtimeKey, [campaign]);
  }
  for (const all of found.values()) all.sort((one, other) => one.startedAt.localeCompare(other.startedAt));
  return found;
});

/** The campaigns about one downtime's limit, latest last. From memory. */
export const alarmsOf = (context: Context, downtimeKey: string): readonly Stored<Campaign>[] =>
  byDowntime(context).get(downtimeKey) ?? [];

const givenAs = ({ subjectKey, startedAt }: Campaign): GivenAlarm[] => {
  const mark = subjectOfAlarm(subjectKey)?.mark;
  return mark === undefined ? [] : [{ mark, at: startedAt }];
};

/**
 * The accepted downtime of a running downtime, and its service: the shortest of dependent services, busy periods
 * included, and of limits set directly. Plans have no figure of their own. Hours; undefined if not set. From memory.
 */
export function acceptedOf(
  context: Context,
  { assetKey, startedAt }: Downtime,
): { hours: number; service?: { title: string; centreId?: CentreId } } | undefined {
  const { limit, services } = hitBy(context, assetKey, startedAt, nowOf(context.clock));
  if (!limit) return undefined;
  const service = services.find(({ accepted }) => accepted?.hours === limit.hours)?.service;
  if (!service) return { hours: limit.hours };
  const { title, centreId } = service;
  return { hours: limit.hours, service: { title, ...(centreId === undefined ? {} : { centreId }) } };
}

/** The downtime and mark of a campaign while valid: running, no later campaign, and the mark reached. */
export function openAlarm(
  context: Context,
  subjectKey: string,
): { downtime: Stored<Downtime>; mark: LimitMark } | undefined {
  const named = subjectOfAlarm(subjectKey);
  const downtime = named && context.list(Downtimes).get(named.downtimeKey);
  if (!named || downtime?.state !== 'running') return undefined;
  const latest = alarmsOf(context, downtime.key).at(-1);
  if (latest?.subjectKey !== subjectKey) return undefined;
  const hours = acceptedOf(context, downtime)?.hours;
  const isStillTrue = hours !== undefined && givenAs(latest).some((given) => isTrue(given, downtime.startedAt, hours));
  return isStillTrue ? { downtime, mark: named.mark } : undefined;
}

const whom = (context: Context, subjectKey: string): PersonId[] => {
  const open = openAlarm(context, subjectKey);
  return open ? alarmReaders(context, open.downtime, open.mark) : [];
};

/** An earlier mark's card is reduced to a line by the next one. */
function earlierCard(context: Context, subjectKey: string, personId: PersonId): Replaced | undefined {
  const downtimeKey = subjectOfAlarm(subjectKey)?.downtimeKey;
  if (downtimeKey === undefined) return undefined;
  const all = alarmsOf(context, downtimeKey);
  const place = all.findIndex((one) => one.subjectKey === subjectKey);
  for (const one of all.slice(0, Math.max(0, place)).reverse()) {
    const card = sentCard(context, one.subjectKey, personId);
    if (card) return { subjectKey: one.subjectKey, activity: card.activity, how: 'retired' };
  }
  return undefined;
}

/** Alerts at half, three quarters and all of the accepted downtime (R4). Sent at any hour. */
export const limitAlarmKind: CampaignKind = {
  kind: kindName,
  audience: whom,
  isOver: (context, subjectKey) => openAlarm(context, subjectKey) === undefined,
  hours: { when: 'always', because: 'a system is down now, and its time is running out' },
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, whom(context, subjectKey)),
  replaces: earlierCard,
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/**
 * Starts the campaign of each running downtime at its next mark. By the server's clock and predictable keys:
 * idempotent, also after a crash, across instances, and after a clock change; each mark is sent once, and after an
 * outage of the program only the latest valid one is. 2 resource units for each campaign; free when there is none.
 */
export async function raiseLimitAlarms(context: Context): Promise<void> {
  for (const downtime of runningDowntimes(context))
    try {
      await raise(context, downtime);
    } catch (thrown) {
      context.log.error({ downtime: downtime.key, code: asAppError(thrown).code }, 'no alarm about a downtime');
    }
}

async function raise(context: Context, downtime: Stored<Downtime>): Promise<void> {
  const hours = acceptedOf(context, downtime)?.hours;
  if (hours === undefined) return;
  const { key, startedAt, title, reportedBy } = downtime;
  const all = alarmsOf(context, key);
  const mark = markToTell({ startedAt, hours, given: all.flatMap(givenAs) }, nowOf(context.clock));
  if (mark === undefined) return;
  const before = all.filter(({ subjectKey }) => subjectOfAlarm(subjectKey)?.mark === mark).length;
  const subjectKey = alarmSubject(key, mark, before + 1);
  await startCampaign(context, {
    key: stableKey(kindName, ...subjectKey.split('_')),
    kind: kindName,
    title,
    subjectKey,
    startedBy: reportedBy,
  });
}
