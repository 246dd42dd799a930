import { describe, expect, it } from 'vitest';
import {
  Campaigns,
  cancelCampaign,
  conversationOf,
  ConversationPages,
  DeliveryBlocks,
  forgetConversation,
  pauseCampaign,
  resumeCampaign,
} from '../../../api/deliveries/index.ts';
import type { Context } from '../../../api/context.ts';
import { unavailable, type PersonId } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { createGate } from '../../../bot/sending/index.ts';
import { until } from '../../support/until.ts';
import { aPerson } from '../../unit/organisation/builders.ts';
import {
  aCampaign,
  aKind,
  aSending,
  ciso,
  countsOf,
  people,
  recipients,
  stateOf,
  swiftTime,
  inSwiftTime,
} from './a-campaign.ts';
import { fakeTeams } from './fake-teams.ts';

const largestWindow = 100;
const [one] = people(1) as [PersonId];

/** Counts writes to a context's lists in resource units: 2 each. */
function unitsOf(context: Context) {
  let units = 0;
  for (const definition of [Campaigns, DeliveryBlocks, ConversationPages]) {
    const list = context.list<{ key: string }>(definition);
    const { create, update } = list;
    list.create = (record) => {
      units += 2;
      return create(record);
    };
    list.update = (key, change) =>
      update(key, (current) => {
        const fields = change(current);
        if (fields) units += 2;
        return fields;
      });
  }
  return () => units;
}

describe('what a campaign costs', () => {
  it('is at most 0.2 resource units a delivered message, with a new chat for everybody', async () => {
    const { context } = inSwiftTime();
    const units = unitsOf(context);
    await aCampaign(context);
    const teams = fakeTeams();
    await aSending(context, teams.chat, aKind(people(2_300)), {
      gate: createGate({ perSecond: 40, time: swiftTime() }),
    }).processAll();
    expect(countsOf(context)).toEqual({ sent: 2_300 });
    expect(units() / 2_300).toBeLessThanOrEqual(0.12);
    expect(units()).toBeGreaterThan(0);
  });

  it('stays under 0.2 with one answer in twenty a 429, 500 or reset', async () => {
    const { context } = inSwiftTime();
    const units = unitsOf(context);
    await aCampaign(context);
    const teams = fakeTeams(({ call }, nth) => {
      if (call !== 'send' || nth % 20 !== 0) return 'ok';
      return (
        [{ status: 429, retryAfterSeconds: 1 }, { status: 500 }, 'arrivedThenReset' as const][(nth / 20) % 3] ?? 'ok'
      );
    });
    await aSending(context, teams.chat, aKind(people(2_300)), {
      gate: createGate({ perSecond: 40, time: swiftTime() }),
    }).processAll();
    const { sent = 0, uncertain = 0 } = countsOf(context);
    expect(sent + uncertain).toBe(2_300);
    expect(units() / sent).toBeLessThanOrEqual(0.2);
  });

  it('is nothing when there is nothing new', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const sending = aSending(context, fakeTeams().chat, aKind(people(10)));
    await sending.processAll();
    const units = unitsOf(context);
    await sending.processAll();
    await sending.processAll();
    expect(units()).toBe(0);
  });
});

