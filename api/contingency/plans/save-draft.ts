import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { invalid, type Actor, type CentreId } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import { longTextLimit, type Stored } from '../../sharepoint/index.ts';
import type { draftPlanBody } from '../contract.ts';
import { centresWritten, mayWriteWhole } from '../permissions.ts';
import type { ContingencyPlan, ContingencyPlanVersion } from './plan-lists.ts';
import { choosePeople } from './phone-for-plan.ts';
import { plans } from './plans.ts';

export type DraftPlan = Omit<z.output<typeof draftPlanBody>, 'expected'> & { expected?: string | null | undefined };

/**
 * Saves a draft (R5). An edit conflict is reported, and nothing is lost; a repeat is a success. 2 resource units.
 * Throws AppError: missing, forbidden, conflict `contingency.planWaiting` `contingency.planRetired`
 * `contingency.draftDiscarded` `contingency.changedMeanwhile`, invalid `contingency.noSuchCentre`
 * `contingency.centreNotYours` `contingency.planTooLong`, TooMany `contingency.tooManyPhones`, unavailable.
 */
export async function saveDraft(
  context: Context,
  actor: Actor,
  planKey: string,
  { expected, ...draft }: DraftPlan,
): Promise<Stored<ContingencyPlanVersion>> {
  const now = plans.writable(context, actor, planKey);
  const before = now.versions[0]?.version;
  const fields = { ...draft, centreIds: centresFor(context, actor, now.plan, draft.centreIds, before) };
  // Room for the overhead of the list's JSON, and for the text decided about.
  if (JSON.stringify(draft.content).length > longTextLimit * 0.9)
    throw invalid('contingency.planTooLong', { field: 'content' });
  await choosePeople(context, actor, now, draft.content);
  return plans.saveDraft(context, actor, planKey, fields, expected ?? undefined);
}

/** Closed or other centres may stay if already selected; a restore plan is IT's. */
function centresFor(
  context: Context,
  actor: Actor,
  { kind }: ContingencyPlan,
  asked: readonly string[],
  before: ContingencyPlanVersion | undefined,
): CentreId[] {
  const ids = [...new Set(asked)] as CentreId[];
  if (mayWriteWhole(actor) && ids.length === 0) return ids;
  const kept = before?.centreIds ?? [];
  const open = new Set<string>(centres(context).map(({ key }) => key));
  if (ids.some((id) => !open.has(id) && !kept.includes(id)))
    throw invalid('contingency.noSuchCentre', { field: 'centreIds' });
  if (mayWriteWhole(actor)) return ids;
  const own = centresWritten(actor);
  const isWidened = ids.length === 0 ? kept.length > 0 : ids.some((id) => !own.includes(id) && !kept.includes(id));
  if (isWidened && kind === 'emergencyProcedure') throw invalid('contingency.centreNotYours', { field: 'centreIds' });
  return ids;
}
