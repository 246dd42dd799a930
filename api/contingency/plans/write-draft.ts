import { isOpenToChange } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { conflict, missing, nowOf, stableKey, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { ContingencyPlanVersions, type ContingencyPlanVersion } from './plan-lists.ts';
import { writable } from './plan-access.ts';
import { everyVersionOf, findPlanVersion } from './plans.ts';

/** The next number has one key, so that two who begin it at once begin one. */
export const versionKey = (planKey: string, number: number): string => stableKey(`${planKey}.v${number}`);

/** `isNew`: a new version begins from `current`, which is in force or was rejected. */
export type DraftChange = (
  current: Stored<ContingencyPlanVersion>,
  isNew: boolean,
) => Partial<Omit<ContingencyPlanVersion, 'key'>> | undefined;

/**
 * Changes the draft there is, or one that was sent back; when the latest version is in force or was rejected the next
 * one begins, with all that the latest said. Throws AppError: conflict `contingency.planWaiting`
 * `contingency.draftDiscarded`, missing, and what `change` throws.
 */
export async function writeDraft(
  context: Context,
  actor: Actor,
  planKey: string,
  change: DraftChange,
): Promise<Stored<ContingencyPlanVersion>> {
  // As it is at this moment: a version may have been begun while a form was on its way.
  const { coming, versions, plan } = writable(context, actor, planKey);
  if (coming?.state === 'waiting') throw conflict('contingency.planWaiting');
  const list = context.list(ContingencyPlanVersions);
  const changeOpen = (current: Stored<ContingencyPlanVersion>) => {
    if (current.discardedAt !== undefined) throw conflict('contingency.draftDiscarded');
    const state = findPlanVersion(context, current.key)?.version.state;
    if (state !== undefined && !isOpenToChange(state)) throw conflict('contingency.planWaiting');
    return change(current, false);
  };
  if (coming && isOpenToChange(coming.state)) return list.update(coming.version.key, changeOpen);
  const base = versions[0]?.version;
  if (!base) throw missing('contingency.noSuchPlan');
  const { record, existed } = await list.create({
    ...nextVersion(context, actor, plan.key, base),
    ...change(base, true),
  });
  return existed ? list.update(record.key, changeOpen) : record;
}

/** The version after the latest that was ever begun, with what another says. What is new is written anew. */
export function nextVersion(
  context: Context,
  actor: Actor,
  planKey: string,
  from: Pick<ContingencyPlanVersion, 'title' | 'centreIds' | 'content' | 'forms' | 'reviewMonths' | 'testMonths'>,
): ContingencyPlanVersion {
  const { title, centreIds, content, forms, reviewMonths, testMonths } = from;
  const number = (everyVersionOf(context, planKey)[0]?.number ?? 0) + 1;
  const now = nowOf(context.clock);
  return {
    key: versionKey(planKey, number),
    planKey,
    number,
    title,
    centreIds,
    content,
    forms,
    summary: '',
    reviewMonths,
    testMonths,
    madeBy: actor.personId,
    madeAt: now,
    changedBy: actor.personId,
    changedAt: now,
  };
}
