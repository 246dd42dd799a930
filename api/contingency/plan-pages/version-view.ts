import type { Context } from '../../context.ts';
import { fileView, versionFacts } from '../../documents/index.ts';
import type { Actor } from '../../kernel/index.ts';
import type { PlanVersionView } from '../contract.ts';
import { shownContentOf } from '../pocket/shown-content.ts';
import { asReviewed } from '../plans/lacks.ts';
import { isToldPhones, readsComing, readsEveryVersion, writesPlan } from '../plans/plan-access.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { centreRefs } from '../plans/plan-refs.ts';
import { plans } from '../plans/plans.ts';
import { plansFreshness } from './plans-freshness.ts';

/** A version for reading, with current names. Its approval and its editors' data are not for all. */
export function versionViewOf(
  context: Context,
  plan: PlanNow['plan'],
  now: PlanVersionNow,
  { withApproval, keeps, phones }: { withApproval: boolean; keeps: boolean; phones: boolean },
): PlanVersionView {
  const { centreIds, content, forms, testMonths, document } = now.version;
  return {
    ...versionFacts(context, asReviewed(context, plan, now), withApproval),
    testMonths,
    centres: centreRefs(context, centreIds),
    content: shownContentOf(context, content, { keeps, phones }),
    forms: forms.map(({ key, title, file }) => ({ key, title, file: fileView(file) })),
    ...(document ? { document: fileView(document) } : {}),
  };
}

/**
 * A version readable by the actor: the one in force for readers of the plan, the one in approval for its writers and
 * approvers, earlier ones for those who see every version. Throws AppError `missing`.
 */
export function versionSeen(
  context: Context,
  actor: Actor,
  params: { planKey: string; versionKey: string },
): { now: PlanNow; version: PlanVersionNow } {
  const now = plans.readable(context, actor, params.planKey);
  const version = now.versions.find(({ version: { key } }) => key === params.versionKey);
  const isCurrent = version !== undefined && version === now.current;
  const isComing = version !== undefined && version === now.coming && readsComing(context, actor, now);
  if (!version || !(isCurrent || isComing || readsEveryVersion(context, actor, now.plan)))
    throw plans.refusals.noSuchVersion();
  return { now, version };
}

/** One version of a plan. Throws AppError `missing`. */
export function versionFor(context: Context, actor: Actor, params: { planKey: string; versionKey: string }) {
  const { now, version } = versionSeen(context, actor, params);
  return {
    ...versionViewOf(context, now.plan, version, {
      withApproval: readsComing(context, actor, now),
      keeps: writesPlan(context, actor, now.plan),
      phones: isToldPhones(context, actor, now),
    }),
    freshness: plansFreshness(context),
  };
}
