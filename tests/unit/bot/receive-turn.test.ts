import { beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../../api/acknowledgements/index.ts';
import {
  conversationOf,
  DeliveryBlocks,
  recordConversation,
  startCampaign,
  type Recipient,
} from '../../../api/deliveries/index.ts';
import { IncidentGuides } from '../../../api/incidents/index.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { policyCampaignKey } from '../../../api/policy/index.ts';
import type { IncomingActivity, Turn } from '../../../bot/botframework/index.ts';
import { verbs } from '../../../bot/index.ts';
import { receiver } from '../../../bot/receive-turn.ts';
import { ChatError, type ChatMessage } from '../../../bot/sending/chat-port.ts';
import { until } from '../../support/until.ts';
import { anne, aPerson, aPolicy, botContext } from './bot-context.ts';

const bot = { id: '28:bot' };
let context: ReturnType<typeof botContext>['context'];
let said: { how: 'reply' | 'answer' | 'replace'; message: ChatMessage; activity?: string }[];
let edited: { activity: string; message: ChatMessage }[];
let replaceFails: boolean;
let replyFails: ChatError | undefined;

beforeEach(async () => {
  ({ context } = botContext());
  said = [];
  edited = [];
  replaceFails = false;
  replyFails = undefined;
  await aPerson(context, anne);
});

const receive = (given: Partial<IncomingActivity>) => {
  const activity: IncomingActivity = {
    type: 'message',
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    from: { id: '29:anne', aadObjectId: anne },
    recipient: bot,
    conversation: { id: 'a:anne', conversationType: 'personal' },
    value: undefined,
    ...given,
  };
  const turn: Turn = {
    activity,
    reply: async (message) => {
      if (replyFails) throw replyFails;
      said.push({ how: 'reply', message });
    },
    answer: async (message) => void said.push({ how: 'answer', message }),
    replace: async (id, message) => {
      if (replaceFails) throw new Error('gone');
      said.push({ how: 'replace', message, activity: id });
    },
  };
  return receiver({
    context,
    verbs,
    onConversation: (entry) => recordConversation(context, entry),
    edits: {
      begin: () => undefined,
      pressed: async ({ activity: id }, message) => void edited.push({ activity: id, message }),
      replaced: () => undefined,
      released: async () => undefined,
    },
  })(turn);
};
const summaries = () => said.map(({ message }) => message.summary);
const acknowledge = { versionKey: 'policy-4.0' };

describe('an installation', () => {
  const installed = { type: 'installationUpdate', action: 'add' };
  const joined = { type: 'conversationUpdate', membersAdded: [bot] };

  test('is welcomed once, however often it is told', async () => {
    await receive(installed);
    await receive(joined);
    await receive(installed);
    expect(summaries()).toEqual(['Velkommen til Sikkerhedshjulet. Skriv hjælp for at se, hvad du kan spørge om.']);
  });

  test('is welcomed again after the app was removed, and not after an upgrade', async () => {
    await receive(installed);
    await receive({ type: 'installationUpdate', action: 'remove' });
    expect(conversationOf(context, anne)?.state).toBe('notInstalled');
    await receive(joined);
    await receive({ type: 'installationUpdate', action: 'add-upgrade' });
    expect(said).toHaveLength(2);
  });

  test('is not greeted when the program brings the app', async () => {
    recordConversation(context, { person: anne, state: 'installing' });
    await receive(installed);
    await receive(joined);
    expect(said).toHaveLength(0);
    expect(conversationOf(context, anne)).toMatchObject({ state: 'open', conversation: 'a:anne' });
  });

  test('is not greeted in a crowd, which an administrator makes, and every chat is learned', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) => `somebody-${index}` as PersonId);
    for (const person of crowd)
      await receive({ ...installed, from: { id: `29:${person}`, aadObjectId: person }, conversation: { id: person } });
    expect(said).toHaveLength(5);
    expect(crowd.filter((person) => conversationOf(context, person)?.state !== 'open')).toEqual([]);
  });

  test('is not greeted on a day with a card', async () => {
    await startCampaign(context, { key: 'c', kind: 'policy', title: 'P', subjectKey: 'v', startedBy: anne });
    await context.list(DeliveryBlocks).create({
      ...{ key: 'c_1', title: 'P (1)', campaignKey: 'c', position: 1 },
      recipients: [{ person: anne, state: 'waiting' }],
    });
    await receive(installed);
    expect(said).toHaveLength(0);
  });

  test.each([
    ['is to come', { state: 'waiting' }, 0],
    ['came days ago', { state: 'sent', at: '2026-11-02T09:00:00.000Z' }, 1],
  ] as const)('where the policy’s card %s is greeted accordingly', async (_when, recipient, greetings) => {
    const { key } = await aPolicy(context);
    const campaignKey = policyCampaignKey(key);
    await startCampaign(context, {
      ...{ key: campaignKey, kind: 'policy', title: 'P', subjectKey: key, startedBy: anne },
    });
    await context.list(DeliveryBlocks).create({
      ...{ key: `${campaignKey}_1`, title: 'P (1)', campaignKey, position: 1 },
      recipients: [{ person: anne, ...recipient } as Recipient],
    });
    await receive(installed);
    expect(said).toHaveLength(greetings);
  });

  test('of somebody else in the chat is no welcome', async () => {
    await receive({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }] });
    expect(said).toHaveLength(0);
  });
});

