import type { Context } from '../../context.ts';
import { addDays, type Language, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { policySteps } from './policy-steps.ts';
import { startPlan, type DecidedTask } from './start-plan.ts';

const policyPlanKey = (policyVersionKey: string): string => `plan-${policyVersionKey}`;

export interface PolicyPlan {
  policyVersionKey: string;
  title: string;
  startsOn: LocalDate;
  madeBy: PersonId;
  /** Language of its tasks. */
  language: Language;
}

/**
 * Starts a policy version's implementation plan with a new policy's tasks (R10, R12). Automatic; a plan made by hand is
 * found and completed. Idempotent. Throws AppError as `startPlan`.
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
