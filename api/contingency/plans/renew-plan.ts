import { renewal, submitForApproval } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { isVital } from '../../critical-services/index.ts';
import { conflict, type Actor } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { writable } from './plan-access.ts';
import { contentOf } from './plan-content.ts';
import { leftPeople } from './plan-people.ts';
import { planRenewalWay, senderOf } from './plan-way.ts';
import { planSubjectKind, planTurn } from './plans.ts';
import { isAssetInUse } from './submit-plan.ts';

/**
 * Asks that the version in force holds for another interval as it is (R5): nobody has to confirm a part again. Once more
 * while it is being decided is a success. 2 resource units; cards follow. Throws AppError: missing, forbidden, conflict
 * `contingency.notInForce` `contingency.planWaiting` (a new version is being decided) `contingency.peopleHaveLeft` (it
 * names somebody who has left, so it does not hold as it is) `contingency.assetRetired` `contingency.planRetired`.
 */
export const renewPlan = (context: Context, actor: Actor, renewal: Renewal): Promise<void> =>
  oneAtATime(context, planTurn(renewal.planKey), () => renewInTurn(context, actor, renewal));

interface Renewal {
  planKey: string;
  note: string;
}

async function renewInTurn(context: Context, actor: Actor, { planKey, note }: Renewal): Promise<void> {
  const { current, coming, plan } = writable(context, actor, planKey);
  if (!current) throw conflict('contingency.notInForce');
  if (current.renewing) return;
  if (coming?.state === 'waiting') throw conflict('contingency.planWaiting');
  if (!isAssetInUse(context, plan)) throw conflict('contingency.assetRetired');
  if (leftPeople(context, current.version.content).length > 0) throw conflict('contingency.peopleHaveLeft');
  await submitForApproval(context, actor, {
    subjectKind: planSubjectKind,
    subjectKey: current.version.key,
    purpose: renewal,
    summary: note,
    content: contentOf(context, plan, current),
    stages: planRenewalWay(plan, isVital(context, plan.assetKey), senderOf(actor, plan)),
    ...(plan.centreId === undefined ? {} : { centreId: plan.centreId }),
  });
}
