import type { ApprovalContent } from '../../approvals/index.ts';
import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { conflict, invalid } from '../../kernel/index.ts';
import { longTextLimit } from '../../sharepoint/index.ts';
import type { PlanContact } from '../contract.ts';
import { phoneToCall } from './phones.ts';
import type { ContingencyPlan, ContingencyPlanVersion, PlanVersionNow } from './plan-lists.ts';

/** Requirements on a plan before submission. Texts under `contingencyPlans.lacks`. */
export type Lack = 'assetRetired' | 'trigger' | 'firstHour' | 'steps' | 'phone' | 'summary';

/**
 * Missing parts, in form order (R5): triggers, first-hour steps, contacts, and for a restore plan the steps themselves;
 * and the summary. `phoneOf`: a contact's number. Pure.
 */
export function lacksOf(
  { kind }: Pick<ContingencyPlan, 'kind'>,
  { content, summary }: Pick<ContingencyPlanVersion, 'content' | 'summary'>,
  assetInUse: boolean,
  phoneOf: (contact: PlanContact) => string = ({ phone }) => phone,
): Lack[] {
  const isSaid = (text: string) => text.trim() !== '';
  const { triggers, firstHour, steps, contacts } = content;
  const rules: [Lack, boolean][] = [
    ['assetRetired', assetInUse],
    ['trigger', triggers.some(isSaid)],
    ['firstHour', firstHour.some(({ text }) => isSaid(text))],
    ['phone', contacts.some((contact) => isSaid(phoneOf(contact)))],
    ['steps', kind !== 'restorePlan' || steps.some(({ text }) => isSaid(text))],
    ['summary', isSaid(summary)],
  ];
  return rules.flatMap(([lack, isThere]) => (isThere ? [] : [lack]));
}

export const isAssetInUse = (context: Context, { assetKey }: Pick<ContingencyPlan, 'assetKey'>): boolean => {
  const asset = findAsset(context, assetKey);
  return asset !== undefined && asset.state !== 'retired';
};

/** A version as it is shown: that of a system out of use has no review. */
export function asReviewed(
  context: Context,
  plan: Pick<ContingencyPlan, 'assetKey'>,
  now: PlanVersionNow,
): PlanVersionNow {
  if (isAssetInUse(context, plan)) return now;
  const { reviewOn: _none, ...rest } = now;
  return { ...rest, state: now.state === 'expired' ? 'valid' : now.state };
}

/** A version's missing parts today: a directory number counts. From memory. */
export const planLacksNow = (context: Context, plan: ContingencyPlan, version: ContingencyPlanVersion): Lack[] =>
  lacksOf(plan, version, isAssetInUse(context, plan), (contact) => phoneToCall(context, contact).phone);

const refusals: Record<Lack, () => Error> = {
  assetRetired: () => conflict('contingency.assetRetired'),
  trigger: () => invalid('contingency.lacksTrigger', { field: 'triggers' }),
  firstHour: () => invalid('contingency.lacksFirstHour', { field: 'firstHour' }),
  phone: () => invalid('contingency.lacksPhone', { field: 'contacts' }),
  steps: () => invalid('contingency.lacksSteps', { field: 'steps' }),
  summary: () => invalid('contingency.lacksSummary', { field: 'summary' }),
};

/** Throws AppError for the first missing part, and invalid `contingency.planTooLong`. */
export function requireComplete(
  context: Context,
  plan: ContingencyPlan,
  version: ContingencyPlanVersion,
  { text }: ApprovalContent,
): void {
  const [first] = planLacksNow(context, plan, version);
  if (first !== undefined) throw refusals[first]();
  if (text.length > longTextLimit) throw invalid('contingency.planTooLong', { field: 'content' });
}
