import type { Context } from '../../context.ts';
import { addDays, type Language, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { policySteps } from './policy-steps.ts';
import { startPlan, type DecidedTask } from './start-plan.ts';

export const policyPlanKey = (policyVersionKey: string): string => `plan-${policyVersionKey}`;

export interface PolicyPlan {
  policyVersionKey: string;
  title: string;
  startsOn: LocalDate;
  madeBy: PersonId;
  /** The language that its tasks are written in. */
  language: Language;
}

/**
 * Begins the implementation plan of a policy version with the tasks that a new policy brings (R10, R12). Nobody has to
 * press for it; one made by hand before is found and gets the tasks it lacks. Safe to repeat. Throws AppError as
 * `startPlan`.
 */
export async function startPolicyPlan(context: Context, plan: PolicyPlan): Promise<string> {
  const { policyVersionKey, title, startsOn, madeBy, language } = plan;
  const key = policyPlanKey(policyVersionKey);
  const t = context.texts(language);
  const tasks = policySteps.map(({ key: step, role, scope, afterDays, source }): DecidedTask => ({
    key: step,
    role,
    scope,
    source,
    title: t(`wheelPlan.steps.${step}.title`),
    why: t(`wheelPlan.steps.${step}.why`),
    due: addDays(startsOn, afterDays),
  }));
  await startPlan(context, { key, title, startsOn, madeBy, policyVersionKey, tasks });
  return key;
}
