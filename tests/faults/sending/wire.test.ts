import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context } from '../../../api/context.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { journalKind, type Journal } from '../../../api/journal/index.ts';
import { unavailable, type PersonId } from '../../../api/kernel/index.ts';
import type { ChatPort } from '../../../bot/sending/index.ts';
import { createWire } from '../../../bot/sending/wire.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { memoryJournal } from '../../support/memory-journal.ts';
import { until } from '../../support/until.ts';
import { aCampaign, aKind, aSending, countsOf, people, recipients, swiftTime } from './a-campaign.ts';
import { fakeTeams, type FakeTeams } from './fake-teams.ts';

const never = () => new Promise<never>(() => undefined);

/** Sending without responses after a number of messages: its state at the kill. */
function dyingAfter(teams: FakeTeams, sends: number) {
  const onTheWire: PersonId[] = [];
  const send: ChatPort['send'] = async (to, message) => {
    if (teams.countOf('send') < sends) return teams.chat.send(to, message);
    onTheWire.push(to.conversation.slice('chat-'.length) as PersonId);
    return never();
  };
  return { chat: { ...teams.chat, send }, onTheWire };
}
const stateOf = (context: Context, state: string) =>
  recipients(context)
    .filter((recipient) => recipient.state === state)
    .map(({ person }) => person);

describe('after a kill in the middle of a campaign', () => {
  it('only those are uncertain who were on the wire, and everybody else gets one card', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams();
    const dying = dyingAfter(teams, 150);
    const kind = aKind(people(400));
    void aSending(context, dying.chat, kind).processAll();
    await until('a full wire', () => dying.onTheWire.length === 30);
    expect(countsOf(context).reserved).toBeGreaterThan(30);

    await aSending(context, teams.chat, kind).processAll();
    expect(stateOf(context, 'uncertain').toSorted()).toEqual(dying.onTheWire.toSorted());
    expect(countsOf(context)).toEqual({ sent: 370, uncertain: 30 });
    for (const person of stateOf(context, 'sent')) expect(teams.cardsOf(person)).toHaveLength(1);
  });

  it('what was answered and never reached the ledger is as it was answered', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams();
    const kind = aKind(people(40));
    const blocks = context.list(DeliveryBlocks);
    const { update } = blocks;
    // The first write reserves; the outcomes are lost.
    let writes = 0;
    blocks.update = (key, change) => {
      writes += 1;
      return writes > 1 ? never() : update(key, change);
    };
    void aSending(context, teams.chat, kind).processAll();
    await until('all sent', () => teams.countOf('send') === 40);
    blocks.update = update;

    await aSending(context, teams.chat, kind).processAll();
    expect(countsOf(context)).toEqual({ sent: 40 });
    expect(teams.countOf('send')).toBe(40);
    for (const { person, activity } of recipients(context))
      expect(teams.cardsOf(person).map((card) => card.activity)).toEqual([activity]);
  });

  it('a run that the journal does not know, its folder being lost, leaves everybody reserved uncertain', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams();
    const dying = dyingAfter(teams, 0);
    const kind = aKind(people(100));
    void aSending(context, dying.chat, kind).processAll();
    await until('a full wire', () => dying.onTheWire.length === 30);
    const reserved = stateOf(context, 'reserved');
    await aSending({ ...context, journal: memoryJournal() }, teams.chat, kind).processAll();
    expect(stateOf(context, 'uncertain')).toEqual(reserved);
    expect(teams.countOf('send')).toBe(100 - reserved.length);
  });

  it('a kind that repeats sends at once to those on the wire, and to the others as if nothing had happened', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams();
    const dying = dyingAfter(teams, 0);
    const kind = aKind(people(60), { repeatWhenUncertain: true });
    void aSending(context, dying.chat, kind).processAll();
    await until('a full wire', () => dying.onTheWire.length === 30);
    await aSending(context, teams.chat, kind).processAll();
    expect(countsOf(context)).toEqual({ sent: 30, sentAgain: 30 });
    const twice = recipients(context).filter(({ attempts }) => attempts === 2);
    expect(twice.map(({ person }) => person).toSorted()).toEqual(dying.onTheWire.toSorted());
  });
});

