import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { DeliveryBlocks, outcomeOf, type Left, type Outcome } from '../../api/deliveries/index.ts';
import { journalKind } from '../../api/journal/index.ts';
import { newId, nowOf, type PersonId } from '../../api/kernel/index.ts';
import type { RealTime } from './real-time.ts';

/** A run of the program that writes down each message before it is sent; its key is the holder of its reservations. */
const Runs = journalKind('sendingRun', z.object({ at: z.string() }));
/** A message that is being sent, and its outcome until the ledger has it. */
const Messages = journalKind(
  'sendingMessage',
  z.object({ holder: z.string(), block: z.string(), person: z.string(), outcome: outcomeOf.optional() }),
);
type Message = z.output<typeof Messages.data>;

/** How long messages go without the journal before it is tried again (ms). */
const restMilliseconds = 60_000;

/** One run's reservations. Without the journal, everybody reserved is in doubt after a kill. */
export interface WireRun {
  readonly holder: string;
  /** The journal has given up in the middle: nothing more may be sent for this run. */
  isLost(): boolean;
  /** Durable when it resolves: from here on the message may be on its way. False: it may not be sent. */
  begin(block: string, person: PersonId): Promise<boolean>;
  /** Teams took nothing: the message is not on its way any more. */
  refused(block: string, person: PersonId): void;
  /** What became of it, until the ledger has it. Never throws. */
  ended(block: string, person: PersonId, outcome: Outcome): Promise<void>;
}

/** What is between this program and Teams, in memory and in the journal. */
export interface Wire {
  /** The run for a campaign that begins now. */
  run(): Promise<WireRun>;
  /** What became of somebody whom a run reserved and did not write down. */
  left(holder: string | undefined, block: string, person: PersonId): Left;
  /** The ledger has what became of everybody in the block, but for those under way. */
  written(block: string, underWay: ReadonlySet<PersonId>): void;
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

  /** What earlier runs left, without what the ledger has long had. */
  async function read(): Promise<void> {
    try {
      for (const { key } of await journal.all(Runs)) known.add(key);
      for (const { key, data } of await journal.all(Messages)) messages.set(key, data);
    } catch (thrown) {
      context.log.error({ error: String(thrown) }, 'the journal cannot be read: whoever was being sent to is in doubt');
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
    // What this process knows of its own runs needs no journal.
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
      await (reading ??= read());
      current = current && isUsable(current) ? current : await begun();
      return current;
    },
    left: (holder, block, person) => {
      if (holder === undefined || !known.has(holder)) return 'inDoubt';
      const message = messages.get(keyOf(block, person));
      if (message?.holder !== holder) return 'notSent';
      return message.outcome ?? 'inDoubt';
    },
    written: (block, underWay) =>
      forget(
        [...messages]
          .filter(([, message]) => message.block === block && !underWay.has(message.person as PersonId))
          .map(([key]) => key),
      ),
  };
}
