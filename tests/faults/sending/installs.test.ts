import { describe, expect, it } from 'vitest';
import {
  cancelCampaign,
  conversationOf,
  pauseCampaign,
  recordConversation,
  resumeCampaign,
} from '../../../api/deliveries/index.ts';
import { unavailable, type PersonId } from '../../../api/kernel/index.ts';
import type { SendingOptions } from '../../../bot/sending/index.ts';
import { until } from '../../support/until.ts';
import { aCampaign, aKind, aSending, ciso, countsOf, people, recipients, stateOf, inSwiftTime } from './a-campaign.ts';
import { teamsWithApps } from './fake-apps.ts';

const [one] = people(1) as [PersonId];
type World = ReturnType<typeof teamsWithApps>;

async function aWorld(audience: readonly PersonId[], world: World, changes: Partial<SendingOptions> = {}) {
  const { context } = inSwiftTime();
  await aCampaign(context);
  const sending = aSending(context, world.teams.chat, aKind(audience), { apps: world.apps, ...changes });
  return { context, sending, ...world };
}

describe('people without the app', () => {
  it('get it, and the card when their chat is there', async () => {
    const { context, sending, teams, installs } = await aWorld([one], teamsWithApps({ looks: 3 }));
    await sending.processAll();
    expect(recipients(context)).toMatchObject([{ person: one, state: 'sent' }]);
    expect(teams.cardsOf(one)).toHaveLength(1);
    expect(installs).toEqual([one]);
    expect(stateOf(context)).toBe('finished');
  });

  it('get the card as soon as the bot is told of the chat, also when Graph never shows it', async () => {
    const world = teamsWithApps({ looks: 0 });
    const told = { person: one, state: 'open' as const, conversation: `chat-${one}`, serviceUrl: 'https://x' };
    world.apps.chatOf = () => {
      expect(countsOf(context)).toEqual({ waiting: 1 });
      setImmediate(() => recordConversation(context, told));
      return new Promise(() => undefined);
    };
    const { context, sending, teams } = await aWorld([one], world);
    await sending.processAll();
    expect(teams.cardsOf(one)).toHaveLength(1);
  });

  it('may be everybody: a first campaign neither stops by itself nor loses anybody', async () => {
    const audience = people(450);
    const { context, sending, installs } = await aWorld(audience, teamsWithApps());
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 450 });
    expect(installs).toHaveLength(450);
    expect(stateOf(context)).toBe('finished');
  });

  it('keep nobody waiting who has it: no place in the pool is held by an installation', async () => {
    const audience = people(300);
    const without = new Set(audience.slice(0, 200));
    const world = teamsWithApps({ has: audience.filter((person) => !without.has(person)) });
    const { install } = world.apps;
    const gate = Promise.withResolvers<undefined>();
    world.apps.install = async (personId) => {
      await gate.promise;
      return install(personId);
    };
    const { context, sending } = await aWorld(audience, world);
    const all = sending.processAll();
    await until('those with the app', () => countsOf(context).sent === 100);
    expect(countsOf(context)).toEqual({ sent: 100, waiting: 200 });
    gate.resolve(undefined);
    await all;
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 300 });
  });

  it('end in a named state when it cannot be brought', async () => {
    const [refused, unknown, broken, slow] = people(4) as [PersonId, PersonId, PersonId, PersonId];
    const world = teamsWithApps({ looks: Infinity });
    const { install } = world.apps;
    world.apps.install = async (personId) => {
      if (personId === refused) return 'policyBlocked';
      if (personId === unknown) return 'notInstalled';
      if (personId === broken) throw new Error('odd');
      return install(personId);
    };
    const { context, sending } = await aWorld([refused, unknown, broken, slow], world);
    await sending.processAll();
    await sending.processAll();
    expect(Object.fromEntries(recipients(context).map(({ person, state, code }) => [person, [state, code]]))).toEqual({
      [refused]: ['policyBlocked', 'installRefused'],
      [unknown]: ['notInstalled', 'BadArgument'],
      [broken]: ['notInstalled', 'installFailed'],
      [slow]: ['notInstalled', 'chatNotThere'],
    });
    expect(stateOf(context)).toBe('finished');
  });

  it('are not asked for one by one when it may be installed for nobody', async () => {
    const world = teamsWithApps();
    let asked = 0;
    world.apps.install = async () => {
      asked += 1;
      return 'policyBlocked';
    };
    const { context, sending } = await aWorld(people(400), world);
    await sending.processAll();
    expect(countsOf(context)).toEqual({ policyBlocked: 400 });
    expect(asked).toBeLessThan(100);
  });

  it('wait while Graph is away, and get it afterwards', async () => {
    const world = teamsWithApps();
    const { install } = world.apps;
    let tries = 0;
    world.apps.install = async (personId) => {
      tries += 1;
      if (tries < 4) throw unavailable('graph.away');
      return install(personId);
    };
    const { context, sending } = await aWorld([one], world);
    await sending.processAll();
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 1 });
  });
});

