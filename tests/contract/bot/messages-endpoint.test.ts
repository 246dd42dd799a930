import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conversationOf } from '../../../api/deliveries/index.ts';
import { createBot } from '../../../bot/index.ts';
import { policyCardFor } from '../../../bot/policy/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { until } from '../../support/until.ts';
import { aPolicy } from '../../unit/bot/bot-context.ts';
import { anne, bo, botOnADesk, type BotOnADesk } from './bot-on-a-desk.ts';

let desk: BotOnADesk;
beforeAll(async () => {
  desk = await botOnADesk();
  await aPolicy(desk.context);
});
afterAll(() => desk.close());

const serviceUrl = 'https://smba.trafficmanager.net/teams/';
const lastCard = () => JSON.stringify(desk.teams.chat(anne).messages.at(-1)?.card);

describe('POST /api/messages', () => {
  const post = (activity: unknown, token: string | undefined) =>
    fetch(desk.messagesAddress, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
  const channelToken = (botId: string = apps.app.clientId, url = serviceUrl) =>
    desk.emulator.world.entra.channelToken(botId, url);
  let activity: Record<string, unknown>;
  beforeEach(() => {
    activity = desk.teams.messageFrom(anne, 'hej');
  });

  test('takes Teams’ own activity', async () => {
    expect((await post(activity, await channelToken())).status).toBe(200);
  });

  test.each([
    ['no token', async () => undefined],
    ['no token at all in the header', async () => 'x'],
    ['another bot’s token', () => channelToken('99999999-0000-4000-8000-000000000000')],
    ['a token for another connector', () => channelToken(undefined, 'https://smba.trafficmanager.net/emea/')],
    ['a person’s token', () => desk.emulator.world.entra.personToken(anne)],
    ['an app’s token for the connector', () => desk.emulator.world.entra.appToken(apps.app.clientId, 'connector')],
    [
      'a token with the true issuer and somebody else’s key',
      () => desk.emulator.world.entra.mint({ personId: anne, issuer: 'https://api.botframework.com', otherKey: true }),
    ],
    [
      'a token with the true issuer and Entra’s key',
      () =>
        desk.emulator.world.entra.mint({
          personId: anne,
          issuer: 'https://api.botframework.com',
          claims: { serviceurl: serviceUrl },
        }),
    ],
  ])('refuses %s with 401 and an empty body', async (_, token) => {
    const answer = await post(activity, await token());
    expect([answer.status, await answer.text()]).toEqual([401, '']);
  });

  test('refuses a token whose signature was changed', async () => {
    const token = await channelToken();
    const [head, body, signature = ''] = token.split('.');
    const changed = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    expect((await post(activity, [head, body, changed].join('.'))).status).toBe(401);
  });

  test('refuses a channel that the key is not endorsed for', async () => {
    expect((await post({ ...activity, channelId: 'directline' }, await channelToken())).status).toBe(401);
  });

  test('refuses another tenant with 403', async () => {
    const foreign = { ...activity, conversation: { id: 'a:1', tenantId: '99999999-0000-4000-8000-000000000000' } };
    const nowhere = { ...activity, conversation: { id: 'a:1' }, channelData: {} };
    expect((await post(foreign, await channelToken())).status).toBe(403);
    expect((await post(nowhere, await channelToken())).status).toBe(403);
  });

  test('refuses an address that is not Teams’, even with a token that names it', async () => {
    const elsewhere = 'https://evil.example/teams/';
    expect((await post({ ...activity, serviceUrl: elsewhere }, await channelToken(undefined, elsewhere))).status).toBe(
      403,
    );
  });

  test('answers 400 to what is deeper than a card, before it is parsed', async () => {
    const deep = JSON.stringify({ ...activity, value: 0 }).replace(
      '"value":0',
      `"value":${'['.repeat(60)}${']'.repeat(60)}`,
    );
    expect((await post(deep, await channelToken())).status).toBe(400);
    const shallow = deep.replace('['.repeat(60) + ']'.repeat(60), '['.repeat(30) + ']'.repeat(30));
    expect((await post(shallow, await channelToken())).status).toBe(200);
  });

  test.each(['{', '[]', '"x"', '{"type":"message"}'])('answers 400 with an empty body to %s', async (body) => {
    const answer = await post(body, await channelToken());
    expect([answer.status, await answer.text()]).toEqual([400, '']);
  });

  test('reads the channel’s keys once', () => {
    expect(desk.requests.filter((request) => request.includes('login.botframework.com'))).toHaveLength(2);
  });
});

describe('settings', () => {
  test.each([
    ['an empty app id', { appId: '' }],
    ['a blank app id', { appId: ' ' }],
    ['an empty tenant', { tenantId: '' }],
  ])('with %s stop the start', (_, wrong) => {
    const chatSettings = {
      appId: apps.app.clientId,
      tenantId,
      accessToken: async () => 'x',
      fetch: async () => new Response(),
      ...wrong,
    };
    expect(() => createBot({ context: desk.context, chatSettings })).toThrow(/needs/);
  });
});

describe('in the chat', () => {
  test('a message is answered and the chat remembered', async () => {
    await desk.teams.say(anne, 'mine opgaver');
    expect(lastCard()).toContain('Du har 1 opgave om informationssikkerhed');
    expect(conversationOf(desk.context, anne)).toMatchObject({ state: 'open', serviceUrl });
  });

  test('an installation is welcomed once', async () => {
    await desk.teams.install(bo);
    const summaries = desk.teams.chat(bo).messages.map(({ summary }) => summary);
    expect(summaries).toEqual(['Velkommen til Sikkerhedshjulet. Skriv hjælp for at se, hvad du kan spørge om.']);
  });

  test('an invoke is answered with exactly the body that Teams reads, and the stored card is edited', async () => {
    const { chat } = desk.bot;
    const { activity } = await chat.send(
      await chat.createConversation(anne),
      policyCardFor(desk.context, 'policy-4.0', anne),
    );
    const posted = {
      ...desk.teams.messageFrom(anne, ''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activity,
      value: { action: { type: 'Action.Execute', verb: 'policy.acknowledge', data: { versionKey: 'policy-4.0' } } },
    };
    const answer = await desk.teams.postToBot(posted);
    expect(answer).toEqual({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: policyCardFor(desk.context, 'policy-4.0', anne).card,
      },
    });
    await until('the stored card to be the receipt', () => lastCard().includes('Du bekræftede version 4.0'));
  });

  test('a second press and the fallback button answer with the receipt in the card’s place', async () => {
    const { chat } = desk.bot;
    const question = policyCardFor(desk.context, 'policy-4.0', bo);
    const { activity: messageId } = await chat.send(await chat.createConversation(bo), question);
    const title = 'Jeg har læst og følger den';
    const fallback = await desk.teams.press(bo, { messageId, title, fallback: true });
    expect(fallback).toMatchObject({ status: 200, type: 'submit' });
    expect(JSON.stringify(desk.teams.chat(bo).messages.at(-1)?.card)).toContain('Tak, Bo');

    const { activity: again } = await chat.send(await chat.createConversation(bo), question);
    const pressed = await desk.teams.press(bo, { messageId: again, title });
    expect(pressed).toMatchObject({ status: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(pressed.card)).toContain('allerede bekræftet');
  });
});
