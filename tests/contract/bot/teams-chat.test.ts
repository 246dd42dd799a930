import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unavailable, unexpected } from '../../../api/kernel/index.ts';
import { cardMessage } from '../../../bot/cards/index.ts';
import type { ChatAddress, ChatError, ChatMessage } from '../../../bot/sending/chat-port.ts';
import { anne, bo, botOnADesk, type BotOnADesk } from './bot-on-a-desk.ts';

const message = (title: string): ChatMessage =>
  cardMessage({ kind: 'bot.help', language: 'da', title, body: [], actions: [] });
let desk: BotOnADesk;
beforeEach(async () => {
  desk = await botOnADesk();
});
afterEach(() => desk.close());

const connectorCalls = () => desk.requests.filter((request) => request.includes('smba.trafficmanager.net'));
async function refusal(
  call: Promise<unknown>,
): Promise<Pick<ChatError, 'name' | 'status' | 'code' | 'retryAfterSeconds'>> {
  const thrown = await call.then(
    () => undefined,
    (error: ChatError) => error,
  );
  if (!thrown) throw new Error('the call was not refused');
  const { name, status, code, retryAfterSeconds } = thrown;
  return { name, status, code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
}

describe('chat', () => {
  test('opens a chat by Entra id at the global address, sends, and changes what was sent', async () => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    expect(to.serviceUrl).toBe('https://smba.trafficmanager.net/teams/');
    const { activity } = await chat.send(to, message('Først'));
    await chat.update({ ...to, activity }, message('Så'));
    expect(desk.teams.chat(anne).messages).toMatchObject([{ id: activity, summary: 'Så', card: message('Så').card }]);
  });

  test('says the summary for the feed and shows no second text', async () => {
    const { chat } = desk.bot;
    await chat.send(await chat.createConversation(anne), message('Kort'));
    const [first] = desk.teams.chat(anne).messages;
    expect(first?.summary).toBe('Kort');
    expect(first?.text).toBeUndefined();
  });

  test('rings only when it is asked to, and never for an edit', async () => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    const rings = () => desk.teams.chat(anne).messages.map((each) => each.rings);
    await chat.send(to, { ...message('Gør noget'), rings: true });
    const { activity } = await chat.send(to, message('Til orientering'));
    await chat.update({ ...to, activity }, { ...message('Ændret'), rings: true });
    expect(rings()).toEqual([true, false]);
  });

  test('asks Entra for one token, however many calls are made', async () => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    await Promise.all([1, 2, 3].map((number) => chat.send(to, message(`${number}`))));
    expect(desk.requests.filter((request) => request.includes('/oauth2/v2.0/token'))).toHaveLength(1);
  });

  test.each([
    'ConversationBlockedByUser',
    'MessageWritesBlocked',
    'BotDisabledByAdmin',
    'InvalidBotApiHost',
    'Forbidden',
  ])('tells 403 %s by its code', async (code) => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    desk.emulator.world.faults.put({ connector: { person: { [anne]: code } } });
    expect(await refusal(chat.send(to, message('x')))).toEqual({ name: 'ChatError', status: 403, code });
  });

  test('tells that the app is not installed, and that a chat or a message is gone', async () => {
    const { chat } = desk.bot;
    expect(await refusal(chat.createConversation(bo))).toMatchObject({ status: 403, code: 'BadArgument' });
    await desk.teams.install(bo);
    const to = await chat.createConversation(bo);
    await desk.teams.uninstall(bo);
    expect(await refusal(chat.send(to, message('x')))).toMatchObject({
      status: 403,
      code: 'BotNotInConversationRoster',
    });
    const anywhere: ChatAddress = { ...to, conversation: 'a:gone' };
    expect(await refusal(chat.send(anywhere, message('x')))).toMatchObject({
      status: 404,
      code: 'ConversationNotFound',
    });
    const own = await chat.createConversation(anne);
    expect(await refusal(chat.update({ ...own, activity: 'gone' }, message('x')))).toMatchObject({
      status: 404,
      code: 'ActivityNotFoundInConversation',
    });
  });

  test('hands on Retry-After of a 429', async () => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    desk.emulator.world.faults.put({ connector: { person: { [anne]: '429' }, retryAfterSeconds: 7 } });
    expect(await refusal(chat.send(to, message('x')))).toMatchObject({
      status: 429,
      code: 'Throttled',
      retryAfterSeconds: 7,
    });
  });

  test.each(['429', '412', '500', '502', '503', '504', 'reset'])(
    'makes one request and no more after %s',
    async (kind) => {
      const { chat } = desk.bot;
      const to = await chat.createConversation(anne);
      const before = connectorCalls().length;
      desk.emulator.world.faults.put({ connector: { person: { [anne]: kind }, retryAfterSeconds: 0 } });
      expect(await refusal(chat.send(to, message('x')))).toMatchObject({ status: kind === 'reset' ? 0 : Number(kind) });
      expect(connectorCalls().length - before).toBe(1);
    },
  );

  test('sends nothing twice when the message arrived and the answer was lost', async () => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    desk.emulator.world.faults.put({ connector: { acceptThenReset: { next: 1 } } });
    expect(await refusal(chat.send(to, message('x')))).toMatchObject({ status: 0 });
    expect(desk.teams.chat(anne).messages).toHaveLength(1);
  });

  test('sends a token to nobody but Teams', async () => {
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    for (const serviceUrl of ['https://evil.example/teams/', 'http://smba.trafficmanager.net/teams/', 'nonsense']) {
      const before = desk.requests.length;
      expect(await refusal(chat.send({ ...to, serviceUrl }, message('x')))).toMatchObject({
        status: 403,
        code: 'InvalidBotApiHost',
      });
      expect(desk.requests.length).toBe(before);
    }
  });
});

describe('chat without an answer or a token', () => {
  test('gives up at its deadline', async () => {
    await desk.close();
    desk = await botOnADesk({ deadlineMs: 150 });
    const { chat } = desk.bot;
    const to = await chat.createConversation(anne);
    desk.emulator.world.faults.put({ connector: { person: { [anne]: 'hang' } } });
    expect(await refusal(chat.send(to, message('x')))).toMatchObject({ status: 0, code: 'Deadline' });
  });

  test.each([
    ['refused', unexpected('x'), { status: 401, code: 'TokenRefused' }],
    ['away', unavailable('x'), { status: 429, code: 'TokenUnavailable' }],
  ])('when Entra is %s says that nothing was sent', async (_, error, expected) => {
    await desk.close();
    desk = await botOnADesk({
      accessToken: async () => {
        throw error;
      },
    });
    expect(await refusal(desk.bot.chat.createConversation(anne))).toMatchObject(expected);
    expect(connectorCalls()).toEqual([]);
  });
});
