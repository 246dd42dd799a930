import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Context } from '../../../api/context.ts';
import { AppError, conflict, unavailable, type Actor } from '../../../api/kernel/index.ts';
import { createPromises, PartlyDone, runAction, verb, type Promises, type Verbs } from '../../../bot/actions/index.ts';
import { cardMessage } from '../../../bot/cards/index.ts';
import { ChatError, type ChatMessage } from '../../../bot/sending/chat-port.ts';
import { anne, aPerson, botContext, mette } from './bot-context.ts';
import { lintCard } from './lint-card.ts';

const said = (title: string): ChatMessage =>
  cardMessage({ kind: 'bot.help', language: 'da', title, body: [], actions: [] });
const cardNamed = (activity: string) => ({ conversation: 'a:chat', serviceUrl: 'https://teams/', activity });

let context: Context;
let setNow: (moment: string) => void;
let isAway: boolean;
let done: { word: string; by: string; at: string | undefined }[];
let edits: { activity: string; summary: string }[];
let editFails: Error[];
let refuse: Error | undefined;

/** Whether SharePoint accepts the write; the same word of the same person is written once. */
const verbs: Verbs = {
  say: verb({
    data: z.object({ word: z.string() }),
    isFor: () => true,
    run: async (_context, actor: Actor, { word }) => {
      if (isAway) throw unavailable('sharepoint.away');
      if (refuse) throw refuse;
      if (!done.some((one) => one.word === word && one.by === actor.personId))
        done.push({ word, by: actor.personId, at: actor.pressedAt });
      return said(`Sagt: ${word}`);
    },
  }),
};
const aRun = (): Promises =>
  createPromises({
    context,
    verbs,
    edits: {
      begin: () => undefined,
      released: async () => undefined,
      pressed: async ({ activity }, message) => {
        const fails = editFails.shift();
        if (fails) throw fails;
        edits.push({ activity, summary: message.summary });
      },
    },
  });
const press = (promises: Promises, word: string, { personId = anne, card = 'card-1', limitMs = 5_000 } = {}) =>
  runAction(
    context,
    verbs,
    { verb: 'say', data: { word } },
    { personId, locale: 'da-DK' },
    { promises, card: cardNamed(card), limitMs },
  );

beforeEach(async () => {
  ({ context, setNow } = botContext());
  [isAway, done, edits, editFails, refuse] = [true, [], [], [], undefined];
  await aPerson(context, anne);
  await aPerson(context, mette);
});

