import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { DeliveryBlocks, outcomeOf, type Left, type Outcome } from '../../api/deliveries/index.ts';
import { journalKind } from '../../api/journal/index.ts';
import { newId, nowOf, failureWords, type PersonId } from '../../api/kernel/index.ts';
import type { RealTime } from './real-time.ts';

/** A program run that records each message before sending; its key is the holder of its reservations. */
const Runs = journalKind('sendingRun', z.object({ at: z.string() }));
/** Holder of a message that cannot be understood. */
const unreadable = 'unreadable';
/** A message being sent, and its outcome until the ledger has it. What another release wrote otherwise is in doubt. */
const Messages = journalKind(
  'sendingMessage',
  z
    .object({ holder: z.string(), block: z.string(), person: z.string(), outcome: outcomeOf.optional() })
    .catch({ holder: unreadable, block: '', person: '' }),
);
type Message = z.output<typeof Messages.data>;

/** Pause before the journal is retried; messages are sent without it (ms). */
const restMilliseconds = 60_000;

/** One run's reservations. Without the journal, all reserved are uncertain after a crash. */
export interface WireRun {
  readonly holder: string;
  /** The journal failed during the run: nothing more may be sent for it. */
  isLost(): boolean;
  /** Durable when it resolves: from now the message may be in flight. False: it must not be sent. */
  begin(block: string, person: PersonId): Promise<boolean>;
  /** Teams accepted nothing: no longer in flight. */
  refused(block: string, person: PersonId): void;
  /** Its outcome, until the ledger has it. Never throws. */
  ended(block: string, person: PersonId, outcome: Outcome): Promise<void>;
}

/** Messages in flight to Teams, in memory and in the journal. */
export interface Wire {
  /** The run of a campaign that starts now. */
  run(): Promise<WireRun>;
  /** Outcome of a person reserved but not written by a run. */
  left(holder: string | undefined, block: string, person: PersonId): Left;
  /** The ledger has all outcomes of the block, except those in flight. */
  written(block: string, underWay: ReadonlySet<PersonId>): void;
  /** Another instance has sent since: the journal is read again. */
  forget(): void;
}

export function createWire(context: Context, time: RealTime): Wire {
  const { journal } = context;
  const messages = new Map<string, Message>();
  const known = new Set<string>();
  let reading: Promise<void> | undefined;
  let current: (WireRun & { isJournaled: boolean; begunAt: number }) | undefined;
  const keyOf = (block: string, person: string) => `${block} ${person}`;

  const forget = (keys: readonly string[]) => {
    for (const key of keys) messages.delete(key);
    journal.remove(Messages, keys).catch(() => undefined);
  };

  /** Entries of earlier runs, without those the ledger has. */
  async function read(): Promise<void> {
    try {
      const runs = await journal.all(Runs);
      const found = await journal.all(Messages);
      // A run whose messages are unknown would count them as never sent.
      for (const { key } of runs) known.add(key);
      for (const { key, data } of found) messages.set(key, data);
    } catch (thrown) {
      context.log.error(
        { code: 'journal.unreadable', error: failureWords(thrown) },
        'the journal cannot be read: whoever was being sent to is in doubt',
      );
      return;
    }
    const reserved = new Set<string>();
    const holders = new Set<string>();
    for (const { key, holder, recipients } of context.list(DeliveryBlocks).all())
      for (const { person, state } of recipients)
        if (state === 'reserved' && holder !== undefined) {
          reserved.add(keyOf(key, person));
          holders.add(holder);
        }
    forget([...messages.keys()].filter((key) => !reserved.has(key)));
    const over = [...known].filter((holder) => !holders.has(holder));
    for (const holder of over) known.delete(holder);
    await journal.remove(Runs, over).catch(() => undefined);
  }

  async function begun(): Promise<NonNullable<typeof current>> {
    const holder = newId();
    const isJournaled = await journal.add(Runs, holder, { at: nowOf(context.clock) }).catch(() => false);
    if (!isJournaled) context.log.error({ code: 'journal.unavailable' }, 'messages are sent without the journal');
    // This process knows its own runs without the journal.
    known.add(holder);
    return runOf(holder, isJournaled);
  }

  function runOf(holder: string, isJournaled: boolean) {
    let lost = false;
    const keep = async (key: string, message: Message): Promise<boolean> => {
      messages.set(key, message);
      if (!isJournaled) return true;
      try {
        await journal.put(Messages, key, message);
        return true;
      } catch {
        return false;
      }
    };
    return {
      holder,
      isJournaled,
      begunAt: time.now(),
      isLost: () => lost,
      begin: async (block: string, person: PersonId) => {
        if (!lost && (await keep(keyOf(block, person), { holder, block, person }))) return true;
        if (!lost)
          context.log.error({ code: 'journal.unavailable' }, 'a message cannot be written down, sending begins anew');
        lost = true;
        messages.delete(keyOf(block, person));
        return false;
      },
      refused: (block: string, person: PersonId) => forget([keyOf(block, person)]),
      ended: async (block: string, person: PersonId, outcome: Outcome) => {
        const key = keyOf(block, person);
        if (messages.has(key)) await keep(key, { holder, block, person, outcome });
      },
    };
  }

  const isUsable = (run: NonNullable<typeof current>) =>
    run.isJournaled ? !run.isLost() : time.now() - run.begunAt < restMilliseconds;

  return {
    run: async () => {
      reading ??= read().catch((thrown: unknown) => {
        reading = undefined;
        throw thrown;
      });
      await reading;
      current = current && isUsable(current) ? current : await begun();
      return current;
    },
    left: (holder, block, person) => {
      if (holder === undefined || !known.has(holder)) return 'inDoubt';
      const message = messages.get(keyOf(block, person));
      if (message?.holder === unreadable) return 'inDoubt';
      if (message?.holder !== holder) return 'notSent';
      return message.outcome ?? 'inDoubt';
    },
    forget: () => {
      messages.clear();
      known.clear();
      reading = undefined;
      current = undefined;
    },
    written: (block, underWay) =>
      forget(
        [...messages]
          .filter(([, message]) => message.block === block && !underWay.has(message.person as PersonId))
          .map(([key]) => key),
      ),
  };
}
