import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  addDays,
  forbidden,
  invalid,
  missing,
  newId,
  nowOf,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { makeOneOff } from '../one-off.ts';
import { mayEditWheel } from '../permissions.ts';
import type { planContract } from '../plan-contract.ts';
import { WheelPlans, type WheelPlan } from './plan-list.ts';
import { policySteps } from './policy-steps.ts';

type Body<Name extends 'POST /api/wheel/plans' | 'POST /api/wheel/plans/:planKey/tasks'> = z.output<
  (typeof planContract)[Name]['body']
>;

const leadDays = 14;

/** Throws AppError `missing` when there is no such plan. */
export function planOrThrow(context: Context, key: string): Stored<WheelPlan> {
  const plan = context.list(WheelPlans).get(key);
  if (!plan) throw missing('wheel.noSuchPlan');
  return plan;
}

/**
 * Makes an implementation plan. With a policy version it begins with the tasks a new policy brings; a plan whose making
 * was cut short gets the rest when it is made again. Answers with its key. Throws AppError `forbidden`.
 */
export async function makePlan(context: Context, actor: Actor, body: Body<'POST /api/wheel/plans'>): Promise<string> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  const { title, policyVersionKey } = body;
  const startsOn = body.startsOn as LocalDate;
  const key = policyVersionKey === undefined ? newId() : `plan-${policyVersionKey}`;
  const madeAt = nowOf(context.clock);
  await context.list(WheelPlans).create({
    ...{ key, title, startsOn, madeBy: actor.personId, madeAt },
    ...(policyVersionKey === undefined ? {} : { policyVersionKey }),
  });
  if (policyVersionKey !== undefined) await addPolicySteps(context, actor, key, startsOn);
  await recordAct(context, { act: 'makePlan', subjectKey: key, actorId: actor.personId, at: madeAt });
  return key;
}

async function addPolicySteps(context: Context, actor: Actor, planKey: string, startsOn: LocalDate): Promise<void> {
  const t = context.texts(actor.language);
  for (const { key, role, scope, afterDays, source } of policySteps)
    await makeOneOff(context, actor, {
      ...{ key: `${planKey}-${key}`, groupKey: planKey, role, scope, source, leadDays },
      title: t(`wheelPlan.steps.${key}.title`),
      why: t(`wheelPlan.steps.${key}.why`),
      due: addDays(startsOn, afterDays),
    });
}

/** Adds a one-off task to a plan. Throws AppError `missing`, `forbidden`, `invalid`. */
export async function addPlanTask(
  context: Context,
  actor: Actor,
  planKey: string,
  body: Body<'POST /api/wheel/plans/:planKey/tasks'>,
): Promise<void> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  const plan = planOrThrow(context, planKey);
  const today = todayOf(context.clock);
  const due = body.due as LocalDate;
  if (due < today) throw invalid('wheel.dueInThePast');
  const personId = body.personId as PersonId | undefined;
  const person = personId === undefined ? undefined : findPerson(context, personId);
  if (personId !== undefined && (!person || !isEmployed(person, today))) throw invalid('wheel.unknownPerson');
  const { title, role, scope } = body;
  const key = newId();
  await makeOneOff(context, actor, {
    ...{ key, groupKey: plan.key, title, why: plan.title, source: 'R12', role, personId, scope, due, leadDays },
  });
  await recordAct(context, {
    ...{ act: 'addPlanTask', subjectKey: planKey, actorId: actor.personId, at: nowOf(context.clock), occasion: key },
  });
}
