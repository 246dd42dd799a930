import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import {
  forbidden,
  holds,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  type Actor,
  type PersonId,
  type Role,
} from '../kernel/index.ts';
import { centreRef, findPerson, fold, foldedMatch, personRef } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import { Advice, type AdviceGiven } from './advice-list.ts';
import type { AdviceQuery, AdviceView } from './contract.ts';
import { compareDanish } from '../texts/format.ts';

export const adviceWriters = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
/** The team’s own log, and general readers. */
export const adviceReaders = [...adviceWriters, 'auditor'] as const satisfies readonly Role[];
export const mayWriteAdvice = (actor: Actor): boolean => holds(actor, ...adviceWriters);

/** Characters of the answer in the title. */
const titleLength = 80;

export interface AdviceInput {
  askedById: string;
  answer: string;
}
function fieldsOf(context: Context, actor: Actor, { askedById, answer }: AdviceInput) {
  if (!mayWriteAdvice(actor)) throw forbidden('advice.mayNotWrite');
  const asker = findPerson(context, askedById);
  if (!asker) throw invalid('advice.unknownAsker', { field: 'askedById' });
  const { centreId } = asker;
  const words = (answer.split('\n')[0] ?? '').slice(0, titleLength);
  return { title: words, askedBy: askedById as PersonId, answer, ...(centreId === undefined ? {} : { centreId }) };
}

/**
 * Records a question and its answer (R14). 4 resource units. Throws AppError: forbidden `advice.mayNotWrite`, invalid
 * `advice.unknownAsker`, unavailable.
 */
export async function recordAdvice(context: Context, actor: Actor, input: AdviceInput): Promise<Stored<AdviceGiven>> {
  const fields = fieldsOf(context, actor, input);
  const at = nowOf(context.clock);
  const key = repeatableKey(actor, 'advice');
  const record = await createOnce(context.list(Advice), { key, ...fields, by: actor.personId, at }, ['at']);
  await recordAct(context, {
    act: 'recordAdvice',
    subjectKey: key,
    actorId: actor.personId,
    at: record.at,
    details: {},
  });
  return record;
}

/** Corrects it. 4 resource units. Throws AppError: as `recordAdvice`, missing `advice.noSuchAdvice`. */
export async function changeAdvice(
  context: Context,
  actor: Actor,
  key: string,
  input: AdviceInput,
): Promise<Stored<AdviceGiven>> {
  const fields = fieldsOf(context, actor, input);
  const known = context.list(Advice).get(key);
  if (!known) throw missing('advice.noSuchAdvice');
  const at = nowOf(context.clock);
  let changed = false;
  const record = await context.list(Advice).update(key, (current) => {
    changed = current.answer !== fields.answer || current.askedBy !== fields.askedBy;
    return changed ? { ...fields, centreId: fields.centreId, changedAt: at, changedBy: actor.personId } : undefined;
  });
  if (changed)
    await recordAct(context, {
      act: 'changeAdvice',
      subjectKey: key,
      actorId: actor.personId,
      at,
      occasion: at,
      details: {},
    });
  return record;
}

/** Throws AppError missing `advice.noSuchAdvice`. */
export function adviceView(context: Context, actor: Actor, key: string): AdviceView {
  const known = context.list(Advice).get(key);
  if (!known) throw missing('advice.noSuchAdvice');
  return adviceViewOf(context, actor, known);
}

export function adviceViewOf(context: Context, actor: Actor, advice: AdviceGiven): AdviceView {
  const { key, askedBy, centreId, answer, by, at, changedAt } = advice;
  const centre = centreRef(context, centreId);
  return {
    key,
    answer,
    at,
    askedBy: personRef(context, askedBy),
    by: personRef(context, by),
    ...(centre ? { centre } : {}),
    ...(changedAt === undefined ? {} : { changedAt }),
    etag: etagOf([askedBy, answer]),
    abilities: { change: mayWriteAdvice(actor) },
  };
}

/** A query's advice, in order. From memory: some thousands in ten years. */
export function adviceFound(context: Context, { q, centreId, sort, descending }: AdviceQuery): Stored<AdviceGiven>[] {
  const wanted = fold(q ?? '');
  const nameOf = ({ askedBy }: AdviceGiven) => findPerson(context, askedBy)?.title ?? '';
  const found = context
    .list(Advice)
    .all()
    .filter((one) => centreId === undefined || one.centreId === centreId)
    .filter((one) => wanted === '' || foldedMatch(fold(`${nameOf(one)} ${one.answer}`), wanted));
  const sign = descending ? -1 : 1;
  return found.sort(
    (one, other) =>
      sign * (sort === 'name' ? compareDanish(nameOf(one), nameOf(other)) : one.at.localeCompare(other.at)),
  );
}
