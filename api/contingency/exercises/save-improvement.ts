import type { Context } from '../../context.ts';
import { forbidden, missing, nowOf, repeatableKey, type Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { improvementOrThrow, improvements } from './improvements.ts';
import type { LogSubject } from './log-subject.ts';
import { logSubjectOf } from './log-subjects.ts';
import type { Improvement } from './test-lists.ts';

export interface ImprovementInput {
  title: string;
  ownerId: string;
  due: string;
  note?: string | undefined;
  /** Its plan, where the subject has none. */
  planKey?: string | undefined;
}

/** Throws AppError: missing `contingency.noSuchSubject`, forbidden `contingency.mayNotImprove`. */
export function managedSubject(context: Context, actor: Actor, subjectKey: string): LogSubject {
  const subject = logSubjectOf(context, actor, subjectKey);
  if (!subject) throw missing('contingency.noSuchSubject');
  if (!subject.mayKeep) throw forbidden('contingency.mayNotImprove');
  return subject;
}

/**
 * Adds an improvement after a test or a downtime: an obligation of its owner (R6). 4 resource units. Throws AppError:
 * missing, forbidden `contingency.mayNotImprove`, invalid `contingency.unknownOwner` `contingency.dueInThePast`,
 * unavailable.
 */
export async function addImprovement(
  context: Context,
  actor: Actor,
  input: ImprovementInput & { subjectKey: string },
): Promise<Stored<Improvement>> {
  const {
    source,
    key: subjectKey,
    centreId,
    planKey = input.planKey,
  } = managedSubject(context, actor, input.subjectKey);
  return improvements.add(context, {
    key: repeatableKey(actor, 'improvement'),
    source,
    subjectKey,
    ...improvements.agreed(context, input),
    note: input.note ?? '',
    ...(planKey === undefined ? {} : { planKey }),
    ...(centreId === undefined ? {} : { centreId }),
    changedAt: nowOf(context.clock),
    changedBy: actor.personId,
  });
}

/** Changes the owner or due day of an open one. 4 resource units. Throws AppError as `addImprovement`, conflict. */
export async function changeImprovement(
  context: Context,
  actor: Actor,
  key: string,
  input: ImprovementInput,
): Promise<Stored<Improvement>> {
  managedSubject(context, actor, improvementOrThrow(context, key).subjectKey);
  return improvements.change(context, actor, key, (current) => ({
    ...improvements.agreed(context, input, { before: current }),
    note: input.note ?? '',
  }));
}

/**
 * Reports progress: done, by whom and when, or a note; `done: false` reopens it. A repeat is a success. 4 resource
 * units. Throws AppError: missing, forbidden `contingency.mayNotWorkOn`, conflict, unavailable.
 */
export const reportImprovement = async (
  context: Context,
  actor: Actor,
  key: string,
  { done, note }: { done: boolean; note: string },
): Promise<Stored<Improvement>> =>
  improvements.report(context, actor, improvementOrThrow(context, key), { done, fields: { note } });

/**
 * Cancels one with the reason; repeats succeed. 4 resource units. Throws AppError: missing, forbidden, conflict,
 * unavailable.
 */
export async function giveUpImprovement(
  context: Context,
  actor: Actor,
  key: string,
  reason: string,
): Promise<Stored<Improvement>> {
  managedSubject(context, actor, improvementOrThrow(context, key).subjectKey);
  return improvements.cancel(context, actor, key, reason);
}
