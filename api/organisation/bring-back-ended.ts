import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { addDays, todayOf } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { isWithdrawn, overlap } from './appointment.ts';
import { RoleAssignments, type RoleAssignment } from './role-assignment-list.ts';

type Before = NonNullable<RoleAssignment['endedBefore']>[number];

/** The end that a decision gives an appointment, with the one that it had, should the decision be withdrawn. */
export const endedByDecision = (
  { endsOn, endedBy, endedAt, endedBefore = [] }: RoleAssignment,
  decisionKey: string,
  ended: Required<Pick<RoleAssignment, 'endsOn' | 'endedBy' | 'endedAt'>>,
): Partial<RoleAssignment> => ({
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
    await list.update(key, (current) =>
      isEndedByIt(current) ? withoutDecision(context, { ...current, key }, decisionKey) : undefined,
    );
  }
}

type End = Pick<RoleAssignment, 'endsOn' | 'endedBy' | 'endedAt' | 'endedBefore'>;

function withoutDecision(context: Context, assignment: Stored<RoleAssignment>, decisionKey: string): End {
  const { endedBefore = [], endsOn, endedBy, endedAt } = assignment;
  const place = endedBefore.findIndex((one) => one.decisionKey === decisionKey);
  const [own, next] = endedBefore.slice(place, place + 2);
  if (!own) return { endsOn, endedBy, endedAt, endedBefore };
  const others = endedBefore.filter((one) => one !== own);
  // A later decision ends it all the same: it now stands on what was before this one.
  if (next) {
    const onOwn = { ...own, decisionKey: next.decisionKey };
    return { endsOn, endedBy, endedAt, endedBefore: others.map((one) => (one === next ? onOwn : one)) };
  }
  const before = endOf(own, others);
  const isTaken = context
    .list(RoleAssignments)
    .all()
    .some((other) => other.key !== assignment.key && overlap(other, { ...assignment, endsOn: before.endsOn }));
  // Somebody has meanwhile given the person the role anew.
  if (isTaken) return { endsOn, endedBy, endedAt, endedBefore: others.length === 0 ? undefined : others };
  return endedByNext(context, { ...assignment, ...before });
}

const endOf = ({ endsOn, endedBy, endedAt }: Before, others: readonly Before[]): End => ({
  endsOn,
  endedBy,
  endedAt,
  endedBefore: others.length === 0 ? undefined : [...others],
});

/** Ended by the first decision to come that stands, if it ends before the last day. */
function endedByNext(context: Context, assignment: RoleAssignment): End {
  const { role, startsOn, endsOn, decisionKey: own } = assignment;
  const today = todayOf(context.clock);
  const [next] = context
    .list(RoleAssignments)
    .all()
    .filter(
      (one) =>
        one.role === role &&
        one.decisionKey !== undefined &&
        one.decisionKey !== own &&
        !isWithdrawn(one) &&
        one.startsOn > today &&
        one.startsOn > startsOn,
    )
    .sort((one, other) => one.startsOn.localeCompare(other.startsOn));
  const eve = next && addDays(next.startsOn, -1);
  const given = next?.appointedBy === undefined || next.appointedAt === undefined ? undefined : next;
  if (!given || eve === undefined || (endsOn !== undefined && endsOn <= eve)) return endOnly(assignment);
  const { decisionKey = '', appointedBy: endedBy, appointedAt: endedAt } = given;
  if (endedBy === undefined || endedAt === undefined) return endOnly(assignment);
  return endOnly({ ...assignment, ...endedByDecision(assignment, decisionKey, { endsOn: eve, endedBy, endedAt }) });
}

const endOnly = ({ endsOn, endedBy, endedAt, endedBefore }: End): End => ({ endsOn, endedBy, endedAt, endedBefore });

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