describe('a press that Microsoft 365 cannot take', () => {
  test('is written down before it is promised, and the card says so', async () => {
    const promises = aRun();
    const { message, settled } = await press(promises, 'ja');
    expect([message.summary, settled]).toEqual(['Vi har modtaget dit svar', false]);
    expect(JSON.stringify(message.card)).toContain('24. nov. 2026 kl. 10.00');
    expect(lintCard(message)).toEqual([]);
    expect(promises.status()).toEqual({ waiting: 1, since: '2026-11-24T09:00:00.000Z' });
  });

  test('is carried out when it can be, as of the press, and its card changes once', async () => {
    const promises = aRun();
    await press(promises, 'ja');
    await promises.carryOut();
    expect(edits).toEqual([]);
    isAway = false;
    setNow('2026-11-24T09:13:00.000Z');
    await promises.carryOut();
    await promises.carryOut();
    expect(done).toEqual([{ word: 'ja', by: anne, at: '2026-11-24T09:00:00.000Z' }]);
    expect(edits).toEqual([{ activity: 'card-1', summary: 'Sagt: ja' }]);
    expect(promises.status()).toEqual({ waiting: 0 });
  });

  test('is carried out by the next run of the program after a kill', async () => {
    await press(aRun(), 'ja');
    isAway = false;
    const next = aRun();
    await next.load();
    expect(next.status().waiting).toBe(1);
    await next.carryOut();
    await aRun().carryOut();
    expect([done.length, edits]).toEqual([1, [{ activity: 'card-1', summary: 'Sagt: ja' }]]);
  });

  test('pressed twice is one act, and one edit', async () => {
    const promises = aRun();
    await press(promises, 'ja');
    expect((await press(promises, 'ja')).message.summary).toBe('Vi har modtaget dit svar');
    isAway = false;
    await promises.carryOut();
    expect([done.length, edits.length]).toEqual([1, 1]);
  });

  test('pressed twice in the same moment is one promise', async () => {
    const promises = aRun();
    await Promise.all([press(promises, 'ja'), press(promises, 'ja')]);
    expect(promises.status().waiting).toBe(1);
  });

  test('is carried out in the order in which the person pressed, and before what is pressed later', async () => {
    const promises = aRun();
    for (const word of ['ja', 'nej', 'ja igen']) await press(promises, word);
    isAway = false;
    await press(promises, 'til sidst');
    expect(done.map(({ word }) => word)).toEqual(['ja', 'nej', 'ja igen', 'til sidst']);
  });

  test('waits behind what the same person pressed before and that still waits, and not behind others', async () => {
    const promises = aRun();
    await press(promises, 'ja', { personId: mette });
    await press(promises, 'ja');
    isAway = false;
    await promises.carryOut();
    expect(done.map(({ by }) => by).sort()).toEqual([anne, mette].sort());
  });

  test('that cannot be done any more says so on its card, with when it was pressed', async () => {
    const promises = aRun();
    await press(promises, 'ja');
    [isAway, refuse] = [false, conflict('approvals.stageClosed')];
    setNow('2026-11-24T10:00:00.000Z');
    await promises.carryOut();
    expect(edits).toEqual([{ activity: 'card-1', summary: 'Nogen kom før dig' }]);
    expect(promises.status().waiting).toBe(0);
  });

  test('is tried some more when it fails as nobody foresaw, and then says so', async () => {
    const promises = aRun();
    await press(promises, 'ja');
    [isAway, refuse] = [false, new Error('boom')];
    for (let run = 1; run <= 4; run += 1) await promises.carryOut();
    expect(edits).toEqual([]);
    await promises.carryOut();
    expect(edits).toEqual([{ activity: 'card-1', summary: 'Noget gik galt hos os' }]);
  });

  test('of somebody who has left meanwhile is not done', async () => {
    const promises = aRun();
    await press(promises, 'ja', { personId: 'nobody' as typeof anne });
    isAway = false;
    await promises.carryOut();
    expect(done).toEqual([]);
    expect(edits).toHaveLength(0);
  });

  test('is given up after a week, and the card asks for it again', async () => {
    const promises = aRun();
    await press(promises, 'ja');
    setNow('2026-12-02T09:00:00.000Z');
    await promises.carryOut();
    expect(edits).toEqual([{ activity: 'card-1', summary: 'Dit svar blev ikke gemt' }]);
  });

  test('is not received when the journal cannot be written, and is never done behind anybody’s back', async () => {
    const add = () => Promise.reject(unavailable('journal.unavailable'));
    context = { ...context, journal: { ...context.journal, add } };
    const promises = aRun();
    expect((await press(promises, 'ja')).message.summary).toBe('Vi har ikke modtaget dit svar');
    isAway = false;
    await promises.carryOut();
    expect([done, promises.status().waiting]).toEqual([[], 0]);
  });

  test('is not received when a person has fifty waiting', async () => {
    const promises = aRun();
    for (let number = 0; number < 50; number += 1) await press(promises, `ja ${number}`);
    expect((await press(promises, 'en til')).message.summary).toBe('Vi har ikke modtaget dit svar');
    expect((await press(promises, 'ja', { personId: mette })).message.summary).toBe('Vi har modtaget dit svar');
  });

  test('that nobody may make is refused at once and not promised', async () => {
    const promises = aRun();
    const wrong = { verb: 'say', data: { word: 7 } };
    const { message } = await runAction(context, verbs, wrong, { personId: anne, locale: 'da' }, { promises });
    expect([message.summary, promises.status().waiting]).toEqual(['Kortet passer ikke mere', 0]);
  });

  test('is promised also when the lists are not there to say who presses', async () => {
    const loading: Context['list'] = () => {
      throw unavailable('sharepoint.loading');
    };
    const lists = context.list;
    context = { ...context, list: loading };
    const promises = aRun();
    expect((await press(promises, 'ja')).message.summary).toBe('Vi har modtaget dit svar');
    context.list = lists;
    isAway = false;
    await promises.carryOut();
    expect(done).toMatchObject([{ word: 'ja', by: anne }]);
  });
});

