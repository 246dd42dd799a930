import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { isOwnRepeat, says } from '../edits/index.ts';
import { conflict, forbidden, invalid, nowOf, repeatableKey, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { personRef } from '../organisation/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import type { MeasureBody } from './contract.ts';
import { isEditable, measureTurn, withScopes } from './measure.ts';
import { Measures, type Measure } from './measure-list.ts';
import { measureOrThrow } from './measures.ts';
import { mayProposeMeasure } from './permissions.ts';

function requireProposer(actor: Actor): void {
  if (!mayProposeMeasure(actor)) throw forbidden('measures.mayNotPropose');
}

/** The auditor is read-only, so gets no tasks. */
function fieldsOf(body: MeasureBody) {
  const wrong = body.steps.findIndex(({ role }) => role === 'auditor');
  if (wrong >= 0) throw invalid('wheel.auditorDoesNothing', { field: `steps.${wrong}.role` });
  const { title, background, costOnce, costYearly, risk, recommendation } = body;
  return { title, background, costOnce, costYearly, risk, recommendation, steps: withScopes(body) };
}

/** Creates a proposal (R13). 4 resource units. Throws AppError: forbidden, invalid, unavailable. */
export async function proposeMeasure(context: Context, actor: Actor, body: MeasureBody): Promise<Stored<Measure>> {
  requireProposer(actor);
  const now = nowOf(context.clock);
  const made = { proposedBy: actor.personId, proposedAt: now, changedAt: now, changedBy: actor.personId };
  const measure: Measure = { key: repeatableKey(actor, 'measure'), ...fieldsOf(body), ...made };
  const record = await createOnce(context.list(Measures), measure, ['proposedAt', 'changedAt']);
  await recordAct(context, {
    act: 'proposeMeasure',
    subjectKey: record.key,
    actorId: actor.personId,
    at: record.proposedAt,
  });
  return record;
}

/**
 * Changes a proposal that is not under decision; without changes nothing is written. 4 resource units. Throws AppError:
 * forbidden, missing, invalid, conflict `measures.notEditable`, and `measures.changedMeanwhile` when changed since
 * `seen`, unavailable.
 */
export async function changeMeasure(
  context: Context,
  actor: Actor,
  key: string,
  body: MeasureBody,
): Promise<Stored<Measure>> {
  requireProposer(actor);
  requireEditable(context, key);
  const now = nowOf(context.clock);
  const fields = fieldsOf(body);
  let isNews = true;
  const changed = await oneAtATime(context, measureTurn(key), () =>
    context.list(Measures).update(key, (current) => {
      requireEditable(context, key);
      if (current.discardedAt !== undefined) throw conflict('measures.notEditable');
      if (body.expected !== undefined && body.expected !== current.changedAt) {
        if (isOwnRepeat(current, actor, fields)) return undefined;
        throw conflict('measures.changedMeanwhile', { name: nameOf(context, current) });
      }
      isNews = !says(current, fields);
      return isNews ? { ...fields, changedAt: now, changedBy: actor.personId } : undefined;
    }),
  );
  if (!isNews) return changed;
  const at = changed.changedAt ?? now;
  await recordAct(context, { act: 'changeMeasure', subjectKey: key, actorId: actor.personId, at, occasion: at });
  return changed;
}

const nameOf = (context: Context, { changedBy, proposedBy }: Measure): string =>
  personRef(context, changedBy ?? proposedBy).name;

/** Discards a draft; it stays in the list, marked. Idempotent. Throws AppError as above. */
export async function discardMeasure(context: Context, actor: Actor, key: string): Promise<void> {
  requireProposer(actor);
  await oneAtATime(context, measureTurn(key), async () => {
    if (context.list(Measures).get(key)?.discardedAt !== undefined) return;
    requireEditable(context, key);
    const now = nowOf(context.clock);
    await context
      .list(Measures)
      .update(key, ({ discardedAt }) =>
        discardedAt === undefined ? { discardedAt: now, discardedBy: actor.personId } : undefined,
      );
    await recordAct(context, { act: 'discardMeasure', subjectKey: key, actorId: actor.personId, at: now });
  });
}

function requireEditable(context: Context, key: string): void {
  if (!isEditable(measureOrThrow(context, key).state)) throw conflict('measures.notEditable');
}
