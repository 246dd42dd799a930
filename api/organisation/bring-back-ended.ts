import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { addDays, localDate, type Instant, type LocalDate, type PersonId } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Stored } from '../sharepoint/index.ts';
import { appointmentsTurn, isWithdrawn, overlap } from './appointment.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

type Ended = Pick<Required<RoleAssignment>, 'endsOn' | 'endedBy' | 'endedAt' | 'endedBefore'>;
/** The last day of an appointment, who gave it and when, and the earlier ones that decisions have replaced. */
type End = { [Field in keyof Ended]: Ended[Field] | undefined };

/** The end that a decision gives an appointment, with the one that it had, should the decision be withdrawn. */
export const endedByDecision = (
  { endsOn, endedBy, endedAt, endedBefore = [] }: Partial<End>,
  decisionKey: string,
  ended: Omit<Ended, 'endedBefore'>,
): End => ({
  ...ended,
  endedBefore: [
    ...endedBefore,
    {
      decisionKey,
      ...(endsOn === undefined ? {} : { endsOn }),
      ...(endedBy === undefined ? {} : { endedBy }),
      ...(endedAt === undefined ? {} : { endedAt }),
    },
  ],
});

/** Withdrawn by somebody, and not ended by a later decision before it began. */
const isTakenBack = (assignment: RoleAssignment): boolean =>
  isWithdrawn(assignment) && assignment.endedBefore === undefined;

/** Whether everybody whom a decision gave a role has had it withdrawn before the first day. From memory. */
export function isDecisionWithdrawn(context: Context, decisionKey: string): boolean {
  const given = context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.decisionKey === decisionKey);
  return given.length > 0 && given.every(isTakenBack);
}

/**
 * Gives those whose appointments a withdrawn decision ended the last days that they had before it, as if it had never
 * been; decisions to come that still stand end them as they would have. Idempotent; free when there is none, else 4
 * resource units for each. Throws AppError `unavailable`.
 */
export async function bringBackEnded(context: Context, decisionKey: string): Promise<void> {
  if (!isDecisionWithdrawn(context, decisionKey)) return;
  const list = context.list(RoleAssignments);
  const isEndedByIt = ({ endedBefore = [] }: RoleAssignment) =>
    endedBefore.some((one) => one.decisionKey === decisionKey);
  const ended = list.all().filter(isEndedByIt);
  const last = list
    .all()
    .filter((one) => one.decisionKey === decisionKey)
    .reduce((latest, one) => ((one.endedAt ?? '') > (latest.endedAt ?? '') ? one : latest));
  const { endedBy: actorId, endedAt: at } = last;
  for (const one of ended) {
    const { key, personId, role } = one;
    const details = { personId, role, decisionKey, endsOn: withoutDecision(context, one, decisionKey).endsOn ?? null };
    if (actorId !== undefined && at !== undefined)
      await recordAct(context, { act: 'bringBackRole', subjectKey: key, actorId, at, occasion: at, details });
    await oneAtATime(context, appointmentsTurn(personId), () =>
      list.update(key, (current) => {
        const end = isEndedByIt(current) ? withoutDecision(context, { ...current, key }, decisionKey) : undefined;
        return end && isSameEnd(current, end) ? undefined : end;
      }),
    );
  }
}

/**
 * Brings back a person whom a withdrawn decision ended and who had the role from another appointment, when that is
 * withdrawn too. Free when there is none. Throws AppError `unavailable`.
 */
export async function bringBackWaiting(
  context: Context,
  { personId, role }: Pick<RoleAssignment, 'personId' | 'role'>,
): Promise<void> {
  const ended = context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.personId === personId && one.role === role)
    .flatMap(({ endedBefore = [] }) => endedBefore.map(({ decisionKey }) => decisionKey));
  for (const decisionKey of new Set(ended)) await bringBackEnded(context, decisionKey);
}

/** How a decision ends the appointments that were there when it was made. */
interface DecidedEnd {
  decisionKey: string;
  lastDay: LocalDate;
  by: PersonId;
  at: Instant;
  /** Its own last day: what begins later goes on. Undefined where the appointment has recorded its end. */
  until?: LocalDate | undefined;
}

/**
 * The end that an appointment would have without the decision: the others end it in the order in which they were made.
 */
