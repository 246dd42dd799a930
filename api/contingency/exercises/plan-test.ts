import { TZDate } from '@date-fns/tz';
import { findAsset } from '../../assets/index.ts';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { says, updateIfNew } from '../../edits/index.ts';
import {
  conflict,
  forbidden,
  instant,
  invalid,
  nowOf,
  repeatableKey,
  timeZone,
  todayOf,
  type Actor,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import type { TestBody } from '../contract.ts';
import { planOrThrow, plans } from '../plans/plans.ts';
import { ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { mayKeepTest, mayPrepareTest, mayTestPlan } from './test-permissions.ts';
import { byMinute } from './test-rules.ts';
import { testOrThrow } from './tests.ts';

/** Converts a Danish time of day, with daylight saving. */
export function momentOf(day: LocalDate, time: string): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instant(new Date(new TZDate(year, month - 1, date, hour, minute, timeZone).getTime()));
}

function requireUnlikeKeys(field: string, items: readonly { key: string }[]): void {
  if (new Set(items.map(({ key }) => key)).size < items.length) throw invalid('fields.choice', { field });
}

/** `before`: people already named may stay after leaving. */
function fieldsOf(context: Context, body: TestBody, before?: ContingencyTest) {
  const { kind, title, scenario, injects, criteria, on, time, leaderId, participantIds } = body;
  const today = todayOf(context.clock);
  const isHere = (id: string) => {
    const person = findPerson(context, id);
    return person !== undefined && isEmployed(person, today);
  };
  if (leaderId !== before?.leaderId && !isHere(leaderId))
    throw invalid('contingency.unknownOwner', { field: 'leaderId' });
  const known: readonly string[] = before?.participantIds ?? [];
  if (!participantIds.every((id) => known.includes(id) || isHere(id)))
    throw invalid('contingency.unknownParticipant', { field: 'participantIds' });
  const plannedAt = momentOf(on as LocalDate, time);
  if (plannedAt !== before?.plannedAt && on < today) throw invalid('contingency.dueInThePast', { field: 'on' });
  requireUnlikeKeys('injects', injects);
  requireUnlikeKeys('criteria', criteria);
  return {
    kind,
    title,
    scenario,
    plannedAt,
    injects: [...injects].sort(byMinute),
    criteria: criteria.map(({ hours, ...criterion }) => ({ ...criterion, ...(hours === undefined ? {} : { hours }) })),
    leaderId: leaderId as PersonId,
    participantIds: [...new Set(participantIds)] as PersonId[],
  };
}

/**
 * Plans a test of a plan in force (R6); the job invites the participants. 4 resource units. Throws AppError: missing
 * `contingency.noSuchPlan`, forbidden `contingency.mayNotTest`, conflict `contingency.planRetired`
 * `contingency.planNotInForce`, invalid `contingency.unknownOwner` `contingency.unknownParticipant`
 * `contingency.dueInThePast`, unavailable.
 */
export async function planTest(
  context: Context,
  actor: Actor,
  planKey: string,
  body: TestBody,
): Promise<Stored<ContingencyTest>> {
  const { plan, current } = planOrThrow(context, planKey);
  if (!mayTestPlan(actor, plan, findAsset(context, plan.assetKey))) throw forbidden('contingency.mayNotTest');
  if (plan.retiredAt !== undefined) throw plans.refusals.retired();
  if (!current) throw conflict('contingency.planNotInForce');
  const now = nowOf(context.clock);
  const key = repeatableKey(actor, 'contingencyTest');
  const test: ContingencyTest = {
    key,
    planKey,
    versionKey: current.version.key,
    assetKey: plan.assetKey,
    state: 'planned',
    ...(plan.centreId === undefined ? {} : { centreId: plan.centreId }),
    ...fieldsOf(context, body),
    results: [],
    wentWell: '',
    toImprove: '',
    madeBy: actor.personId,
    madeAt: now,
    changedAt: now,
    changedBy: actor.personId,
  };
  const record = await createOnce(context.list(ContingencyTests), test, ['madeAt', 'changedAt']);
  await recordAct(context, {
    act: 'planTest',
    subjectKey: record.key,
    actorId: actor.personId,
    at: now,
    details: { planKey, kind: record.kind, plannedAt: record.plannedAt, leaderId: record.leaderId },
  });
  return record;
}

/**
 * Changes or moves a test before it begins; participants' cards show it, and new ones get a card. Without changes
 * nothing is written. 4 resource units. Throws AppError as `planTest`, missing `contingency.noSuchTest`, forbidden
 * `contingency.takesPartInTest`, conflict `contingency.testBegun`.
 */
export async function changeTest(
  context: Context,
  actor: Actor,
  testKey: string,
  body: TestBody,
): Promise<Stored<ContingencyTest>> {
  const test = testOrThrow(context, testKey);
  if (!mayKeepTest(context, actor, test)) throw forbidden('contingency.mayNotTest');
  if (!mayPrepareTest(context, actor, test)) throw forbidden('contingency.takesPartInTest');
  const now = nowOf(context.clock);
  const { record: changed, isNew } = await updateIfNew(context.list(ContingencyTests), testKey, (current) => {
    if (current.state !== 'planned') throw conflict('contingency.testBegun');
    const fields = fieldsOf(context, body, current);
    if (says(current, fields)) return undefined;
    const moved = fields.plannedAt === current.plannedAt ? {} : { movedFrom: current.plannedAt, movedAt: now };
    return { ...fields, ...moved, changedAt: now, changedBy: actor.personId };
  });
  if (!isNew) return changed;
  await recordAct(context, {
    act: 'changeTest',
    subjectKey: testKey,
    actorId: actor.personId,
    at: now,
    occasion: repeatableKey(actor, 'changeTest'),
    details: { kind: changed.kind, plannedAt: changed.plannedAt, leaderId: changed.leaderId },
  });
  return changed;
}