describe('the journal', () => {
  /** Counts its entries, and fails on demand. */
  function aJournal() {
    const inner = memoryJournal();
    const keys = new Set<string>();
    const state = { isFull: false, unreadable: '' };
    const journal: Journal = {
      ...inner,
      all: async (kind) => {
        if (state.unreadable === kind.name) throw unavailable('journal.unavailable');
        return inner.all(kind);
      },
      add: async (kind, key, data) => {
        if (state.isFull) throw unavailable('journal.unavailable');
        keys.add(`${kind.name} ${key}`);
        return inner.add(kind, key, data);
      },
      put: async (kind, key, data) => {
        if (state.isFull) throw unavailable('journal.unavailable');
        keys.add(`${kind.name} ${key}`);
        return inner.put(kind, key, data);
      },
      remove: async (kind, removed) => {
        for (const key of removed) keys.delete(`${kind.name} ${key}`);
        return inner.remove(kind, removed);
      },
    };
    return { journal, keys, state };
  }

  it('holds only what is under way', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const { journal, keys } = aJournal();
    const teams = fakeTeams(({ call }, nth) => (call === 'send' && nth % 7 === 0 ? { status: 429 } : 'ok'));
    let most = 0;
    const chat: ChatPort = {
      ...teams.chat,
      send: (to, message) => {
        most = Math.max(most, keys.size);
        return teams.chat.send(to, message);
      },
    };
    await aSending({ ...context, journal }, chat, aKind(people(500))).processAll();
    expect(countsOf(context)).toEqual({ sent: 500 });
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThan(140);
    expect([...keys].filter((key) => key.startsWith('sendingMessage'))).toEqual([]);
  });

  it('that fills up in the middle stops nobody and makes no second card', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const { journal, state } = aJournal();
    const teams = fakeTeams((_asked, nth) => {
      if (nth === 300) state.isFull = true;
      return 'ok';
    });
    await aSending({ ...context, journal }, teams.chat, aKind(people(400))).processAll();
    expect(countsOf(context)).toEqual({ sent: 400 });
    for (const person of people(400)) expect(teams.cardsOf(person)).toHaveLength(1);
  });

  it('that cannot be written to leaves everybody reserved in doubt after a kill, and nobody with two cards', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const { journal, state } = aJournal();
    const inFull = { ...context, journal };
    const teams = fakeTeams();
    const dying = dyingAfter(teams, 150);
    const kind = aKind(people(400));
    const chat: ChatPort = {
      ...dying.chat,
      send: (to, message) => {
        state.isFull ||= teams.countOf('send') === 60;
        return dying.chat.send(to, message);
      },
    };
    void aSending(inFull, chat, kind).processAll();
    await until('a full wire', () => dying.onTheWire.length === 30);
    const reserved = stateOf(context, 'reserved');
    state.isFull = false;
    await aSending(inFull, teams.chat, kind).processAll();
    expect(stateOf(context, 'uncertain')).toEqual(reserved);
    for (const person of people(400)) expect(teams.cardsOf(person).length).toBeLessThanOrEqual(1);
    for (const person of stateOf(context, 'sent')) expect(teams.cardsOf(person)).toHaveLength(1);
  });

  it.each(['sendingRun', 'sendingMessage'])(
    'whose entries of kind %s cannot be read makes no second card, for they may be on the wire',
    async (unreadable) => {
      const { context } = memoryContext();
      await aCampaign(context);
      const { journal, state } = aJournal();
      const inTrouble = { ...context, journal };
      const teams = fakeTeams();
      const dying = dyingAfter(teams, 0);
      const kind = aKind(people(100));
      void aSending(inTrouble, dying.chat, kind).processAll();
      await until('a full wire', () => dying.onTheWire.length === 30);
      const reserved = stateOf(context, 'reserved');
      state.unreadable = unreadable;
      await aSending(inTrouble, teams.chat, kind).processAll();
      expect(stateOf(context, 'uncertain')).toEqual(reserved);
      for (const person of dying.onTheWire) expect(teams.cardsOf(person)).toEqual([]);
    },
  );
});

describe('an entry of another release', () => {
  it('that cannot be understood makes no second card', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams();
    const dying = dyingAfter(teams, 0);
    const kind = aKind(people(100));
    void aSending(context, dying.chat, kind).processAll();
    await until('a full wire', () => dying.onTheWire.length === 30);
    const entries = journalKind('sendingMessage', z.unknown());
    const [first, second] = await context.journal.all(entries);
    await context.journal.put(entries, first?.key ?? '', { of: 'another time' });
    await context.journal.put(entries, second?.key ?? '', { ...(second?.data as object), outcome: { state: 'new' } });

    await aSending(context, teams.chat, kind).processAll();
    expect(stateOf(context, 'uncertain').toSorted()).toEqual(dying.onTheWire.toSorted());
    for (const person of dying.onTheWire) expect(teams.cardsOf(person)).toEqual([]);
  });
});

describe('the ledger', () => {
  it('that cannot be read when sending begins is read again', async () => {
    const { context } = memoryContext();
    const blocks = context.list(DeliveryBlocks);
    const { all } = blocks;
    const wire = createWire(context, swiftTime());
    blocks.all = () => {
      throw unavailable('list.unread');
    };
    await expect(wire.run()).rejects.toThrow();
    blocks.all = all;
    expect((await wire.run()).isLost()).toBe(false);
  });
});
