import { submitForApproval } from '../../approvals/index.ts';
import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { isVital } from '../../critical-services/index.ts';
import { conflict, invalid, type Actor } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { longTextLimit } from '../../sharepoint/index.ts';
import { ContingencyPlanVersions, type ContingencyPlan, type ContingencyPlanVersion } from './plan-lists.ts';
import { lacksOf, type Lack } from './lacks.ts';
import { phoneToCall } from './phones.ts';
import { writable } from './plan-access.ts';
import { contentOf } from './plan-content.ts';
import { planWay, senderOf } from './plan-way.ts';
import { planSubjectKind, planTurn } from './plans.ts';

/**
 * Sends the draft to those who decide (R5, R12), exactly as it is stored at this moment. Once more while it waits is a
 * success. 3 resource units; cards follow. Throws AppError: missing, forbidden, conflict `contingency.noDraft`
 * `contingency.planRetired` `contingency.assetRetired`, invalid `contingency.lacks…` (what is missing)
 * `contingency.planTooLong`, unavailable.
 */
export const submitPlan = (context: Context, actor: Actor, planKey: string): Promise<void> =>
  oneAtATime(context, planTurn(planKey), () => submitInTurn(context, actor, planKey));

async function submitInTurn(context: Context, actor: Actor, planKey: string): Promise<void> {
  const { coming, plan } = writable(context, actor, planKey);
  if (coming?.state === 'waiting') return;
  if (!coming || coming.state === 'rejected') throw conflict('contingency.noDraft');
  const version = await context.list(ContingencyPlanVersions).fresh(coming.version.key);
  if (!version || version.discardedAt !== undefined) throw conflict('contingency.noDraft');
  requireComplete(lacksNowOf(context, plan, version));
  const content = contentOf(context, plan, { version, requests: coming.requests });
  if (content.text.length > longTextLimit) throw invalid('contingency.planTooLong', { field: 'content' });
  await submitForApproval(context, actor, {
    subjectKind: planSubjectKind,
    subjectKey: version.key,
    content,
    summary: version.summary,
    stages: planWay(plan, isVital(context, plan.assetKey), senderOf(actor, plan)),
    ...(plan.centreId === undefined ? {} : { centreId: plan.centreId }),
  });
}

export const isAssetInUse = (context: Context, { assetKey }: Pick<ContingencyPlan, 'assetKey'>): boolean => {
  const asset = findAsset(context, assetKey);
  return asset !== undefined && asset.state !== 'retired';
};

/** What a version is missing today: a number that the directory has is there. From memory. */
export const lacksNowOf = (context: Context, plan: ContingencyPlan, version: ContingencyPlanVersion): Lack[] =>
  lacksOf(plan, version, isAssetInUse(context, plan), (contact) => phoneToCall(context, contact).phone);

const fields: Record<Exclude<Lack, 'assetRetired'>, { code: string; field: string }> = {
  trigger: { code: 'contingency.lacksTrigger', field: 'triggers' },
  firstHour: { code: 'contingency.lacksFirstHour', field: 'firstHour' },
  phone: { code: 'contingency.lacksPhone', field: 'contacts' },
  steps: { code: 'contingency.lacksSteps', field: 'steps' },
  summary: { code: 'contingency.lacksSummary', field: 'summary' },
};

function requireComplete([first]: readonly Lack[]): void {
  if (first === undefined) return;
  if (first === 'assetRetired') throw conflict('contingency.assetRetired');
  const { code, field } = fields[first];
  throw invalid(code, { field });
}