describe('an act that takes longer than the client waits', () => {
  const slowly = () => {
    const end = Promise.withResolvers<ChatMessage>();
    let runs = 0;
    const slow: Verbs = {
      slow: verb({ data: z.object({}), isFor: () => true, run: () => ((runs += 1), end.promise) }),
    };
    const promises = createPromises({
      context,
      verbs: slow,
      edits: {
        begin: () => undefined,
        released: async () => undefined,
        pressed: async ({ activity }, { summary }) => void edits.push({ activity, summary }),
      },
    });
    const outcome = runAction(
      context,
      slow,
      { verb: 'slow', data: {} },
      { personId: anne, locale: 'da' },
      { promises, card: cardNamed('card-1'), limitMs: 5 },
    );
    return { end, promises, outcome, runs: () => runs };
  };

  test('is promised, and its card changes when it is done; nobody does it again meanwhile', async () => {
    const { end, promises, outcome, runs } = slowly();
    expect((await outcome).promised).toBe(true);
    const carried = promises.carryOut();
    end.resolve(said('Gjort'));
    await carried;
    expect([runs(), edits, promises.status().waiting]).toEqual([1, [{ activity: 'card-1', summary: 'Gjort' }], 0]);
  });

  test('is carried out later when it ends in vain', async () => {
    const { end, promises, outcome, runs } = slowly();
    await outcome;
    end.reject(unavailable('sharepoint.away'));
    await promises.carryOut();
    await promises.carryOut();
    expect([runs(), promises.status().waiting]).toEqual([2, 1]);
  });
});

describe('a press that was done in part', () => {
  const halfway = (failed: () => AppError | undefined) => {
    let runs = 0;
    const half: Verbs = {
      half: verb({
        data: z.object({}),
        isFor: () => true,
        run: async () => {
          runs += 1;
          const stopped = failed();
          if (stopped) throw new PartlyDone(said('En af to'), stopped);
          return said('Begge');
        },
      }),
    };
    const shown = { begin: () => undefined, released: async () => undefined };
    const promises = createPromises({
      context,
      verbs: half,
      edits: { ...shown, pressed: async ({ activity }, { summary }) => void edits.push({ activity, summary }) },
    });
    const pressed = (given?: Promises) =>
      runAction(
        context,
        half,
        { verb: 'half', data: {} },
        { personId: anne, locale: 'da' },
        { ...(given ? { promises: given } : {}), card: cardNamed('card-1') },
      );
    return { promises, pressed, runs: () => runs };
  };

  test('is promised, and its card changes when all of it is done', async () => {
    let stopped: AppError | undefined = unavailable('sharepoint.away');
    const { promises, pressed, runs } = halfway(() => stopped);
    expect((await pressed(promises)).promised).toBe(true);
    await promises.carryOut();
    expect([edits, promises.status().waiting]).toEqual([[], 1]);
    stopped = undefined;
    await promises.carryOut();
    expect([runs(), edits]).toEqual([3, [{ activity: 'card-1', summary: 'Begge' }]]);
  });

  test('says which part where nothing can be promised', async () => {
    const { pressed } = halfway(() => unavailable('sharepoint.away'));
    expect(await pressed()).toMatchObject({ message: { summary: 'En af to' }, settled: true });
  });

  test('says which part when the rest fails for good', async () => {
    const { promises, pressed } = halfway(() => new AppError('unexpected', 'unexpected'));
    expect(await pressed(promises)).toMatchObject({ message: { summary: 'En af to' }, settled: true });
    expect(promises.status().waiting).toBe(0);
  });
});

describe('the card of a promise', () => {
  test.each([429, 503, 0])('is changed later when Teams answers %i, and the act is not done again', async (status) => {
    const promises = aRun();
    await press(promises, 'ja');
    isAway = false;
    editFails = [new ChatError(status, 'later')];
    await promises.carryOut();
    expect([edits, promises.status().waiting]).toEqual([[], 1]);
    await promises.carryOut();
    expect([done.length, edits, promises.status().waiting]).toEqual([
      1,
      [{ activity: 'card-1', summary: 'Sagt: ja' }],
      0,
    ]);
  });

  test('that is gone holds up nothing', async () => {
    const promises = aRun();
    await press(promises, 'ja');
    isAway = false;
    editFails = [new ChatError(404, 'ActivityNotFoundInConversation')];
    await promises.carryOut();
    expect([done.length, promises.status().waiting]).toEqual([1, 0]);
  });
});

describe('a site that takes nothing until a person has seen to it', () => {
  test.each(['sharepoint.mayNotWrite', 'sharepoint.noRoom', 'sharepoint.badCredential'])(
    '%s gives no promise up, and it is kept when there is',
    async (code) => {
      const promises = aRun();
      [isAway, refuse] = [false, new AppError('unexpected', code)];
      expect((await press(promises, 'hej')).promised).toBe(true);
      for (let run = 0; run < 20; run += 1) await promises.carryOut();
      expect([promises.status().waiting, done, edits]).toEqual([1, [], []]);
      refuse = undefined;
      await promises.carryOut();
      expect(done.map(({ word }) => word)).toEqual(['hej']);
      expect(edits.map(({ summary }) => summary)).toEqual(['Sagt: hej']);
      expect(promises.status().waiting).toBe(0);
    },
  );
});
