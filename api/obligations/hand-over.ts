import type { Context } from '../context.ts';
import {
  forbidden,
  inParallel,
  invalid,
  missing,
  nowOf,
  todayOf,
  type Actor,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson, isAway, isEmployed } from '../organisation/index.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';
import { handOversInForce, nextHandOverKey } from './hand-overs.ts';
import { owedOrPassed } from './owed-or-passed.ts';
import { mayHandOverFor } from './permissions.ts';
import { aboutPerson } from './person-about.ts';
import { recordHandOver } from './record-hand-over.ts';
import { sharedOn } from './shared-obligations.ts';

export interface HandOverWork {
  fromPersonId: PersonId;
  toPersonId: PersonId;
  /** Keys of obligations; absent: every transferable one. */
  keys?: readonly string[];
  /** It reverts after this day. */
  until?: LocalDate;
  note: string;
}
export interface HandedOver {
  handedOver: number;
  /** Requested obligations that stay. */
  kept: { key: string; title: string; reason: 'personal' | 'done' | 'notYours' }[];
}

/** Concurrent writes; the unit budget limits their rate. */
const writers = 4;

/**
 * Hands a person's obligations to a colleague: all, or those picked (R15, R16); also those with a stand-in because the
 * person is on leave or has left. Personal ones stay, as the answer says. A repeat changes nothing and answers the
 * same. 4 resource units an obligation. Throws AppError: forbidden `obligations.mayNotHandOver`, missing
 * `obligations.noSuchPerson`, invalid `obligations.samePerson` `obligations.unknownReceiver` `obligations.receiverAway`
 * `obligations.untilInThePast`, unavailable.
 */
export async function handOver(context: Context, actor: Actor, given: HandOverWork): Promise<HandedOver> {
  if (!mayHandOverFor(actor, aboutPerson(context, given.fromPersonId))) throw forbidden('obligations.mayNotHandOver');
  if (!findPerson(context, given.fromPersonId)) throw missing('obligations.noSuchPerson');
  const today = todayOf(context.clock);
  requireReceiver(context, given, today);
  if (given.until !== undefined && given.until < today) throw invalid('obligations.untilInThePast', { field: 'until' });

  const asked = sort(context, actor, given, today);
  const kept = [...asked.kept];
  let handedOver = asked.already;
  await inParallel(writers, asked.open, async (obligation) => {
    if (await write(context, actor, given, obligation)) handedOver += 1;
    else kept.push({ key: obligation.key, title: obligation.subject.title, reason: 'notYours' });
  });
  return { handedOver, kept };
}

function requireReceiver(context: Context, { fromPersonId, toPersonId }: HandOverWork, today: LocalDate): void {
  if (toPersonId === fromPersonId) throw invalid('obligations.samePerson', { field: 'toPersonId' });
  const receiver = findPerson(context, toPersonId);
  if (!receiver || !isEmployed(receiver, today)) throw invalid('obligations.unknownReceiver', { field: 'toPersonId' });
  if (isAway(receiver, today)) throw invalid('obligations.receiverAway', { field: 'toPersonId' });
}

interface Asked {
  open: Obligation[];
  already: number;
  kept: HandedOver['kept'];
}

/** The requested obligations, by outcome. */
function sort(context: Context, actor: Actor, given: HandOverWork, today: LocalDate): Asked {
  const owed = owedOrPassed(context, given.fromPersonId, today);
  const before = handedOverBefore(context, actor, given, today);
  const asked: Asked = { open: [], already: 0, kept: [] };
  for (const key of new Set(given.keys ?? [...owed.keys(), ...before])) {
    const obligation = owed.get(key);
    if (before.has(key)) asked.already += 1;
    else if (!obligation) asked.kept.push({ key, title: titleSeen(context, actor, key, today), reason: 'notYours' });
    else if (obligation.state === 'done') {
      if (given.keys) asked.kept.push({ key, title: obligation.subject.title, reason: 'done' });
    } else if (obligation.personal) asked.kept.push({ key, title: obligation.subject.title, reason: 'personal' });
    else asked.open.push(obligation);
  }
  return asked;
}

/** Results of this press so far. */
function handedOverBefore(context: Context, actor: Actor, given: HandOverWork, today: LocalDate): Set<string> {
  const same = ({ from, to, by, note, until }: HandOver) =>
    from === given.fromPersonId &&
    to === given.toPersonId &&
    by === actor.personId &&
    note === given.note &&
    until === given.until;
  const received = sharedOn(context, today).byPerson.get(given.toPersonId) ?? [];
  return new Set(
    received.map(({ key }) => key).filter((key) => handOversInForce(context, key, today).slice(0, 1).some(same)),
  );
}

/** Titles of others' work only for those who could hand it over; others get the key they sent. */
function titleSeen(context: Context, actor: Actor, key: string, today: LocalDate): string {
  const obligation = sharedOn(context, today).byKey.get(key);
  return obligation && mayHandOverFor(actor, aboutPerson(context, obligation.personId))
    ? obligation.subject.title
    : key;
}

/** False when a concurrent hand-over gave it to another receiver, or with other words. */
async function write(context: Context, actor: Actor, given: HandOverWork, obligation: Obligation): Promise<boolean> {
  const { key, kind, subject, centreId } = obligation;
  const { record, existed } = await context.list(HandOvers).create({
    key: nextHandOverKey(context, key),
    title: subject.title.slice(0, 255),
    obligationKey: key,
    kind,
    ...(centreId === undefined ? {} : { centreId }),
    from: given.fromPersonId,
    to: given.toPersonId,
    by: actor.personId,
    note: given.note,
    at: nowOf(context.clock),
    ...(given.until === undefined ? {} : { until: given.until }),
  });
  await recordHandOver(context, record);
  return !existed || (record.to === given.toPersonId && record.note === given.note && record.until === given.until);
}