describe('while a campaign is being sent', () => {
  it('pausing takes effect at once, and resuming sends the rest', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const teams = fakeTeams((_asked, nth) => {
      if (nth === 150) void pauseCampaign(context, ciso, 'campaign');
      return 'ok';
    });
    const sending = aSending(context, teams.chat, aKind(people(600)));
    await sending.processAll();
    const paused = countsOf(context);
    expect(paused).not.toHaveProperty('reserved');
    expect(paused.waiting).toBeGreaterThan(450);
    expect((paused.waiting ?? 0) + (paused.sent ?? 0)).toBe(600);
    await resumeCampaign(context, ciso, 'campaign');
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 600 });
    expect(teams.countOf('send')).toBe(600);
  });

  it('cancelling leaves everybody else without a card', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const teams = fakeTeams((_asked, nth) => {
      if (nth === 100) void cancelCampaign(context, ciso, 'campaign');
      return 'ok';
    });
    const sending = aSending(context, teams.chat, aKind(people(300)));
    await sending.processAll();
    await sending.processAll();
    const { sent = 0, cancelled = 0 } = countsOf(context);
    expect(sent + cancelled).toBe(300);
    expect(cancelled).toBeGreaterThan(200);
    expect(teams.countOf('send')).toBe(sent);
  });

  it('at most a window of people is reserved ahead', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    let most = 0;
    const teams = fakeTeams(() => {
      most = Math.max(most, countsOf(context).reserved ?? 0);
      return 'ok';
    });
    await aSending(context, teams.chat, aKind(people(700))).processAll();
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(largestWindow);
  });

  it('everybody is reserved in the ledger before the message leaves', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const early: PersonId[] = [];
    const teams = fakeTeams(({ call, personId }) => {
      const state = recipients(context).find(({ person }) => person === personId)?.state;
      if (call === 'send' && state !== 'reserved') early.push(personId);
      return 'ok';
    });
    await aSending(context, teams.chat, aKind(people(500))).processAll();
    expect(early).toEqual([]);
  });

  it('a small campaign does not wait behind a large one', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context, 'large', 'large');
    await aCampaign(context, 'small', 'small');
    const order: string[] = [];
    const teams = fakeTeams();
    const sending = aSending(
      context,
      teams.chat,
      [aKind(people(2_000), { kind: 'large' }), aKind(people(5, 5_000), { kind: 'small' })],
      {
        gate: createGate({ perSecond: 40, time: swiftTime() }),
        chat: {
          ...teams.chat,
          send: (to, message) => {
            order.push(to.conversation);
            return teams.chat.send(to, message);
          },
        },
      },
    );
    await sending.processAll();
    expect(order.indexOf('chat-person-05004')).toBeLessThan(100);
    expect(countsOf(context, 'large')).toEqual({ sent: 2_000 });
  });

  it('stopping the program ends what is under way and lets go of the rest', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    let stopped: Promise<void> | undefined;
    const teams = fakeTeams((_asked, nth) => {
      if (nth === 120) stopped = sending.stop();
      return 'ok';
    });
    const sending = aSending(context, teams.chat, aKind(people(500)));
    await sending.processAll();
    await stopped;
    const left = countsOf(context);
    expect(left).not.toHaveProperty('reserved');
    expect(left).not.toHaveProperty('uncertain');
    expect(left.sent).toBe(teams.countOf('send'));
    expect(
      context
        .list(ConversationPages)
        .all()
        .flatMap(({ entries }) => entries),
    ).toHaveLength(left.sent ?? 0);

    await aSending(context, teams.chat, aKind(people(500))).processAll();
    expect(countsOf(context)).toEqual({ sent: 500 });
    expect(teams.countOf('send')).toBe(500);
  });

  it('a long absence of Graph loses no outcome and repeats no message', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const list = context.list(DeliveryBlocks);
    const { update } = list;
    let away = 0;
    const teams = fakeTeams((_asked, nth) => {
      if (nth === 90) away = 100;
      return 'ok';
    });
    list.update = (key, change) => {
      away -= 1;
      return away > 0 ? Promise.reject(unavailable('graph.away')) : update(key, change);
    };
    const sending = aSending(context, teams.chat, aKind(people(400)));
    for (let round = 0; round < 20 && stateOf(context) !== 'finished'; round += 1) await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 400 });
    expect(teams.countOf('send')).toBe(400);
    expect(sending.status()).toMatchObject({ state: 'idle', unwritten: 0 });
  });

  it('a fault in the making of cards stops the campaign and names everybody', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const teams = fakeTeams();
    await aSending(context, teams.chat, aKind(people(200)), {
      cardFor: () => {
        throw new Error('a fault of ours');
      },
    }).processAll();
    expect(context.list(Campaigns).get('campaign')).toMatchObject({ state: 'stopped', stopCode: 'cardFailed' });
    const { failed = 0, waiting = 0 } = countsOf(context);
    expect(failed + waiting).toBe(200);
    expect(teams.calls).toEqual([]);
  });

  it('says when nothing has gone for five minutes', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    let now = 0;
    const time = { now: () => now, wait: async () => new Promise<void>((resolve) => setImmediate(resolve)) };
    const teams = fakeTeams();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const sending = aSending(context, teams.chat, aKind([one]), {
      time,
      chat: { ...teams.chat, send: (to, message) => held.then(() => teams.chat.send(to, message)) },
    });
    const processed = sending.processAll();
    await until('it sends', () => sending.status().state === 'sending');
    expect(sending.status()).toMatchObject({ state: 'sending', campaigns: ['campaign'] });
    now = 301_000;
    expect(sending.status()).toMatchObject({ state: 'stalled', secondsWithoutProgress: 301 });
    answer();
    await processed;
    expect(sending.status()).toMatchObject({ state: 'idle', campaigns: [] });
  });
});