describe('somebody who removes the app', () => {
  const answers = [
    ['BotNotInConversationRoster', { status: 403, code: 'BotNotInConversationRoster' }],
    ['MessageWritesBlocked', { status: 403, code: 'MessageWritesBlocked' }],
    ['200', 'ok'],
  ] as const;

  /** All have the first card; the app is removed, and another campaign follows. */
  async function aSecondCampaign(world: World) {
    const known = await aWorld([one], world);
    await known.sending.processAll();
    expect(countsOf(known.context)).toEqual({ sent: 1 });
    world.remove(one, known.context);
    await aCampaign(known.context, 'second');
    await known.sending.processAll();
    return known;
  }

  it.each(answers)(
    'gets it once more when the program never gave it, whatever Teams says: %s',
    async (_name, removed) => {
      const world = teamsWithApps({ has: [one], removed });
      const { context } = await aSecondCampaign(world);
      expect(recipients(context, 'second')).toMatchObject([{ state: 'sent' }]);
      expect(world.installs).toEqual([one]);
    },
  );

  it.each(answers)('does not get it again after it was given, whatever Teams says: %s', async (_name, removed) => {
    const world = teamsWithApps({ removed });
    const { context } = await aSecondCampaign(world);
    expect(recipients(context, 'second')).toMatchObject([{ state: 'notInstalled', code: 'removed' }]);
    expect(conversationOf(context, one)?.state).toBe('notInstalled');
    expect(world.installs).toEqual([one]);
  });

  it.each(answers.slice(0, 2))('ends the same when the bot was not told of it: %s', async (_name, removed) => {
    const world = teamsWithApps({ removed });
    const { context, sending } = await aWorld([one], world);
    await sending.processAll();
    world.remove(one);
    await aCampaign(context, 'second');
    await sending.processAll();
    expect(recipients(context, 'second')).toMatchObject([{ state: 'notInstalled', code: 'removed' }]);
  });

  it('while the chat is waited for ends as notInstalled, and is not given it again', async () => {
    const world = teamsWithApps({ looks: Infinity });
    const { chatOf } = world.apps;
    let looks = 0;
    world.apps.chatOf = async (personId) => {
      looks += 1;
      if (looks === 2) world.remove(personId, context);
      return chatOf(personId);
    };
    const { context, sending } = await aWorld([one], world);
    await sending.processAll();
    expect(recipients(context)).toMatchObject([{ state: 'notInstalled', code: 'removed' }]);
    expect(world.installs).toEqual([one]);
  });

  it('and has it still, although Teams says otherwise, is written to twice at most', async () => {
    const world = teamsWithApps({
      has: [one],
      written: ({ call }) => (call === 'send' ? { status: 403, code: 'BotNotInConversationRoster' } : 'ok'),
    });
    const { context, sending, teams } = await aWorld([one], world);
    await sending.processAll();
    expect(recipients(context)).toMatchObject([{ state: 'notInstalled', attempts: 2 }]);
    expect(teams.countOf('send')).toBe(2);
  });

  it('is told from somebody who blocked the bot', async () => {
    const world = teamsWithApps({
      has: [one],
      written: ({ call }) => (call === 'send' ? { status: 403, code: 'MessageWritesBlocked' } : 'ok'),
    });
    const { context, sending, teams } = await aWorld([one], world);
    await sending.processAll();
    expect(recipients(context)).toMatchObject([{ state: 'blocked', code: 'MessageWritesBlocked' }]);
    expect(teams.countOf('send')).toBe(1);
    expect(world.installs).toEqual([]);
  });
});

describe('while chats are waited for', () => {
  async function waiting() {
    const world = teamsWithApps({ looks: 1 });
    const { chatOf } = world.apps;
    const gate = Promise.withResolvers<undefined>();
    let looking = 0;
    world.apps.chatOf = async (personId) => {
      looking += 1;
      await gate.promise;
      return chatOf(personId);
    };
    const known = await aWorld(people(5), world);
    const running = known.sending.processAll();
    await until('five looks', () => looking === 5);
    return { ...known, running, release: () => gate.resolve(undefined) };
  }

  it('a pause sends nothing, and going on sends all', async () => {
    const { context, sending, running, release } = await waiting();
    await pauseCampaign(context, ciso, 'campaign');
    release();
    await running;
    expect(countsOf(context)).toEqual({ waiting: 5 });
    await resumeCampaign(context, ciso, 'campaign');
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 5 });
  });

  it('a cancelled campaign ends with nobody sent to', async () => {
    const { context, teams, running, release } = await waiting();
    await cancelCampaign(context, ciso, 'campaign');
    release();
    await running;
    expect(countsOf(context)).toEqual({ cancelled: 5 });
    expect(teams.countOf('send')).toBe(0);
  });

  it('the program stops at once, and another goes on without a second installation', async () => {
    const { context, sending, teams, apps, installs, running, release } = await waiting();
    release();
    await sending.stop();
    await running;
    const next = aSending(context, teams.chat, aKind(people(5)), { apps });
    await next.processAll();
    expect(countsOf(context)).toEqual({ sent: 5 });
    expect(installs).toHaveLength(5);
    for (const person of people(5)) expect(teams.cardsOf(person)).toHaveLength(1);
  });
});
