import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { conflict, invalid, nowOf, type Actor, type CentreId } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import { longTextLimit, type Stored } from '../../sharepoint/index.ts';
import type { draftPlanBody } from '../contract.ts';
import { centresWritten, mayWriteWhole } from '../permissions.ts';
import type { ContingencyPlan, ContingencyPlanVersion } from './plan-lists.ts';
import { choosePeople } from './phone-for-plan.ts';
import { plans } from './plans.ts';

export type DraftPlan = z.output<typeof draftPlanBody>;

/**
 * Saves what is written (R5). The one who saves on top of what somebody else has saved meanwhile is told, and loses
 * nothing; the same once more is a success. 2 resource units. Throws AppError: missing, forbidden, conflict
 * `contingency.planWaiting` `contingency.planRetired` `contingency.draftDiscarded` `contingency.changedMeanwhile`, invalid
 * `contingency.noSuchCentre` `contingency.centreNotYours` `contingency.planTooLong`, TooMany `contingency.tooManyPhones`,
 * unavailable.
 */
export async function saveDraft(
  context: Context,
  actor: Actor,
  planKey: string,
  { seen, ...draft }: DraftPlan,
): Promise<Stored<ContingencyPlanVersion>> {
  const now = plans.writable(context, actor, planKey);
  const before = now.versions[0]?.version;
  const fields = { ...draft, centreIds: centresFor(context, actor, now.plan, draft.centreIds, before) };
  // Room for the quotes and names that the list's JSON needs, and for the text that is decided about.
  if (JSON.stringify(draft.content).length > longTextLimit * 0.9)
    throw invalid('contingency.planTooLong', { field: 'content' });
  await choosePeople(context, actor, now, draft.content);
  return plans.writeDraft(context, actor, planKey, (current, isNew) => {
    if (!isNew && said(current) === said(fields)) return undefined;
    requireUnchanged(current, actor, seen, isNew);
    return { ...fields, changedBy: actor.personId, changedAt: nowOf(context.clock) };
  });
}

type Said = Pick<ContingencyPlanVersion, 'title' | 'centreIds' | 'content' | 'summary' | 'reviewMonths' | 'testMonths'>;
const said = ({ title, centreIds, content, summary, reviewMonths, testMonths }: Said): string =>
  JSON.stringify([title, centreIds, content, summary, reviewMonths, testMonths]);

/** Whoever does not say what was seen may begin a draft, and go on with the own one. */
function requireUnchanged(
  { changedAt, changedBy }: ContingencyPlanVersion,
  actor: Actor,
  seen: string | undefined,
  isNew: boolean,
): void {
  const isUnchanged = seen === undefined ? isNew || changedBy === actor.personId : seen === changedAt;
  if (!isUnchanged) throw conflict('contingency.changedMeanwhile');
}

/** A closed centre, and one of others, may stay where it was; a restore plan is IT's. */
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
