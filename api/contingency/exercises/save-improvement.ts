import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import { Improvements, type Improvement } from './test-lists.ts';
import { improvementOrThrow, improvementWorkers } from './improvements.ts';
import type { LogSubject } from './log-subject.ts';
import { logSubjectOf } from './log-subjects.ts';

export interface ImprovementInput {
  title: string;
  ownerId: string;
  due: string;
  note?: string | undefined;
  /** The plan that it is about, where the subject has none of its own. */
  planKey?: string | undefined;
}

/** Throws AppError: missing `contingency.noSuchSubject`, forbidden `contingency.mayNotImprove`. */
export function keptSubject(context: Context, actor: Actor, subjectKey: string): LogSubject {
  const subject = logSubjectOf(context, actor, subjectKey);
  if (!subject) throw missing('contingency.noSuchSubject');
  if (!subject.mayKeep) throw forbidden('contingency.mayNotImprove');
  return subject;
}

export function requireOpen({ cancelledAt, doneAt }: Improvement): void {
  if (cancelledAt !== undefined) throw conflict('contingency.improvementGivenUp');
  if (doneAt !== undefined) throw conflict('contingency.improvementDone');
}

/** `before` is what stood there: a day that has gone by may stay, and so may an owner who has left. */
function fieldsOf(context: Context, { title, ownerId, due, note = '' }: ImprovementInput, before?: Improvement) {
  const today = todayOf(context.clock);
  const owner = findPerson(context, ownerId);
  if (ownerId !== before?.ownerId && !(owner && isEmployed(owner, today)))
    throw invalid('contingency.unknownOwner', { field: 'ownerId' });
  if (due !== before?.due && due < today) throw invalid('contingency.dueInThePast', { field: 'due' });
  return { title, note, ownerId: ownerId as PersonId, due: due as LocalDate };
}

/**
 * Adds what is to be better after a test or a downtime: an obligation of its owner (R6). 4 resource units. Throws
 * AppError: missing, forbidden `contingency.mayNotImprove`, invalid `contingency.unknownOwner`
 * `contingency.dueInThePast`, unavailable.
 */
export async function addImprovement(
  context: Context,
  actor: Actor,
  input: ImprovementInput & { subjectKey: string },
): Promise<Stored<Improvement>> {
  const { source, key: subjectKey, centreId, planKey = input.planKey } = keptSubject(context, actor, input.subjectKey);
  const fields = fieldsOf(context, input);
  const now = nowOf(context.clock);
  const key = repeatableKey(actor, 'improvement');
  const improvement: Improvement = {
    ...{ key, source, subjectKey, ...fields, changedAt: now, changedBy: actor.personId },
    ...(planKey === undefined ? {} : { planKey }),
    ...(centreId === undefined ? {} : { centreId }),
  };
  const record = await createOnce(context.list(Improvements), improvement, ['changedAt']);
  await recordAct(context, {
    ...{ act: 'addImprovement', subjectKey, actorId: actor.personId, at: now, occasion: record.key },
    details: { improvementKey: record.key, ownerId: record.ownerId, due: record.due },
  });
  return record;
}

/** Changes one that is open: another owner, another day. 4 resource units. Throws AppError as `addImprovement`, conflict. */
export async function changeImprovement(
  context: Context,
  actor: Actor,
  key: string,
  input: ImprovementInput,
): Promise<Stored<Improvement>> {
  const { subjectKey } = improvementOrThrow(context, key);
  keptSubject(context, actor, subjectKey);
  const now = nowOf(context.clock);
  const changed = await context.list(Improvements).update(key, (current) => {
    requireOpen(current);
    return { ...fieldsOf(context, input, current), changedAt: now, changedBy: actor.personId };
  });
  const { ownerId, due } = changed;
  await recordAct(context, {
    ...{ act: 'changeImprovement', subjectKey, actorId: actor.personId, at: now, occasion: `${key} ${now}` },
    details: { improvementKey: key, ownerId, due },
  });
  return changed;
}

/** The owner, whoever does it in the owner's place, and whoever keeps what it came from. */
export const mayWorkOnImprovement = (context: Context, actor: Actor, improvement: Improvement): boolean =>
  improvementWorkers(context, improvement).includes(actor.personId) ||
  logSubjectOf(context, actor, improvement.subjectKey)?.mayKeep === true;

/**
 * Says how far it is: done, by whom and when, or a note on the way; `done: false` opens it again. Said already is done.
 * 4 resource units. Throws AppError: missing, forbidden `contingency.mayNotWorkOn`, conflict, unavailable.
 */
export async function reportImprovement(
  context: Context,
  actor: Actor,
  key: string,
  { done, note }: { done: boolean; note: string },
): Promise<Stored<Improvement>> {
  const improvement = improvementOrThrow(context, key);
  if (!mayWorkOnImprovement(context, actor, improvement)) throw forbidden('contingency.mayNotWorkOn');
  const now = nowOf(context.clock);
  let said = false;
  const reported = await context.list(Improvements).update(key, (current) => {
    if (current.cancelledAt !== undefined) throw conflict('contingency.improvementGivenUp');
    said = (current.doneAt !== undefined) !== done || current.note !== note;
    if (!said) return undefined;
    const by = { doneAt: current.doneAt ?? now, doneBy: current.doneBy ?? actor.personId };
    return {
      ...(done ? by : { doneAt: undefined, doneBy: undefined }),
      ...{ note, changedAt: now, changedBy: actor.personId },
    };
  });
  if (said)
    await recordAct(context, {
      ...{ act: 'reportImprovement', subjectKey: improvement.subjectKey, actorId: actor.personId, at: now },
      ...{ occasion: `${key} ${now}`, details: { improvementKey: key, done } },
    });
  return reported;
}

/** Gives one up with the reason; a repeat is done. 4 resource units. Throws AppError: missing, forbidden, conflict, unavailable. */
export async function giveUpImprovement(
  context: Context,
  actor: Actor,
  key: string,
  reason: string,
): Promise<Stored<Improvement>> {
  const { subjectKey } = improvementOrThrow(context, key);
  keptSubject(context, actor, subjectKey);
  const now = nowOf(context.clock);
  const given = await context.list(Improvements).update(key, (current) => {
    if (current.cancelledAt !== undefined) return undefined;
    requireOpen(current);
    return { cancelledAt: now, cancelledReason: reason, changedAt: now, changedBy: actor.personId };
  });
  await recordAct(context, {
    ...{ act: 'giveUpImprovement', subjectKey, actorId: given.changedBy, at: given.cancelledAt ?? now },
    ...{ occasion: key, details: { improvementKey: key } },
  });
  return given;
}
