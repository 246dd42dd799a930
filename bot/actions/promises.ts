import type { Context } from '../../api/context.ts';
import { inParallel, newId, type Instant, type PersonId } from '../../api/kernel/index.ts';
import type { JournalEntry } from '../../api/journal/index.ts';
import type { PressEdits } from '../sending/card-edits.ts';
import { ChatError, type ChatMessage } from '../sending/chat-port.ts';
import { attempt, isForLater, languageFor, readPress, type Attempt } from './attempt.ts';
import { overdueCard } from './error-card.ts';
import { carried } from './press.ts';
import { isAfter, isSamePress, promisesInJournal, type PromisedPress } from './promised-press.ts';
import type { Verbs } from './verb.ts';

export interface PromisesStatus {
  /** Presses promised but not carried out, or whose card is not updated. */
  waiting: number;
  /** Time of the oldest press. */
  since?: Instant;
}

export interface Promises {
  /** Loads promises of programs that have ended. Never throws: the job retries. */
  load(): Promise<void>;
  /**
   * Promises a press: true when durable. `running` is the act, if still running. False without durable storage or above
   * the limit.
   */
  give(press: PromisedPress, running?: Promise<Attempt>): Promise<boolean>;
  /** Carries out one person's promises, in order. Never throws. */
  carryOutFor(personId: PersonId): Promise<void>;
  /** Whether another instance has yet to carry out an earlier press of the person, which comes first. Never throws. */
  isBehind(personId: PersonId, pressedAt: Instant): Promise<boolean>;
  /**
   * Carries out what it can, in order per person; stops while Microsoft 365 is away. Throws AppError of the journal.
   */
  carryOut(): Promise<void>;
  status(): PromisesStatus;
  /** One person's pending presses, oldest first. From memory. */
  comingFor(personId: PersonId): readonly Pick<PromisedPress, 'verb' | 'pressedAt'>[];
}

export interface PromisesOptions {
  context: Context;
  verbs: Verbs;
  edits: Pick<PressEdits, 'begin' | 'pressed' | 'released'>;
}

/** Limits per person and in total: more are not genuine. */
const [mostOfOne, mostOfAll] = [50, 20_000];
/** The journal answers in milliseconds; a stalled disk is no promise (ms). */
const journalLimitMs = 3_000;
/** People processed concurrently. */
const together = 4;
/** Consecutive presses refused by Microsoft 365 after which it counts as unavailable until the next run. */
const isAwayAfter = 3;
/** Attempts of an act with unforeseen errors, and of an edit with any. */
const [mostFaults, mostEdits] = [5, 200];
/** Days after which a press is given up, as its card then says. */
const mostDays = 7;

type Promised = readonly JournalEntry<PromisedPress>[];

interface Waiting {
  id: string;
  press: PromisedPress;
  /** Whether it is durable. */
  durable: Promise<boolean>;
  /** The act, still running. */
  running?: Promise<void>;
  /** Its result; only the card is pending. */
  came?: ChatMessage;
  faults: number;
  edits: number;
}

