import { describe, expect, it } from 'vitest';
import { Campaigns, conversationOf, recordConversation, resumeCampaign } from '../../../api/deliveries/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, aSending, ciso, countsOf, people, recipients, stateOf } from './a-campaign.ts';
import { fakeTeams, type Answer, type Asked } from './fake-teams.ts';

const [one] = people(1) as [PersonId];

/** Sends a one-person campaign to a Teams with scripted responses, and returns the outcome. */
async function sendToOne(
  script: (asked: Asked, nth: number) => Answer,
  changes: Parameters<typeof aSending>[3] = {},
  kind = {},
) {
  const { context } = memoryContext();
  await aCampaign(context);
  const teams = fakeTeams(script);
  const sending = aSending(context, teams.chat, aKind([one], kind), changes);
  await sending.processAll();
  const [recipient] = recipients(context);
  return { context, teams, recipient, sending };
}

/** Responds to the first sends (or creates) from the list, then with success. */
const first =
  (call: Asked['call'], ...answers: Answer[]) =>
  (asked: Asked): Answer =>
    asked.call === call ? (answers.shift() ?? 'ok') : 'ok';
const always =
  (call: Asked['call'], answer: Answer) =>
  (asked: Asked): Answer =>
    asked.call === call ? answer : 'ok';

