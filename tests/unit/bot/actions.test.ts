import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Log } from '../../../api/context.ts';
import {
  AppError,
  conflict,
  forbidden,
  invalid,
  missing,
  unavailable,
  type LocalDate,
} from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import {
  pressLimit,
  pressOfInvoke,
  pressOfSubmit,
  runAction,
  verb,
  type Promises,
  type Verbs,
} from '../../../bot/actions/index.ts';
import { verbs } from '../../../bot/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { anne, aPerson, aPolicy, botContext } from './bot-context.ts';
import { buttonsOf, lintCard } from './lint-card.ts';
import { toldByCard } from './told-by-card.ts';

let context: ReturnType<typeof botContext>['context'];
let setNow: ReturnType<typeof botContext>['setNow'];
const logged: { level: keyof Log; fields: Readonly<Record<string, unknown>>; text: string }[] = [];
const who = { personId: anne, locale: 'da-DK' };
const press = { verb: 'policy.acknowledge', data: { versionKey: 'policy-4.0' } };

beforeEach(async () => {
  const made = botContext();
  setNow = made.setNow;
  logged.length = 0;
  const write = (level: keyof Log) => (fields: Readonly<Record<string, unknown>>, text: string) =>
    void logged.push({ level, fields, text });
  context = { ...made.context, log: { info: write('info'), warn: write('warn'), error: write('error') } };
  await aPerson(context, anne);
});

const failing = (error: unknown): Verbs => ({
  'test.fail': verb({
    data: z.object({ key: z.string() }),
    isFor: () => true,
    run: async (): Promise<ChatMessage> => {
      throw error;
    },
  }),
});
const pressFail = { verb: 'test.fail', data: { key: 'k1' } };

test.each([
  ['that is not known', 'test.gone', 'bot.unknownButton', 'Knappen kendes ikke længere.'],
  ['that is for others', 'test.others', 'bot.notForYou', 'Knappen gælder ikke længere for dig.'],
])('a button %s is refused, and does nothing', async (_what, name, code, words) => {
  let runs = 0;
  const run = async (): Promise<ChatMessage> => {
    runs += 1;
    throw new Error('it ran');
  };
  const others: Verbs = { 'test.others': verb({ data: z.object({}), isFor: () => false, run }) };
  const { message, settled } = await runAction(context, others, { verb: name, data: {} }, who);
  expect(JSON.stringify(message.card)).toContain(words);
  expect({ settled, runs }).toEqual({ settled: false, runs: 0 });
  expect(logged.map(({ fields }) => fields['code'])).toContain(code);
});

describe('policy.acknowledge', () => {
  test('turns the card into its receipt and stores one', async () => {
    await aPolicy(context);
    const { message, settled } = await runAction(context, verbs, press, who);
    expect(message.summary).toBe('Tak, Anne. Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.00.');
    expect(settled).toBe(true);
    expect(context.list(Acknowledgements).all()).toMatchObject([{ channel: 'card', personId: anne }]);
  });

  test('answers the second press with the first receipt', async () => {
    await aPolicy(context);
    await runAction(context, verbs, press, who);
    setNow('2026-11-25T12:00:00Z');
    const { message, settled } = await runAction(context, verbs, press, who);
    expect(message.summary).toContain('24. nov. 2026 kl. 10.00');
    expect(JSON.stringify(message.card)).toContain('allerede bekræftet');
    expect(settled).toBe(true);
    expect(context.list(Acknowledgements).all()).toHaveLength(1);
  });

  test('answers a press on a superseded version with the one in force, and stores nothing', async () => {
    await aPolicy(context, { key: 'policy-3.0', number: '3.0', publishedAt: '2025-11-24T08:00:00.000Z' as never });
    await aPolicy(context);
    const { message, settled } = await runAction(context, verbs, { ...press, data: { versionKey: 'policy-3.0' } }, who);
    expect(JSON.stringify(message.card)).toContain('"versionKey":"policy-4.0"');
    expect(settled).toBe(true);
    expect(context.list(Acknowledgements).all()).toHaveLength(0);
  });

  test('answers a press on a version that is gone with the one in force', async () => {
    await aPolicy(context);
    const pressGone = () => runAction(context, verbs, { ...press, data: { versionKey: 'gone' } }, who);
    expect(buttonsOf((await pressGone()).message)).toEqual(['Åbn Sikkerhedshjulet']);
    await toldByCard(context, 'gone', anne);
    const { message } = await pressGone();
    expect(buttonsOf(message)).toContain('Jeg har læst og følger den');
  });

  test('takes who acts from the activity, whatever the data says', async () => {
    await aPolicy(context);
    const data = { versionKey: 'policy-4.0', personId: 'somebody-else' };
    await runAction(context, verbs, { ...press, data }, who);
    expect(context.list(Acknowledgements).all()).toMatchObject([{ personId: anne }]);
  });
});

