import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Context } from '../../../api/context.ts';
import { createJournal } from '../../../api/journal/index.ts';
import { unavailable, type Instant } from '../../../api/kernel/index.ts';
import { createPromises, runAction, verb, type Promises, type Verbs } from '../../../bot/actions/index.ts';
import { cardMessage } from '../../../bot/cards/index.ts';
import { ChatError } from '../../../bot/sending/chat-port.ts';
import { memoryEngine } from '../../support/memory-journal.ts';
import { anne, aPerson, botContext, mette } from './bot-context.ts';

const said = (title: string) => cardMessage({ kind: 'bot.help', language: 'da', title, body: [], actions: [] });

let context: Context;
let setNow: (moment: string) => void;
let isAway: boolean;
let editsFail: boolean;
let done: string[];
const verbs: Verbs = {
  say: verb({
    data: z.object({ word: z.string() }),
    isFor: () => true,
    run: async (_context, _actor, { word }) => {
      if (isAway) throw unavailable('sharepoint.away');
      done.push(word);
      return said(word);
    },
  }),
};
/** An instance of the program: its presses are in the journal that all share. */
const anInstance = (): Promises =>
  createPromises({
    context,
    verbs,
    edits: {
      begin: () => undefined,
      released: async () => undefined,
      pressed: async () => {
        if (editsFail) throw new ChatError(503, 'away');
      },
    },
  });
const press = (promises: Promises, word: string, pressedAt: string, personId = anne) =>
  runAction(
    context,
    verbs,
    { verb: 'say', data: { word } },
    { personId, locale: 'da-DK', pressedAt: pressedAt as Instant },
    { promises, card: { conversation: 'a:chat', serviceUrl: 'https://teams/', activity: 'card-1' } },
  );

beforeEach(async () => {
  ({ context, setNow } = botContext());
  [isAway, editsFail, done] = [true, false, []];
  // Nobody has ended: nothing is taken over.
  const engine = { ...memoryEngine(), takeOver: async () => [] };
  context = { ...context, journal: createJournal(engine, { error: () => undefined }) };
  await aPerson(context, anne);
  await aPerson(context, mette);
});

describe('presses of one person at two instances', () => {
  test('are done in the order of the presses by Teams’ clock, whichever instance comes first', async () => {
    const [one, other] = [anInstance(), anInstance()];
    await press(one, 'nej', '2026-11-24T08:59:02.000Z');
    // The other instance's clock is ten minutes behind.
    setNow('2026-11-24T08:50:00.000Z');
    await press(other, 'ja', '2026-11-24T08:59:01.000Z');
    isAway = false;
    await one.carryOut();
    expect(done).toEqual([]);
    await other.carryOut();
    await one.carryOut();
    expect(done).toEqual(['ja', 'nej']);
    expect([one.status().waiting, other.status().waiting]).toEqual([0, 0]);
  });

  test('a new one is promised while an earlier one waits elsewhere, and is done after it; others do not wait', async () => {
    const [one, other] = [anInstance(), anInstance()];
    await press(one, 'ja', '2026-11-24T08:59:01.000Z');
    isAway = false;
    expect((await press(other, 'nej', '2026-11-24T08:59:02.000Z')).message.summary).toBe('Vi har modtaget dit svar');
    expect((await press(other, 'af Mette', '2026-11-24T08:59:03.000Z', mette)).settled).toBe(true);
    await one.carryOut();
    await other.carryOut();
    expect(done).toEqual(['af Mette', 'ja', 'nej']);
  });

  test('do not wait for a card that cannot be edited', async () => {
    const [one, other] = [anInstance(), anInstance()];
    await press(one, 'ja', '2026-11-24T08:59:01.000Z');
    [isAway, editsFail] = [false, true];
    await one.carryOut();
    expect((await press(other, 'nej', '2026-11-24T08:59:02.000Z')).settled).toBe(true);
    expect(done).toEqual(['ja', 'nej']);
  });
});