describe('what is done about each answer of Teams', () => {
  it('a success is sent, with the activity that edits the card later', async () => {
    const { recipient, context } = await sendToOne(() => 'ok');
    expect(recipient).toMatchObject({ state: 'sent', activity: '1', attempts: 1 });
    expect(conversationOf(context, one)).toMatchObject({ state: 'open', conversation: `chat-${one}` });
    expect(stateOf(context)).toBe('finished');
  });

  it('a card that asks for an act rings, one for information does not', async () => {
    const asks = await sendToOne(() => 'ok');
    const tells = await sendToOne(() => 'ok', {}, { isForInformation: () => true });
    const rings = ({ teams }: typeof asks) => teams.cardsOf(one).map(({ message }) => message.rings);
    expect([rings(asks), rings(tells)]).toEqual([[true], [false]]);
  });

  it('429 is sent again and does not count against the person', async () => {
    const { recipient, teams, sending } = await sendToOne(
      first('send', { status: 429, retryAfterSeconds: 2 }, { status: 429 }),
    );
    expect(recipient).toMatchObject({ state: 'sent', attempts: 1 });
    expect(teams.countOf('send')).toBe(3);
    expect(sending.status().gate.throttled).toBe(2);
  });

  it('412 is tried a few times and then fails', async () => {
    const healed = await sendToOne(first('send', { status: 412 }, { status: 412 }));
    expect(healed.recipient?.state).toBe('sent');
    const never = await sendToOne(always('send', { status: 412, code: 'PreconditionFailed' }));
    expect(never.recipient).toMatchObject({ state: 'failed', code: 'PreconditionFailed' });
    expect(never.teams.countOf('send')).toBe(5);
  });

  it.each([
    ['502', { status: 502 }],
    ['503', { status: 503 }],
    ['504', { status: 504 }],
    ['504 after it arrived', 'arrivedThen504'],
    ['a connection that broke', { status: 0 }],
    ['a connection that broke after it arrived', 'arrivedThenReset'],
  ] as [string, Answer][])('%s leaves the person uncertain and is never repeated', async (_name, answer) => {
    const { recipient, teams } = await sendToOne(first('send', answer));
    expect(recipient?.state).toBe('uncertain');
    expect(teams.countOf('send')).toBe(1);
  });

  it('504 is repeated for a kind that allows it, three sends at most', async () => {
    const healed = await sendToOne(first('send', { status: 504 }), {}, { repeatWhenUncertain: true });
    expect(healed.recipient).toMatchObject({ state: 'sent', attempts: 2 });
    const never = await sendToOne(always('send', { status: 504 }), {}, { repeatWhenUncertain: true });
    expect(never.recipient?.state).toBe('uncertain');
    expect(never.teams.countOf('send')).toBe(3);
  });

  it('a call without an answer within the deadline leaves the person uncertain', async () => {
    const { chat } = fakeTeams();
    const { recipient } = await sendToOne(() => 'ok', {
      chat: { ...chat, send: () => new Promise(() => undefined) },
      deadline: 5,
    });
    expect(recipient).toMatchObject({ state: 'uncertain', code: 'deadline' });
  });

  it('500 gets one late try', async () => {
    const healed = await sendToOne(first('send', { status: 500, code: 'ServiceError' }));
    expect(healed.recipient?.state).toBe('sent');
    const never = await sendToOne(always('send', { status: 500, code: 'ServiceError' }));
    expect(never.recipient).toMatchObject({ state: 'failed', code: 'ServiceError', attempts: 2 });
  });

  it('opening a chat is repeated after 504, since it makes no message', async () => {
    const { recipient } = await sendToOne(first('create', { status: 504 }, { status: 0 }, { status: 500 }));
    expect(recipient?.state).toBe('sent');
  });

  it('413 is sent as the compact card once', async () => {
    const { recipient, teams } = await sendToOne(first('send', { status: 413, code: 'MessageSizeTooBig' }));
    expect(recipient?.state).toBe('sent');
    expect(teams.cardsOf(one)[0]?.message.card).toMatchObject({ body: [{ text: `version-4 for ${one}` }] });
    const never = await sendToOne(always('send', { status: 413, code: 'MessageSizeTooBig' }));
    expect(never.recipient).toMatchObject({ state: 'failed', code: 'MessageSizeTooBig' });
  });

  it('without a way to install, the person is notInstalled', async () => {
    const roster = { status: 403, code: 'BotNotInConversationRoster' };
    expect((await sendToOne(always('send', roster))).recipient?.state).toBe('notInstalled');
    const refused = await sendToOne(always('create', { status: 403, code: 'BadArgument' }));
    expect(refused.recipient).toMatchObject({ state: 'notInstalled', code: 'BadArgument' });
    expect(conversationOf(refused.context, one)?.state).toBe('notInstalled');
  });

  it.each(['ConversationBlockedByUser', 'MessageWritesBlocked'])(
    '%s ends as blocked, without another call',
    async (code) => {
      const { recipient, teams, context } = await sendToOne(always('send', { status: 403, code }));
      expect(recipient).toMatchObject({ state: 'blocked', code });
      expect(teams.countOf('send')).toBe(1);
      expect(conversationOf(context, one)).not.toHaveProperty('conversation');
    },
  );

  it('404 forgets the chat, opens it again and sends once more', async () => {
    const gone = { status: 404, code: 'ConversationNotFound' };
    const healed = await sendToOne(first('send', gone));
    expect(healed.recipient?.state).toBe('sent');
    expect(healed.teams.countOf('create')).toBe(2);
    const never = await sendToOne(always('send', gone));
    expect(never.recipient?.state).toBe('unreachable');
    expect(never.teams.countOf('send')).toBe(2);
  });

  it('403 that says nothing more is tried with a new chat once, and keeps its code', async () => {
    const { recipient, teams } = await sendToOne(always('send', { status: 403, code: 'Odd' }));
    expect(recipient).toMatchObject({ state: 'failed', code: 'Odd' });
    expect(teams.countOf('send')).toBe(2);
  });

  it('401 rests all sending, touches nobody and raises an alarm', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const refused = { status: 401, code: 'BotNotRegistered' };
    let mended = false;
    const teams = fakeTeams(({ call }) => (call === 'create' && !mended ? refused : 'ok'));
    const time = { now: () => clock, wait: async () => undefined };
    let clock = 0;
    const sending = aSending(context, teams.chat, aKind(people(300)), { time });
    await sending.processAll();
    expect(countsOf(context)).toEqual({ waiting: 300 });
    expect(sending.status()).toMatchObject({ state: 'alarm', alarm: 'BotNotRegistered' });
    expect(stateOf(context)).toBe('sending');
    const callsBefore = teams.calls.length;
    await sending.processAll();
    expect(teams.calls.length).toBe(callsBefore);

    mended = true;
    clock = 61_000;
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 300 });
    expect(sending.status()).not.toHaveProperty('alarm');
  });
});

