import { z } from 'zod';
import type { Context } from '../../api/context.ts';
import { journalKind } from '../../api/journal/index.ts';
import { asAppError, inParallel, type PersonId } from '../../api/kernel/index.ts';
import type { ChatMessage } from './chat-port.ts';
import type { EditResult } from './edit-card.ts';

/**
 * Edits the card about a subject in a person's chat. With `anew` a refused edit is tried later, made as of then;
 * undefined when the card is to stay as it is.
 */
export type EditCard = (
  subjectKey: string,
  personId: PersonId,
  message: ChatMessage,
  anew?: () => ChatMessage | undefined,
) => Promise<EditResult>;

/** The same for a card that is made now, and anew when it is tried later. */
export const editMade = (
  editCard: EditCard,
  subjectKey: string,
  personId: PersonId,
  make: () => ChatMessage,
): Promise<EditResult> => editCard(subjectKey, personId, make(), make);

/** A card is tried so often, after pauses that double up to an hour (ms): most of a day. */
const mostTries = 24;
const pauseAfter = (tries: number): number => Math.min(60_000 * 2 ** (tries - 1), 3_600_000);
/** Refused edits that are remembered; the cards of others stay until the next act. */
const mostRefused = 20_000;
/** Concurrent edits; the gate limits their rate. */
const together = 8;

/** A refused edit, for the next start; the card is made then. */
const refusedEdits = journalKind(
  'refusedEdit',
  z.object({ subjectKey: z.string(), personId: z.string() as unknown as z.ZodType<PersonId> }),
);

interface Refused {
  subjectKey: string;
  personId: PersonId;
  anew: () => ChatMessage | undefined;
  tries: number;
  after: number;
}

export interface EditsAgain {
  editCard: EditCard;
  /** Tries what is due. Never throws. */
  process(): Promise<void>;
}

/**
 * Edits that Teams refused, e.g. during an outage, tried again. The card is made anew: an older one would overwrite
 * what a press has shown since. With `cardNow`, what a card about a subject is to show now, also after a restart.
 */
export function createEditsAgain(
  context: Pick<Context, 'clock' | 'log' | 'journal'>,
  edit: EditCard,
  cardNow?: (subjectKey: string, personId: PersonId) => ChatMessage | undefined,
): EditsAgain {
  const refused = new Map<string, Refused>();
  let running: Promise<void> | undefined;
  const time = () => context.clock.now().getTime();
  const nameOf = ({ subjectKey, personId }: Pick<Refused, 'subjectKey' | 'personId'>) => `${subjectKey} ${personId}`;

  // Without durable storage the card stays until the next act.
  const keep = ({ subjectKey, personId }: Pick<Refused, 'subjectKey' | 'personId'>, name: string) =>
    cardNow && context.journal.put(refusedEdits, name, { subjectKey, personId }).catch(() => undefined);
  const forget = (name: string) =>
    refused.delete(name) && cardNow && void context.journal.remove(refusedEdits, [name]).catch(() => undefined);

  function later(one: Pick<Refused, 'subjectKey' | 'personId' | 'anew'>): void {
    const name = nameOf(one);
    const known = refused.get(name);
    const tries = (known?.tries ?? 0) + 1;
    if (tries >= mostTries) return void forget(name);
    if (!known && refused.size >= mostRefused) return;
    refused.set(name, { ...one, tries, after: time() + pauseAfter(tries) });
    if (!known) void keep(one, name);
  }

  /** Those of an earlier run of the program, or of one that is gone. */
  async function takeOver(): Promise<void> {
    if (!cardNow) return;
    for (const { key, data } of await context.journal.takeOver(refusedEdits).catch(() => [])) {
      const anew = () => cardNow(data.subjectKey, data.personId);
      if (!refused.has(key)) refused.set(key, { ...data, anew, tries: 0, after: time() });
    }
  }

  const editCard: EditCard = async (subjectKey, personId, message, anew) => {
    const result = await edit(subjectKey, personId, message);
    if (result !== 'gaveUp') forget(nameOf({ subjectKey, personId }));
    else if (anew) later({ subjectKey, personId, anew });
    return result;
  };

  async function tryOne(one: Refused): Promise<void> {
    try {
      const message = one.anew();
      if (message) await editCard(one.subjectKey, one.personId, message, one.anew);
      else forget(nameOf(one));
    } catch (thrown) {
      context.log.warn({ subjectKey: one.subjectKey, code: asAppError(thrown).code }, 'card not brought up to date');
      later(one);
    }
  }
  async function tryDue(): Promise<void> {
    await takeOver();
    const due = [...refused.values()].filter(({ after }) => after <= time());
    await inParallel(together, due, tryOne);
  }

  return {
    editCard,
    process: () => (running ??= tryDue().finally(() => (running = undefined))),
  };
}