describe('where a chat is', () => {
  test('is learned from every activity, and the newest serviceUrl wins', async () => {
    await receive({ text: 'hej' });
    await receive({ text: 'hej', serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    expect(conversationOf(context, anne)).toMatchObject({
      conversation: 'a:anne',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      state: 'open',
    });
  });

  test('is open again when somebody who blocked the bot writes to it', async () => {
    recordConversation(context, { person: anne, conversation: 'a:anne', state: 'blocked' });
    await receive({ text: 'hej' });
    expect(conversationOf(context, anne)?.state).toBe('open');
  });

  test('is not learned from a group or a channel, where no answer of one’s own is shown', async () => {
    await receive({ text: 'mine opgaver', conversation: { id: '19:x', conversationType: 'channel', isGroup: true } });
    expect(conversationOf(context, anne)).toBeUndefined();
    expect(summaries()).toEqual(['Skriv til mig direkte']);
  });
});

describe('what is written', () => {
  test('has ended well when Teams may have delivered the answer, and not when it took none', async () => {
    replyFails = new ChatError(504, '');
    await expect(receive({ text: 'hej' })).resolves.toBeUndefined();
    replyFails = new ChatError(400, 'BadSyntax');
    await expect(receive({ text: 'hej' })).rejects.toBe(replyFails);
  });

  test('is answered without the mention', async () => {
    await receive({ text: '<at>Sikkerhedshjulet</at> mine opgaver' });
    expect(summaries()).toEqual(['Du er færdig']);
  });

  test('gets the first step and the number also where the directory does not know the writer', async () => {
    const now = '2026-11-24T08:00:00.000Z' as Instant;
    await context.list(IncidentGuides).create({
      ...{ key: 'all', title: 'all', firstStep: '', firstStepEnglish: '', callName: 'Servicedesk', changedBy: anne },
      ...{ callPhone: '43 57 10 11', nightPhone: '43 57 10 99', changedAt: now },
    });
    const from = { id: '29:x', aadObjectId: '22222222-0000-4000-8000-000000000000' };
    const ask = async (text: string) => {
      await receive({ from, text, locale: 'da-DK' });
      return JSON.stringify(said.at(-1)?.message.card);
    };
    for (const text of ['jeg har mistet min telefon', 'der er sket noget', 'omsorgsjournalen er nede'])
      expect(await ask(text)).toMatch(/43 57 10 (11|99)/);
    expect(await ask('jeg har mistet min telefon')).not.toContain('incident.report');
    expect(await ask('mine opgaver')).not.toContain('43 57 10');
  });

  test('gets a helpful answer for a stranger, in the language of the client', async () => {
    await receive({ text: 'hi', locale: 'en-GB', from: { id: '29:x', aadObjectId: 'unknown' } });
    await receive({ text: 'hi', locale: 'da-DK', from: { id: '29:x' } });
    expect(summaries()).toEqual(['We cannot find you yet', 'Vi kan ikke finde dig endnu']);
  });

  test('gets help when there is no text at all', async () => {
    await receive({ text: '' });
    expect(summaries()[0]).toContain('Det forstod jeg ikke');
  });
});

describe('a pressed button', () => {
  const value = { action: { type: 'Action.Execute', verb: 'policy.acknowledge', data: acknowledge } };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: '1:card' };

  test.each([
    ['as of the moment that Teams gives', 2_000, 2_000],
    ['as of now when its clock and ours are far apart', 3_600_000, 0],
  ])('is %s', async (_name, timestampAgo, ago) => {
    await aPolicy(context);
    const now = context.clock.now().getTime();
    await receive({ ...invoke, timestamp: new Date(now - timestampAgo) });
    expect(receiptOf(context, acknowledge.versionKey, anne)?.at).toBe(new Date(now - ago).toISOString());
  });

  test('is answered first, and then the stored message is edited too', async () => {
    await aPolicy(context);
    await receive(invoke);
    expect(said.map(({ how }) => how)).toEqual(['answer']);
    await until('the edit', () => edited.length > 0);
    expect(edited).toEqual([{ activity: '1:card', message: said[0]?.message }]);
  });

  test('is answered and edits nothing when it could not be done', async () => {
    await receive({ ...invoke, value: { action: { verb: 'nothing' } } });
    await receive({ ...invoke, value: 'nonsense' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(said.map(({ how }) => how)).toEqual(['answer', 'answer']);
    expect(edited).toEqual([]);
  });

  test('puts the fallback’s answer in the place of the card', async () => {
    await aPolicy(context);
    await receive({ value: { ...acknowledge, verb: 'policy.acknowledge' }, replyToId: '1:card' });
    expect(said).toMatchObject([{ how: 'replace', activity: '1:card' }]);
    expect(summaries()[0]).toContain('Tak, Anne');
  });

  test('answers below when the card of the fallback is gone', async () => {
    await aPolicy(context);
    replaceFails = true;
    await receive({ value: { ...acknowledge, verb: 'policy.acknowledge' }, replyToId: '1:card' });
    expect(said.map(({ how }) => how)).toEqual(['reply']);
  });

  test('in a group chat is the presser’s own', async () => {
    await aPolicy(context);
    await receive({ ...invoke, conversation: { id: '19:x', conversationType: 'groupChat', isGroup: true } });
    expect(summaries()[0]).toContain('Tak, Anne');
  });
});