describe('a campaign stops itself', () => {
  async function sendToMany(count: number, script: (asked: Asked, nth: number) => Answer) {
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams(script);
    const audience = people(count);
    const sending = aSending(context, teams.chat, aKind(audience));
    await sending.processAll();
    return { context, teams, sending };
  }

  it('after three identical 400, and tries those again when somebody resumes it', async () => {
    let mended = false;
    const { context, sending } = await sendToMany(500, ({ call }) =>
      call === 'send' && !mended ? { status: 400, code: 'BadArgument' } : 'ok',
    );
    expect(context.list(Campaigns).get('campaign')).toMatchObject({ state: 'stopped', stopCode: 'BadArgument' });
    const stopped = countsOf(context);
    expect((stopped.waiting ?? 0) + (stopped.failed ?? 0)).toBe(500);
    expect(stopped.failed).toBeLessThanOrEqual(35);
    mended = true;
    await resumeCampaign(context, ciso, 'campaign');
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 500 });
    expect(context.list(Campaigns).get('campaign')).not.toHaveProperty('stopCode', 'BadArgument');
  });

  it('when the first twenty are all blocked by an admin', async () => {
    const { context } = await sendToMany(500, always('send', { status: 403, code: 'BotDisabledByAdmin' }));
    expect(context.list(Campaigns).get('campaign')).toMatchObject({ state: 'stopped', stopCode: 'BotDisabledByAdmin' });
    expect(countsOf(context).policyBlocked).toBeLessThan(60);
  });

  it('not when a few are blocked by an admin', async () => {
    const { context } = await sendToMany(100, ({ call, personId }) =>
      call === 'send' && personId.endsWith('7') ? { status: 403, code: 'BotDisabledByAdmin' } : 'ok',
    );
    expect(countsOf(context)).toEqual({ sent: 90, policyBlocked: 10 });
  });

  it('when more than a fifth of the first fifty fail', async () => {
    const { context } = await sendToMany(500, ({ call, personId }) =>
      call === 'send' && Number(personId.slice(-5)) % 2 === 0 ? { status: 403, code: 'NotEnoughPermissions' } : 'ok',
    );
    expect(context.list(Campaigns).get('campaign')).toMatchObject({ state: 'stopped', stopCode: 'tooManyFailures' });
  });

  it('when Teams stops answering in the middle, before everybody is uncertain', async () => {
    const { context } = await sendToMany(1_000, ({ call }, nth) =>
      call === 'send' && nth > 400 ? { status: 503 } : 'ok',
    );
    expect(context.list(Campaigns).get('campaign')).toMatchObject({ state: 'stopped', stopCode: 'teamsAway' });
    expect(countsOf(context).uncertain).toBeLessThan(60);
  });
});

describe('what is checked at the moment of sending', () => {
  it('whoever has done it meanwhile gets no card', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const done = new Set<PersonId>();
    const teams = fakeTeams(({ personId }) => {
      done.add(people(40)[39] as PersonId);
      void personId;
      return 'ok';
    });
    const kind = aKind(people(40), {
      recheck: (_context, _subject, person) => (done.has(person) ? 'notNeeded' : 'send'),
    });
    await aSending(context, teams.chat, kind).processAll();
    expect(countsOf(context)).toEqual({ sent: 39, notNeeded: 1 });
    expect(teams.cardsOf(people(40)[39] as PersonId)).toEqual([]);
  });

  it('people who left and people without Teams end without a call', async () => {
    const [left, without, ...rest] = people(5) as [PersonId, PersonId, ...PersonId[]];
    const { context } = memoryContext();
    await aCampaign(context);
    const teams = fakeTeams();
    const kind = aKind([left, without, ...rest], {
      recheck: (_context, _subject, person) => (person === left ? 'left' : 'send'),
      notApplicable: (_context, person) => (person === without ? 'noTeams' : undefined),
    });
    await aSending(context, teams.chat, kind).processAll();
    expect(countsOf(context)).toEqual({ sent: 3, left: 1, notApplicable: 1 });
    expect(recipients(context).find(({ person }) => person === without)?.code).toBe('noTeams');
    expect(teams.countOf('send')).toBe(3);
  });

  it('a person who installs the app later gets the card then, and only then', async () => {
    const roster = { status: 403, code: 'BotNotInConversationRoster' };
    let installed = false;
    const { context, sending, teams } = await sendToOne(({ call }) => (call === 'send' && !installed ? roster : 'ok'));
    await sending.processAll();
    expect(teams.countOf('send')).toBe(1);
    installed = true;
    recordConversation(context, { person: one, state: 'open', conversation: `chat-${one}`, serviceUrl: 'https://x' });
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 1 });
    expect(teams.cardsOf(one)).toHaveLength(1);
    expect(stateOf(context)).toBe('finished');
  });

  it('a newcomer gets the card of a finished campaign', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    const audience = people(250);
    const teams = fakeTeams();
    const sending = aSending(context, teams.chat, aKind(audience));
    await sending.processAll();
    expect(stateOf(context)).toBe('finished');
    const [newcomer] = people(1, 900) as [PersonId];
    audience.push(newcomer);
    await sending.processAll();
    expect(teams.cardsOf(newcomer)).toHaveLength(1);
    expect(countsOf(context)).toEqual({ sent: 251 });
    expect(teams.countOf('send')).toBe(251);
    expect(stateOf(context)).toBe('finished');
  });
});