describe('runAction', () => {
  test.each([
    ['nobody', { personId: undefined, locale: 'en-US' }, 'We cannot find you yet'],
    ['somebody unknown', { personId: 'x' as typeof anne, locale: 'da-DK' }, 'Vi kan ikke finde dig endnu'],
  ])('answers %s with a helpful card', async (_, stranger, summary) => {
    const { message, settled } = await runAction(context, verbs, press, stranger);
    expect(message.summary).toBe(summary);
    expect(settled).toBe(false);
    expect(lintCard(message)).toEqual([]);
  });

  test('lets nobody act who has left', async () => {
    await aPolicy(context);
    await context.list(People).update(anne, () => ({ leftOn: '2026-11-01' as LocalDate }));
    await runAction(context, verbs, press, who);
    expect(context.list(Acknowledgements).all()).toHaveLength(0);
  });

  test.each([
    ['an unknown verb', { verb: 'policy.destroy', data: {} }],
    ['a verb of the prototype', { verb: 'constructor', data: {} }],
    ['data of another kind', { verb: 'policy.acknowledge', data: { versionKey: 7 } }],
    ['a key that is no key', { verb: 'policy.acknowledge', data: { versionKey: '../x y' } }],
  ])('answers %s with a card and no button to press again', async (_, wrong) => {
    const { message, settled } = await runAction(context, verbs, wrong, who);
    expect(message.summary).toBe('Kortet passer ikke mere');
    expect(buttonsOf(message)).toEqual(['Åbn Sikkerhedshjulet']);
    expect(settled).toBe(false);
  });

  test.each([
    ['invalid', invalid('x.y'), 1],
    ['forbidden', forbidden('x.y'), 1],
    ['missing', missing('x.y'), 1],
    ['conflict', conflict('x.y'), 1],
    ['unavailable', unavailable('x.y'), 2],
    ['unexpected', new AppError('unexpected', 'x.y'), 2],
    ['something that nobody foresaw', new TypeError('secret name Anne Holm'), 2],
  ])('answers %s in words, with a way on', async (_, error, buttons) => {
    const { message, settled } = await runAction(context, failing(error), pressFail, who);
    expect(lintCard(message)).toEqual([]);
    expect(buttonsOf(message)).toHaveLength(buttons);
    expect(settled).toBe(false);
    expect(JSON.stringify([message, logged])).not.toContain('secret');
  });

  test('gives an unexpected error a number that stands in the log too', async () => {
    const { message } = await runAction(context, failing(new Error('boom')), pressFail, who);
    const [entry] = logged.filter(({ level }) => level === 'error');
    expect(entry?.fields['requestId']).toMatch(/^[0-9a-f]{8}$/);
    expect(JSON.stringify(message.card)).toContain(String(entry?.fields['requestId']));
  });

  test('says that nothing was received where nothing can be promised, with the button to press again', async () => {
    const { message, settled } = await runAction(context, failing(unavailable('sharepoint.away')), pressFail, who);
    expect([message.summary, settled]).toEqual(['Vi har ikke modtaget dit svar', false]);
    expect(JSON.stringify(message.card)).toContain('test.fail');
    expect(lintCard(message)).toEqual([]);
  });
});

describe('a press', () => {
  test('is the same from an invoke and from its fallback', () => {
    const data = { versionKey: 'v1' };
    const invoke = {
      action: { type: 'Action.Execute', verb: 'policy.acknowledge', title: 'x', data },
      trigger: 'manual',
    };
    const submit = { ...data, verb: 'policy.acknowledge', msteams: { feedback: { hide: true } } };
    expect(pressOfInvoke(invoke)).toEqual({ verb: 'policy.acknowledge', data });
    expect(pressOfSubmit(submit)).toEqual(pressOfInvoke(invoke));
  });

  test.each([undefined, null, 'x', 7, {}, { action: {} }, { action: { verb: 7 } }, { verb: '' }])(
    'is not read from %j',
    (value) => {
      expect(pressOfInvoke(value)).toBeUndefined();
      expect(pressOfSubmit(value)).toBeUndefined();
    },
  );
});

describe('one who presses without end', () => {
  test('is told how long to wait; what was pressed too much is neither done nor promised', async () => {
    await aPolicy(context);
    const given: unknown[] = [];
    const promises = {
      carryOutFor: async () => {},
      isBehind: async () => false,
      give: async (press: unknown) => given.push(press) > 0,
    };
    const limit = pressLimit(2);
    const press2 = { verb: 'test.count', data: {} };
    let done = 0;
    const counting: Verbs = {
      'test.count': verb({
        data: z.object({}),
        isFor: () => true,
        run: async (): Promise<ChatMessage> => {
          done += 1;
          throw conflict('policy.superseded', { number: '1', current: '2' });
        },
      }),
    };
    const options = { limit, promises: { ...promises } as unknown as Promises };
    const outcomes = [];
    for (let nth = 0; nth < 4; nth += 1) outcomes.push(await runAction(context, counting, press2, who, options));
    expect(done).toBe(2);
    expect(given).toEqual([]);
    expect(outcomes.map(({ failed }) => failed?.code)).toEqual([
      'policy.superseded',
      'policy.superseded',
      'bot.tooMany',
      'bot.tooMany',
    ]);
    expect(JSON.stringify(outcomes[3]?.message)).toMatch(/Vent \d+ sekunder/);
    expect(
      (await runAction(context, counting, press2, { personId: 'bo' as typeof anne, locale: 'da-DK' }, options)).failed
        ?.code,
    ).not.toBe('bot.tooMany');
  });
});
