import type { Context } from '../context.ts';
import { invalid, isCentreRole, todayOf, type AssignableRole, type LocalDate, type PersonId } from '../kernel/index.ts';
import { isFormer } from '../organisation/index.ts';
import type { ActivityBody } from './activity-contract.ts';
import type { Revision, WheelActivity } from './activity-list.ts';
import { isOnce, madeOn } from './activity.ts';
import { checkRecurrence } from './recurrence.ts';

/** Input of an activity. */
export interface ActivityGiven {
  title: string;
  why: string;
  source: string;
  role: AssignableRole;
  personId?: PersonId | undefined;
  scope: Revision['scope'];
  steps: { id: string; title: string }[];
  evidence?: string | undefined;
  leadDays: number;
  groupKey?: string | undefined;
  rule?: string | undefined;
  startsOn: LocalDate;
  basis: Revision['basis'];
  endsOn?: LocalDate | undefined;
}

export const givenActivity = (body: ActivityBody): ActivityGiven => ({
  ...body,
  personId: body.personId as PersonId | undefined,
  startsOn: body.startsOn as LocalDate,
  endsOn: body.endsOn as LocalDate | undefined,
});

/**
 * Rejects invalid activities, by field. Throws AppError invalid: as `checkRecurrence`, `wheel.startsInThePast`,
 * `wheel.auditorDoesNothing`, `wheel.centreRoleNeedsCentres`, `wheel.unknownPerson`, `wheel.sameStep`.
 */
export function checkActivity(context: Context, given: ActivityGiven, now?: Revision): void {
  const { rule, startsOn, role, scope, personId, steps } = given;
  const today = todayOf(context.clock);
  checkRecurrence(given);
  if (rule === undefined && startsOn < today && startsOn !== now?.startsOn)
    throw invalid('wheel.startsInThePast', { field: 'startsOn' });
  if (role === 'auditor') throw invalid('wheel.auditorDoesNothing', { field: 'role' });
  if (isCentreRole(role) && scope === 'organisation' && personId === undefined)
    throw invalid('wheel.centreRoleNeedsCentres', { field: 'scope' });
  if (personId !== undefined && isFormer(context, personId))
    throw invalid('wheel.unknownPerson', { field: 'personId' });
  if (new Set(steps.map(({ id }) => id)).size < steps.length) throw invalid('wheel.sameStep', { field: 'steps' });
}

/** The columns derived from the input, except the rule. */
export const fieldsOf = (given: ActivityGiven) => ({
  title: given.title,
  why: given.why,
  source: given.source,
  role: given.role,
  personId: given.personId,
  scope: given.scope,
  steps: given.steps.map(({ id, title }) => ({ id, title })),
  evidence: given.evidence ?? '',
  leadDays: given.leadDays,
  groupKey: given.groupKey,
});

export const revisionOf = (given: ActivityGiven, from: LocalDate): Revision => {
  const { rule, startsOn, basis, endsOn, scope } = given;
  return {
    from,
    scope,
    ...(rule === undefined ? {} : { rule }),
    startsOn,
    basis,
    ...(endsOn === undefined ? {} : { endsOn }),
  };
};

/**
 * The rules with the new one, valid from today; replaces a rule of today. What happens once is one task: what was owed
 * on its former day is owed on the new one alone.
 */
export function revisedBy(
  activity: Pick<WheelActivity, 'revisions'>,
  given: ActivityGiven,
  today: LocalDate,
): Revision[] {
  const { revisions } = activity;
  const now = revisions.at(-1);
  const next = revisionOf(given, today);
  const same = now && sameRule(now, next);
  if (same) return revisions;
  if (now && revisions.length === 1 && isOnce(now) && isOnce(next) && now.scope === next.scope)
    return [revisionOf(given, madeOn(activity))];
  return [...revisions.filter((revision) => revision !== now || revision.from < today), next];
}

const sameRule = (one: Revision, other: Revision): boolean =>
  one.rule === other.rule &&
  one.startsOn === other.startsOn &&
  one.basis === other.basis &&
  one.endsOn === other.endsOn &&
  one.scope === other.scope;