describe('editing cards', () => {
  const message = { summary: 'Thank you', card: { done: true } };

  async function sentToOne(script: Parameters<typeof fakeTeams>[0] = () => 'ok') {
    const { context } = inSwiftTime();
    await aCampaign(context);
    const teams = fakeTeams(script);
    const sending = aSending(context, teams.chat, aKind([one]));
    await sending.processAll();
    return { context, teams, sending };
  }

  it('changes the card that stands in the chat', async () => {
    const { teams, sending } = await sentToOne();
    expect(await sending.editCard('version-4', one, message)).toBe('edited');
    expect(teams.cardsOf(one).map((card) => card.message)).toEqual([message]);
  });

  it('changes a card that was sent a moment ago and is not in the ledger yet', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    let result: Promise<string> | undefined;
    const [first, second] = people(2) as [PersonId, PersonId];
    const teams = fakeTeams(({ call, personId }) => {
      if (call === 'send' && personId === second) result = sending.editCard('version-4', first, message);
      return 'ok';
    });
    const kind = aKind([first, second]);
    const sending = aSending(context, teams.chat, kind, {
      chat: {
        ...teams.chat,
        createConversation: async (personId) => {
          if (personId === second) await new Promise((resolve) => setTimeout(resolve, 5));
          return teams.chat.createConversation(personId);
        },
      },
    });
    await sending.processAll();
    expect(await result).toBe('edited');
    expect(teams.cardsOf(first)[0]?.message).toEqual(message);
  });

  it('changes the card of a person who did it elsewhere while it was on its way', async () => {
    const { context } = inSwiftTime();
    await aCampaign(context);
    let done = false;
    const teams = fakeTeams(({ call }) => {
      if (call === 'send') done = true;
      return 'ok';
    });
    const kind = aKind([one], { recheck: () => (done ? 'notNeeded' : 'send') });
    await aSending(context, teams.chat, kind, {
      cardFor: () => (done ? message : { summary: 'Please', card: {} }),
    }).processAll();
    expect(countsOf(context)).toEqual({ sent: 1 });
    await expect.poll(() => teams.cardsOf(one)[0]?.message).toEqual(message);
  });

  it('tries again after 429, 504 and 500, which is safe', async () => {
    const answers = [{ status: 429, retryAfterSeconds: 1 }, { status: 504 }, { status: 500 }];
    const { sending } = await sentToOne(({ call }) => (call === 'update' ? (answers.shift() ?? 'ok') : 'ok'));
    expect(await sending.editCard('version-4', one, message)).toBe('edited');
  });

  it('waits as long as Teams says that it is too much, and gives up at last', async () => {
    const busy = Array.from({ length: 9 }, () => ({ status: 429, retryAfterSeconds: 1 }));
    const { sending } = await sentToOne(({ call }) => (call === 'update' ? (busy.shift() ?? 'ok') : 'ok'));
    expect(await sending.editCard('version-4', one, message)).toBe('edited');
    const never = await sentToOne(({ call }) => (call === 'update' ? { status: 429, retryAfterSeconds: 1 } : 'ok'));
    expect(await never.sending.editCard('version-4', one, message)).toBe('gaveUp');
  });

  it('finds it fine when the person has removed the message', async () => {
    const { sending } = await sentToOne(({ call }) =>
      call === 'update' ? { status: 404, code: 'ActivityNotFoundInConversation' } : 'ok',
    );
    expect(await sending.editCard('version-4', one, message)).toBe('gone');
  });

  it('opens the chat again when a kill lost it, but not that of a leaver', async () => {
    const { context, teams, sending } = await sentToOne();
    await forgetConversation(context, one);
    expect(await sending.editCard('version-4', one, message)).toBe('noCard');
    await context.list(People).create(aPerson(one));
    expect(await sending.editCard('version-4', one, message)).toBe('edited');
    expect(teams.cardsOf(one).map((card) => card.message)).toEqual([message]);
    expect(conversationOf(context, one)).toMatchObject({ state: 'open', conversation: `chat-${one}` });
  });

  it('gives up quietly, and knows when there is no card', async () => {
    const { sending } = await sentToOne(({ call }) => (call === 'update' ? { status: 403, code: 'Odd' } : 'ok'));
    expect(await sending.editCard('version-4', one, message)).toBe('gaveUp');
    expect(await sending.editCard('version-3', one, message)).toBe('noCard');
    expect(await sending.editCard('version-4', people(1, 77)[0] as PersonId, message)).toBe('noCard');
  });
});
