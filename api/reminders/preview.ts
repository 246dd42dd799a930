import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { Campaigns, DeliveryBlocks, whyUnreachable } from '../deliveries/index.ts';
import {
  addDays,
  daysBetween,
  inSlices,
  todayOf,
  type CentreId,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import { Nudges, obligationsStamp } from '../obligations/index.ts';
import {
  centreRef,
  everybodyByName,
  fold,
  foldedMatch,
  freshnessOf,
  People,
  personRef,
  RoleAssignments,
} from '../organisation/index.ts';
import type { ListDefinition } from '../sharepoint/index.ts';
import { holidayName, hourInDenmark, isWorkingDay, workingDayFrom } from '../working-days.ts';
import { ReminderCadences } from './cadence-list.ts';
import type { DigestPreview } from './contract.ts';
import type { Digest } from './digest.ts';
import { digestsInTurn } from './digests.ts';
import { ReminderWishes } from './wishes-list.ts';
import { wishesOf } from './wishes.ts';

export interface PreviewQuery {
  day?: LocalDate | undefined;
  q?: string | undefined;
  offset: number;
  limit: number;
}

/**
 * Digests of a day, with recipients and reasons, as known now; by default of the next working day after today. For a
 * future day, earlier digests count as sent. Only the requested page is rendered. No Graph call.
 */
export async function previewOf(context: Context, query: PreviewQuery) {
  const next = workingDayFrom(addDays(todayOf(context.clock), 1));
  const day = query.day ?? next;
  const found = await digestsSeen(context, await plannedFor(context, day), query.q);
  let without = 0;
  await inSlices(found, ({ personId }) => {
    if (whyUnreachable(context, personId) !== undefined) without += 1;
  });
  const holiday = holidayName(day);
  return {
    day,
    working: isWorkingDay(day),
    ...(holiday === undefined ? {} : { holiday }),
    nextWorkingDay: workingDayFrom(addDays(day, 1)),
    estimated: day > next,
    total: found.length,
    unreachable: without,
    digests: found.slice(query.offset, query.offset + query.limit).map((digest) => digestPreview(context, digest)),
    freshness: freshnessOf(context, People),
  };
}

interface Plan {
  /** Inputs of the cache; differs after a change of any. */
  stamp: readonly unknown[];
  digests: Promise<ReadonlyMap<PersonId, Digest>>;
}
const plans = contextPart<Map<LocalDate, Plan>>('reminders/preview');
/** Days cached: readers turn pages of one, or view the next. */
const mostPlans = 3;
const lists = [People, RoleAssignments, Campaigns, DeliveryBlocks, ReminderCadences, ReminderWishes, Nudges];

/** The plan of a day: shared by all its pages and readers, until something changes. */
function plannedFor(context: Context, day: LocalDate): Plan['digests'] {
  const days = plans.get(context) ?? new Map<LocalDate, Plan>();
  plans.set(context, days);
  const { clock } = context;
  const versions = lists.map((list: ListDefinition<{ key: string }>) => context.list(list).version);
  const stamp = [obligationsStamp(context), ...versions, todayOf(clock), hourInDenmark(clock.now())];
  const known = days.get(day);
  if (known?.stamp.every((part, place) => part === stamp[place]) === true) return known.digests;
  if (days.size >= mostPlans) days.clear();
  const digests = digestsInTurn(context, day).then((all) => new Map(all.map((digest) => [digest.personId, digest])));
  days.set(day, { stamp, digests });
  digests.catch(() => days.delete(day));
  return digests;
}

/** In the order of a phone book. */
async function digestsSeen(context: Context, byPerson: ReadonlyMap<PersonId, Digest>, q = ''): Promise<Digest[]> {
  const search = fold(q);
  const seen: Digest[] = [];
  await inSlices(everybodyByName(context), ({ person, folded }) => {
    const digest = byPerson.get(person.key as PersonId);
    if (digest && foldedMatch(folded, search)) seen.push(digest);
  });
  return seen;
}

function digestPreview(context: Context, { day, personId, lines, escalations }: Digest): DigestPreview {
  const reason = whyUnreachable(context, personId);
  return {
    person: personRef(context, personId),
    hour: wishesOf(context, personId).hour,
    lines: lines.map(({ obligation, step }) => ({ ...lineOf(obligation, day), ...(step ? { step } : {}) })),
    others: escalations.map(({ centreId, obligations, groups }) => ({
      ...othersIn(context, centreId),
      overdue: obligations.length,
      groups: groups
        .slice(0, mostGroups)
        .map(({ kind, subject, obligations: some }) => ({ kind, title: subject.title, count: some.length })),
    })),
    ...(reason === undefined ? {} : { unreachable: reason }),
  };
}

/** The largest; the total has the rest. */
const mostGroups = 10;
const othersIn = (context: Context, centreId: CentreId | undefined) => {
  const centre = centreRef(context, centreId);
  return centre ? { centre } : {};
};

const lineOf = ({ kind, subject, due }: Obligation, day: LocalDate) => ({
  kind,
  title: subject.title,
  due,
  daysLeft: daysBetween(day, due),
});
