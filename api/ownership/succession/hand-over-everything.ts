import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  atMostAMoment,
  forbidden,
  invalid,
  missing,
  notWaitedFor,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type PersonId,
} from '../../kernel/index.ts';
import { aboutPerson, mayHandOverFor } from '../../obligations/index.ts';
import { findPerson, isAway, isEmployed } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { chosenAlone, mostGiven, type BelongingKind, type SuccessionBody } from '../contract.ts';
import { heldBy, titleOf } from './belongings.ts';
import { carryOutSuccession } from './carry-out-succession.ts';
import { Successions, type GivenItem, type Succession } from './succession-list.ts';

/** Characters stored of a title: one cell holds 250 records. */
const titleLength = 80;

/**
 * Transfers everything of a leaver to colleagues (R15, R16): each record by its own rules, with the actor's rights.
 * Continues after the answer, and after a crash by the job; idempotent per press. 2 resource units and 4 a record.
 * Throws AppError: missing `obligations.noSuchPerson`, forbidden `obligations.mayNotHandOver`, invalid
 * `obligations.samePerson` `obligations.unknownReceiver` `obligations.receiverAway` `ownership.nothingToGive`,
 * unavailable.
 */
export async function handOverEverything(
  context: Context,
  actor: Actor,
  given: SuccessionBody,
): Promise<Stored<Succession>> {
  const from = given.fromPersonId as PersonId;
  const person = findPerson(context, from);
  if (!mayHandOverFor(actor, aboutPerson(context, from))) throw forbidden('obligations.mayNotHandOver');
  if (!person) throw missing('obligations.noSuchPerson');
  const key = repeatableKey(actor, 'succession');
  const list = context.list(Successions);
  const succession = list.get(key) ?? (await begin(context, actor, { key, title: person.title, from }, given));
  await recordBeginning(context, succession);
  await atMostAMoment(notWaitedFor(() => carryOutSuccession(context, key)));
  return list.get(key) ?? succession;
}

async function begin(
  context: Context,
  actor: Actor,
  about: Pick<Succession, 'key' | 'title' | 'from'>,
  given: SuccessionBody,
): Promise<Stored<Succession>> {
  const receiverOf = receivers(context, about.from, given);
  const t = context.texts('da');
  const items = heldBy(context, actor, about.from, 'da').flatMap((held): GivenItem[] => {
    const to = given.without.includes(held.kind) ? undefined : receiverOf(held.kind);
    if (to === undefined) return [];
    const { kind, belonging, refusal } = held;
    const title = titleOf(context, held, t).slice(0, titleLength);
    return [{ kind, key: belonging.key, title, to, ...(refusal === undefined ? {} : { why: refusal }) }];
  });
  if (items.every(({ why }) => why !== undefined)) throw invalid('ownership.nothingToGive', { field: 'toPersonId' });
  const { record } = await context.list(Successions).create({
    ...about,
    by: actor.personId,
    note: given.note,
    at: nowOf(context.clock),
    state: 'running',
    items: items.slice(0, mostGiven),
  });
  return record;
}

/** Receivers by kind; each must be eligible. */
function receivers(context: Context, from: PersonId, { toPersonId, receivers: chosen }: SuccessionBody) {
  const today = todayOf(context.clock);
  const check = (id: string, field: string): PersonId => {
    if (id === from) throw invalid('obligations.samePerson', { field });
    const receiver = findPerson(context, id);
    if (!receiver || !isEmployed(receiver, today)) throw invalid('obligations.unknownReceiver', { field });
    if (isAway(receiver, today)) throw invalid('obligations.receiverAway', { field });
    return id as PersonId;
  };
  const rest = toPersonId === undefined ? undefined : check(toPersonId, 'toPersonId');
  const own = new Map(Object.entries(chosen).map(([kind, id]) => [kind, check(id, `receivers.${kind}`)]));
  const alone: readonly BelongingKind[] = chosenAlone;
  return (kind: BelongingKind): PersonId | undefined => own.get(kind) ?? (alone.includes(kind) ? undefined : rest);
}

/** Idempotent. */
export async function recordBeginning(context: Context, { key, by, from, at, items }: Succession): Promise<void> {
  const about = { act: 'handOverEverything', subjectKey: key, actorId: by, at };
  await recordAct(context, { ...about, details: { from, records: items.length } });
}