function withoutDecision(context: Context, assignment: Stored<RoleAssignment>, decisionKey: string): End {
  const { startsOn, endedBefore = [] } = assignment;
  const stands = (key: string) => key !== decisionKey && !isDecisionWithdrawn(context, key);
  const recorded = recordedEnds(assignment).filter((one) => stands(one.decisionKey));
  const known = new Set([decisionKey, ...recorded.map((one) => one.decisionKey)]);
  // A last day that somebody has given since a decision is later than that decision.
  const givenAt = endedBefore[0]?.endedAt ?? '';
  const unrecorded = decidedSince(context, assignment).filter((one) => !known.has(one.decisionKey) && one.at > givenAt);
  let end = endOnly(endedBefore[0] ?? {});
  for (const one of [...recorded, ...unrecorded].toSorted((first, then) => first.at.localeCompare(then.at))) {
    const goesOn = end.endsOn === undefined || end.endsOn > one.lastDay;
    if (!goesOn || isWithdrawn({ startsOn, endsOn: end.endsOn }) || startsOn > (one.until ?? startsOn)) continue;
    end = endedByDecision(end, one.decisionKey, { endsOn: one.lastDay, endedBy: one.by, endedAt: one.at });
  }
  const [taken] = context
    .list(RoleAssignments)
    .all()
    .filter((other) => other.key !== assignment.key && overlap(other, { ...assignment, endsOn: end.endsOn }))
    .map((other) => other.startsOn)
    .toSorted();
  if (taken === undefined) return end;
  // Somebody has meanwhile given the person the role anew: it lasts until then, and waits for that to be withdrawn.
  const { endsOn, endedBy, endedAt } = assignment;
  const until = addDays(taken, -1);
  return {
    endsOn: taken > startsOn && endsOn !== undefined && until > endsOn ? until : endsOn,
    endedBy,
    endedAt,
    endedBefore,
  };
}

/** What each decision has made the end, as the appointment records it. */
function recordedEnds({ endedBefore = [], endsOn, endedBy, endedAt }: RoleAssignment): DecidedEnd[] {
  const after = [...endedBefore.slice(1), { endsOn, endedBy, endedAt }];
  return endedBefore.flatMap(({ decisionKey }, place) => {
    const { endsOn: lastDay, endedBy: by, endedAt: at } = after[place] ?? {};
    return lastDay === undefined || by === undefined || at === undefined ? [] : [{ decisionKey, lastDay, by, at }];
  });
}

/** The decisions about the role that were made after the appointment and that nobody has withdrawn. */
function decidedSince(context: Context, { role, appointedAt, decisionKey }: RoleAssignment): DecidedEnd[] {
  const given = context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.role === role && one.decisionKey !== undefined && one.decisionKey !== decisionKey);
  return [...Map.groupBy(given, (one) => one.decisionKey ?? '')].flatMap(([key, all]) => {
    // A holder whom the decision found in the role has an earlier first day.
    const [own] = all.toSorted((one, other) => other.startsOn.localeCompare(one.startsOn));
    const { startsOn, endsOn, endedBefore, appointedBy: by, appointedAt: at } = own ?? {};
    if (startsOn === undefined || by === undefined || at === undefined) return [];
    if ((appointedAt !== undefined && at <= appointedAt) || isDecisionWithdrawn(context, key)) return [];
    const [eve, yesterday] = [addDays(startsOn, -1), addDays(localDate(at), -1)];
    const lastDay = eve > yesterday ? eve : yesterday;
    return [{ decisionKey: key, lastDay, by, at, until: endedBefore?.[0] ? endedBefore[0].endsOn : endsOn }];
  });
}

const isSameEnd = (one: Partial<End>, other: End): boolean =>
  one.endsOn === other.endsOn && one.endedAt === other.endedAt && one.endedBefore?.length === other.endedBefore?.length;

const endOnly = ({ endsOn, endedBy, endedAt }: Partial<End>): End => ({
  endsOn,
  endedBy,
  endedAt,
  endedBefore: undefined,
});

/** Brings back those whom a withdrawal interrupted by a crash has left out. Free when complete. */
export async function continueBringingBack(context: Context): Promise<void> {
  const keys = context
    .list(RoleAssignments)
    .all()
    .flatMap(({ endedBefore = [] }) => endedBefore.map(({ decisionKey }) => decisionKey));
  const each = eachItem(context, 'appointments');
  await each.of(
    [...new Set(keys)].map((key) => ({ key })),
    ({ key }) => bringBackEnded(context, key),
  );
  each.end();
}
