import { assetOrThrow } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { says } from '../../edits/index.ts';
import { conflict, forbidden, invalid, nowOf, stableKey, type Actor, type CentreId } from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { centres } from '../../organisation/index.ts';
import { firstFree, type Stored } from '../../sharepoint/index.ts';
import { emptyPlanContent, type planKinds, type PlanContent, type PlanStep } from '../contract.ts';
import { mayWritePlan } from '../permissions.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  type ContingencyPlan,
  type ContingencyPlanVersion,
} from './plan-lists.ts';
import { isToldPhones, shownTo } from './plan-access.ts';
import { plans } from './plans.ts';

export interface BeginPlan {
  kind: (typeof planKinds)[number];
  assetKey: string;
  centreId?: string | undefined;
  copyFrom?: string | undefined;
}

/** Months to the review and test of a new plan; editable. */
const everyYear = { reviewMonths: 12, testMonths: 12 };

/**
 * Creates a plan of a system for a centre, or for the whole organisation, with its first draft (R5); `copyFrom` copies
 * another plan's content. One of each kind: an existing one is returned, and a double press makes one. 4 resource
 * units. Throws AppError: missing `assets.noSuchAsset` `contingency.noSuchPlan` (to copy from), forbidden
 * `contingency.mayNotWritePlan`, conflict `contingency.assetRetired`, invalid `contingency.noSuchCentre`, unavailable.
 */
export async function beginPlan(context: Context, actor: Actor, given: BeginPlan): Promise<Stored<ContingencyPlan>> {
  const { kind, assetKey, copyFrom } = given;
  const asset = assetOrThrow(context, assetKey);
  const centreId = given.centreId as CentreId | undefined;
  const owned = { kind, assetKey, ...(centreId === undefined ? {} : { centreId }) };
  if (centreId !== undefined && !centres(context).some(({ key }) => key === centreId))
    throw invalid('contingency.noSuchCentre', { field: 'centreId' });
  if (!mayWritePlan(actor, owned, asset)) throw forbidden('contingency.mayNotWritePlan');
  if (asset.state === 'retired') throw conflict('contingency.assetRetired');
  const from = copyFrom === undefined ? undefined : sourceOf(context, actor, copyFrom);
  const begun = { ...owned, assetTitle: asset.title };
  return oneAtATime(context, `beginPlan ${kind} ${assetKey} ${centreId ?? 'all'}`, () =>
    withDraft(context, actor, begun, from),
  );
}

/**
 * Whether the plan's coming version is a copy of another, as the actor may read it: not where the system had a plan
 * already. Throws AppError missing `contingency.noSuchPlan`.
 */
export function isCopy(context: Context, actor: Actor, planKey: string, copyFrom: string): boolean {
  const from = sourceOf(context, actor, copyFrom);
  const coming = plans.find(context, planKey)?.coming?.version;
  return from !== undefined && coming !== undefined && says(coming, { content: from.content, forms: from.forms });
}

/** The plan and its draft by the same person: a simultaneous one finds both. */
async function withDraft(
  context: Context,
  actor: Actor,
  { assetTitle, ...owned }: Owned & { assetTitle: string },
  from: Copied | undefined,
): Promise<Stored<ContingencyPlan>> {
  const { kind, centreId } = owned;
  const plan = await planRecord(context, actor, owned, assetTitle);
  if (plans.find(context, plan.key)) {
    await plans.recordDocument(context, plan.key);
    return plan;
  }
  await context.list(ContingencyPlanVersions).create({
    ...plans.numbered(context, actor, plan.key),
    planKey: plan.key,
    title: plan.title,
    centreIds: kind === 'emergencyProcedure' && centreId !== undefined ? [centreId] : [],
    content: from?.content ?? emptyPlanContent,
    forms: from?.forms ?? [],
    summary: '',
    reviewMonths: from?.reviewMonths ?? everyYear.reviewMonths,
    testMonths: from?.testMonths ?? everyYear.testMonths,
  });
  await plans.recordDocument(context, plan.key);
  return plan;
}

type Copied = Pick<ContingencyPlanVersion, 'content' | 'forms' | 'reviewMonths' | 'testMonths'>;

/** The visible version of the copied plan: in force before a draft, without people of other centres. */
function sourceOf(context: Context, actor: Actor, planKey: string): Copied | undefined {
  const now = plans.readable(context, actor, planKey);
  const version = shownTo(context, actor, now)?.version;
  if (!version || isToldPhones(context, actor, now)) return version;
  return { ...version, content: withoutPeople(version.content) };
}

/** The roles stay, to be assigned to people of the own centre. */
function withoutPeople(content: PlanContent): PlanContent {
  const step = ({ personId: _, ...rest }: PlanStep): PlanStep => rest;
  return {
    ...content,
    firstHour: content.firstHour.map(step),
    steps: content.steps.map(step),
    returnToNormal: content.returnToNormal.map(step),
    contacts: content.contacts.map(({ key, role, note }) => ({ key, role, note, name: '', phone: '' })),
  };
}

type Owned = Pick<ContingencyPlan, 'kind' | 'assetKey' | 'centreId'>;

/** The existing plan, also with its only draft discarded; a retired one's key is used up. */
async function planRecord(
  context: Context,
  actor: Actor,
  owned: Owned,
  assetTitle: string,
): Promise<Stored<ContingencyPlan>> {
  const list = context.list(ContingencyPlans);
  const { kind, assetKey, centreId } = owned;
  const same = list
    .all()
    .filter((plan) => plan.kind === kind && plan.assetKey === assetKey && plan.centreId === centreId);
  const known = same.find(({ retiredAt }) => retiredAt === undefined);
  if (known) return known;
  const keyOf = (number: number) => stableKey(kind, assetKey, centreId ?? 'all', String(number));
  const title = context.texts(actor.language)(`contingencyPlans.document.title.${kind}`, { asset: assetTitle });
  const { record } = await list.create({
    key: keyOf(firstFree(list, keyOf, same.length + 1)),
    title: title.slice(0, longestTitle),
    ...owned,
    madeBy: actor.personId,
    madeAt: nowOf(context.clock),
  });
  return record;
}
const longestTitle = 200;
