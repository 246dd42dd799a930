import { assetOrThrow } from '../../assets/index.ts';
import { recordAct, recordedEntry } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import {
  forbidden,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type Instant,
  type LocalDate,
} from '../../kernel/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import { assessmentsOf } from '../known-risks.ts';
import { mayAssess } from '../permissions.ts';
import { Assessments, AssessmentTriggers, type AssessmentTrigger } from '../risk-lists.ts';
import { requireAssessor } from './assessments.ts';

const dayLength = 86_400_000;

const byAsset = derivation(
  [AssessmentTriggers, Assessments],
  (context): ReadonlyMap<string, readonly Stored<AssessmentTrigger>[]> => {
    const found = new Map<string, Stored<AssessmentTrigger>[]>();
    for (const trigger of context.list(AssessmentTriggers).all()) {
      if (trigger.takenBackAt !== undefined || isAnswered(context, trigger)) continue;
      found.set(trigger.assetKey, [...(found.get(trigger.assetKey) ?? []), trigger]);
    }
    for (const triggers of found.values())
      triggers.sort((one, other) => other.raisedAt.localeCompare(one.raisedAt) || one.key.localeCompare(other.key));
    return found;
  },
);
/** A finished assessment resolves earlier triggers. */
const isAnswered = (context: Context, { assetKey, raisedAt }: AssessmentTrigger): boolean =>
  assessmentsOf(context, assetKey).finished.some(({ finishedAt }) => finishedAt !== undefined && finishedAt > raisedAt);

/** Open triggers of an asset, latest first: until an assessment is finished or they are withdrawn (R2). */
export const openTriggers = (context: Context, assetKey: string): readonly Stored<AssessmentTrigger>[] =>
  byAsset(context).get(assetKey) ?? [];

export type ToRaise = Pick<AssessmentTrigger, 'assetKey' | 'reason'> & { note: string; due: LocalDate };

/**
 * Reports an event that requires a new assessment by a date (R2). A repeat is a success, also by another at the same
 * moment. 4 resource units. Throws AppError: missing, forbidden `risks.mayNotAssess`, invalid `risks.dueInThePast`,
 * conflict `http.madeAlready`, unavailable.
 */
export async function raiseTrigger(context: Context, actor: Actor, input: ToRaise): Promise<string> {
  requireAssessor(actor, assetOrThrow(context, input.assetKey));
  if (input.due < todayOf(context.clock)) throw invalid('risks.dueInThePast', { field: 'due' });
  return oneAtATime(context, `triggers ${input.assetKey}`, () => raiseInTurn(context, actor, input));
}

async function raiseInTurn(context: Context, actor: Actor, input: ToRaise): Promise<string> {
  const { assetKey, reason, note, due } = input;
  const said = openTriggers(context, assetKey).find(
    (known) => known.reason === reason && known.title === note && known.due === due,
  );
  if (said) return recordRaising(context, said);
  const now = nowOf(context.clock);
  const key = repeatableKey(actor, 'trigger');
  const trigger = { key, title: note, assetKey, reason, due, raisedBy: actor.personId, raisedAt: now };
  return recordRaising(context, await createOnce(context.list(AssessmentTriggers), trigger, ['raisedAt']));
}

/** Audits it and returns the key. Idempotent. */
async function recordRaising(context: Context, trigger: AssessmentTrigger, occasion?: string): Promise<string> {
  const { key, assetKey, reason, due, raisedBy, raisedAt } = trigger;
  const again = occasion === undefined ? {} : { occasion };
  const about = { act: 'raiseTrigger', subjectKey: key, actorId: raisedBy, at: raisedAt, ...again };
  await recordAct(context, { ...about, details: { assetKey, reason, due } });
  return key;
}

/**
 * Withdraws a trigger: its reporter, or an assessor of the asset. Idempotent. 4 resource units. Throws AppError:
 * missing `risks.noSuchTrigger`, forbidden `risks.mayNotAssess`, unavailable.
 */
export async function takeBackTrigger(context: Context, actor: Actor, key: string): Promise<string> {
  const list = context.list(AssessmentTriggers);
  const trigger = list.get(key);
  if (!trigger) throw missing('risks.noSuchTrigger');
  const isMine = trigger.raisedBy === actor.personId;
  if (!isMine && !mayAssess(actor, assetOrThrow(context, trigger.assetKey))) throw forbidden('risks.mayNotAssess');
  const now = nowOf(context.clock);
  const { takenBackAt: at = now } = await list.update(key, ({ takenBackAt }) =>
    takenBackAt === undefined ? { takenBackAt: now } : undefined,
  );
  if (await recordedEntry(context, fallenAway(key, at))) return key;
  await recordAct(context, { ...byPerson(key), actorId: actor.personId, at });
  return key;
}

/** A withdrawal in the trail. One because the record no longer requires it has an occasion. */
const byPerson = (key: string) => ({ act: 'takeBackTrigger', subjectKey: key });
const fallenAway = (key: string, at: Instant) => ({ ...byPerson(key), occasion: at });

/**
 * The same for a record of a feature above, under its key: raised once, also if somebody has withdrawn it since, and
 * again when it had fallen away with a record that requires it after all. 4 resource units each time. Throws AppError
 * `unavailable`.
 */
export async function keepTrigger(context: Context, trigger: AssessmentTrigger): Promise<void> {
  const list = context.list(AssessmentTriggers);
  const { takenBackAt } = list.get(trigger.key) ?? {};
  if (takenBackAt !== undefined && (await recordedEntry(context, fallenAway(trigger.key, takenBackAt)))) {
    const { key, ...fields } = trigger;
    const isSame = (current: AssessmentTrigger) => current.takenBackAt === takenBackAt;
    const raised = await list.update(key, (now) => (isSame(now) ? { ...fields, takenBackAt: undefined } : undefined));
    await recordRaising(context, raised, takenBackAt);
    return;
  }
  if (takenBackAt !== undefined) return;
  const record = list.get(trigger.key) ?? (await list.create(trigger)).record;
  await recordRaising(context, record);
}

/** Withdraws it when its record no longer requires it. Idempotent. Throws AppError `unavailable`. */
export async function takeBackKept(context: Context, key: string): Promise<void> {
  const list = context.list(AssessmentTriggers);
  const trigger = list.get(key);
  if (!trigger) return;
  const now = nowOf(context.clock);
  if (trigger.takenBackAt !== undefined) {
    // A crash may have left its entry out; the next run follows within a day.
    const isLately = Date.parse(trigger.takenBackAt) > Date.parse(now) - dayLength;
    if (!isLately || (await recordedEntry(context, byPerson(key)))) return;
  }
  const { takenBackAt: at = now } = await list.update(key, ({ takenBackAt }) =>
    takenBackAt === undefined ? { takenBackAt: now } : undefined,
  );
  await recordAct(context, { ...fallenAway(key, at), actorId: trigger.raisedBy, at });
}
