import { appendActs, recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  type ContingencyPlan,
  type ContingencyPlanVersion,
} from './plan-lists.ts';

/** Appends that a plan was begun, and that it was retired. Safe to repeat. */
export async function recordPlan(context: Context, plan: ContingencyPlan): Promise<void> {
  const { key, kind, assetKey, centreId, madeBy, madeAt, retiredBy, retiredAt } = plan;
  const details = { kind, assetKey, centreId: centreId ?? null };
  await recordAct(context, { act: 'beginPlan', subjectKey: key, actorId: madeBy, at: madeAt, details });
  if (retiredBy === undefined || retiredAt === undefined) return;
  await recordAct(context, { act: 'retirePlan', subjectKey: key, actorId: retiredBy, at: retiredAt, details });
}

/** The same for a draft that was discarded; nothing for other versions. */
export async function recordDiscarding(context: Context, version: ContingencyPlanVersion): Promise<void> {
  const { key, planKey, number, discardedBy, discardedAt } = version;
  if (discardedBy === undefined || discardedAt === undefined) return;
  const about = { act: 'discardPlan', subjectKey: key, actorId: discardedBy, at: discardedAt };
  await recordAct(context, { ...about, details: { planKey, number } });
}

/**
 * Appends to the audit trail what a crash left out after an item was written. Looks at an item again only when it has
 * changed, and costs no unit when the trail is complete. Throws AppError `unavailable`.
 */
export async function continuePlanActs(context: Context): Promise<void> {
  const acts = appendActs(context, 'planActs');
  await acts.of(context.list(ContingencyPlans).all(), (one) => recordPlan(context, one));
  await acts.of(context.list(ContingencyPlanVersions).all(), (one) => recordDiscarding(context, one));
  acts.end();
}