/** Promised presses: in the journal until carried out and their card is updated. */
export function createPromises({ context, verbs, edits }: PromisesOptions): Promises {
  const { journal, log, clock } = context;
  const waiting = new Map<string, Waiting>();
  const turns = new Map<PersonId, Promise<void>>();
  /** Carried out, and still in the journal. */
  const finished = new Set<string>();
  let refused = 0;

  /** Promises of other instances. */
  async function elsewhere(): Promise<Promised> {
    if (journal.isShared !== true || journal.status().state !== 'ok') return [];
    const all = await journal.all(promisesInJournal);
    return all.filter(({ key, data }) => !waiting.has(key) && !finished.has(key) && !isOverdue(data));
  }
  const knownElsewhere = () => elsewhere().catch((): Promised => []);

  /** Added at once, so that a repeated press finds it. */
  const add = (id: string, press: PromisedPress, write: (id: string) => Promise<boolean>): Waiting => {
    const one: Waiting = { id, press, durable: write(id), faults: 0, edits: 0 };
    waiting.set(id, one);
    return one;
  };
  const ofPerson = (personId: PersonId) => [...waiting.values()].filter(({ press }) => press.personId === personId);

  async function taken(): Promise<void> {
    for (const { key, data } of await journal.takeOver(promisesInJournal))
      if (!waiting.has(key)) add(key, data, () => Promise.resolve(true));
  }

  async function give(press: PromisedPress, running?: Promise<Attempt>): Promise<boolean> {
    const own = ofPerson(press.personId);
    const last = own.at(-1);
    if (last && !last.came && isSamePress(last.press, press)) return last.durable;
    if (own.length >= mostOfOne || waiting.size >= mostOfAll) return false;
    const one = add(newId(), press, (id) => writtenDown(id, press));
    if (!(await one.durable)) {
      waiting.delete(one.id);
      return false;
    }
    log.info({ verb: press.verb }, 'press promised');
    if (running) {
      edits.begin(press.card?.activity);
      one.running = running.then((outcome) => ended(one, outcome)).finally(() => delete one.running);
    }
    return true;
  }

  /** Whether it is durable. If not, it is never carried out later. */
  async function writtenDown(id: string, press: PromisedPress): Promise<boolean> {
    const writing = journal.add(promisesInJournal, id, press);
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), journalLimitMs);
    const isDurable = await Promise.race([writing, late.promise]).catch(() => false);
    clearTimeout(timer);
    if (!isDurable) writing.then(() => journal.remove(promisesInJournal, [id])).catch(() => undefined);
    return isDurable;
  }

  /** Result of an act; the promise stays if it cannot be fulfilled now. */
  async function ended(one: Waiting, { message, failed }: Attempt): Promise<void> {
    const isLater = isForLater(failed);
    refused = isLater ? refused + 1 : 0;
    if (!isLater && failed?.kind === 'unexpected') one.faults += 1;
    const isLeft = isLater || (failed?.kind === 'unexpected' && one.faults < mostFaults);
    if (isLeft) return edits.released(one.press.card);
    one.came = message;
    await show(one, message);
  }

  async function show(one: Waiting, message: ChatMessage): Promise<void> {
    const { card, verb } = one.press;
    try {
      one.edits += 1;
      if (card) await edits.pressed(card, message);
    } catch (thrown) {
      const code = thrown instanceof ChatError ? thrown.message : 'unexpected';
      log.warn({ verb, code }, 'card of a promised press not edited');
      if (mayPass(thrown) && one.edits < mostEdits) return noteDone(one);
    }
    await forget(one);
  }

  /** For other instances: presses that the person made there need not wait for the card. */
  async function noteDone({ id, press }: Waiting): Promise<void> {
    if (journal.isShared !== true || press.isDone) return;
    press.isDone = true;
    await journal.put(promisesInJournal, id, press).catch(() => undefined);
  }

  /** An entry not removed now is repeated after a restart, without effect. */
  async function forget({ id }: Waiting): Promise<void> {
    waiting.delete(id);
    finished.add(id);
    await removeFinished().catch(() => log.warn({ code: 'journal.unavailable' }, 'promise kept'));
  }

  async function removeFinished(): Promise<void> {
    const ids = [...finished];
    await journal.remove(promisesInJournal, ids);
    for (const id of ids) finished.delete(id);
  }

  async function carryOutOne(one: Waiting, others: Promised): Promise<void> {
    if (!(await one.durable)) return undefined;
    if (one.running) return one.running;
    if (one.came) return show(one, one.came);
    if (isAfter(one.press, others)) return undefined;
    const { press } = one;
    const who = { personId: press.personId, locale: press.locale, card: press.card?.activity };
    if (isOverdue(press)) {
      const again = { verb: press.verb, data: carried(press.data) };
      one.came = overdueCard(context, languageFor(context, who), press.pressedAt, again);
      return show(one, one.came);
    }
    edits.begin(press.card?.activity);
    return ended(one, await attempt(context, readPress(verbs, press), who, press.pressedAt));
  }

  const isOverdue = ({ pressedAt }: PromisedPress): boolean =>
    clock.now().getTime() - Date.parse(pressedAt) > mostDays * 86_400_000;

  /** In order; a failure stops later ones, a pending card does not. */
  async function oneAfterTheOther(personId: PersonId, others: Promised): Promise<void> {
    for (const one of ofPerson(personId)) {
      await carryOutOne(one, others);
      if (waiting.has(one.id) && !one.came) return;
    }
  }

  function carryOutFor(personId: PersonId, others?: Promised): Promise<void> {
    const going = turns.get(personId);
    if (going) return going;
    if (ofPerson(personId).length === 0) return Promise.resolve();
    const turn = (others ? Promise.resolve(others) : knownElsewhere())
      .then((known) => oneAfterTheOther(personId, known))
      .catch(() => undefined)
      .finally(() => turns.delete(personId));
    turns.set(personId, turn);
    return turn;
  }

  return {
    load: () => taken().catch(() => log.warn({ code: 'journal.unavailable' }, 'promises cannot be read')),
    give,
    carryOutFor: (personId) => carryOutFor(personId),
    isBehind: async (personId, pressedAt) => isAfter({ personId, pressedAt }, await knownElsewhere()),
    async carryOut() {
      await taken();
      if (finished.size > 0) await removeFinished();
      const others = waiting.size > 0 ? await elsewhere() : [];
      refused = 0;
      const people = new Set([...waiting.values()].map(({ press }) => press.personId));
      await inParallel(together, [...people], async (personId) => {
        if (refused < isAwayAfter) await carryOutFor(personId, others);
      });
    },
    comingFor: (personId) =>
      ofPerson(personId)
        .filter(({ came }) => came === undefined)
        .map(({ press: { verb, pressedAt } }) => ({ verb, pressedAt })),
    status() {
      const [oldest] = [...waiting.values()].map(({ press }) => press.pressedAt).sort();
      return { waiting: waiting.size, ...(oldest === undefined ? {} : { since: oldest }) };
    },
  };
}

/** Whether the edit may succeed later: no answer, throttling, a fault of the service or our credentials. */
const mayPass = (thrown: unknown): boolean =>
  thrown instanceof ChatError && ([0, 401, 412, 429].includes(thrown.status) || thrown.status >= 500);
