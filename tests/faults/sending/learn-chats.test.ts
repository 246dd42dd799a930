import { describe, expect, it } from 'vitest';
import { Campaigns, conversationOf, recordConversation } from '../../../api/deliveries/index.ts';
import { People } from '../../../api/organisation/index.ts';
import type { Context } from '../../../api/context.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { until } from '../../support/until.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { createGate } from '../../../bot/sending/gate.ts';
import { aCampaign, aKind, aSending, countsOf, people } from './a-campaign.ts';
import { teamsWithApps } from './fake-apps.ts';

async function employ(context: Context, all: readonly PersonId[], teams = true): Promise<void> {
  for (const key of all) {
    const names = { title: key, upn: `${key}@example.dk` };
    await context.list(People).create({ key, ...names, hiredOn: '2020-01-01' as never, teams, language: 'da' });
  }
}

async function aTown(count: number, world: ReturnType<typeof teamsWithApps>) {
  const { context, setNow } = memoryContext();
  const everybody = people(count);
  await employ(context, everybody);
  const sending = aSending(context, world.teams.chat, aKind(everybody), { apps: world.apps });
  const known = () => everybody.filter((person) => conversationOf(context, person)?.state === 'open').length;
  return { context, setNow, everybody, sending, known };
}

describe('chats are learned beforehand', () => {
  it('some hundreds a turn, until all are known, and nothing is written to anybody', async () => {
    const world = teamsWithApps({ has: people(700) });
    const { sending, known } = await aTown(700, world);
    await sending.learnChats();
    expect(known()).toBe(300);
    await sending.learnChats();
    await sending.learnChats();
    expect(known()).toBe(700);
    await sending.learnChats();
    expect(world.teams.countOf('create')).toBe(700);
    expect(world.teams.countOf('send')).toBe(0);
  });

  it('so that the first campaign makes one call a person', async () => {
    const world = teamsWithApps({ has: people(120) });
    const { context, sending } = await aTown(120, world);
    await sending.learnChats();
    const before = world.teams.calls.length;
    await aCampaign(context);
    await sending.processAll();
    expect(countsOf(context)).toEqual({ sent: 120 });
    expect(world.teams.calls.length - before).toBe(120);
  });

  it('with the app for whoever lacks it', async () => {
    const world = teamsWithApps();
    const { sending, known } = await aTown(50, world);
    await sending.learnChats();
    await until('all chats', () => known() === 50);
    expect(world.installs).toHaveLength(50);
    expect(world.teams.countOf('send')).toBe(0);
  });

  it('not of people without Teams, nor of those who left', async () => {
    const world = teamsWithApps({ has: people(3) });
    const { context } = memoryContext();
    const [left, without] = people(2) as [PersonId, PersonId];
    await employ(context, [left]);
    await employ(context, [without], false);
    await context.list(People).update(left, () => ({ leftOn: '2021-01-01' as never }));
    await aSending(context, world.teams.chat, aKind([]), { apps: world.apps }).learnChats();
    expect(world.teams.calls).toEqual([]);
  });

  it('not of those who removed the app or blocked the bot; what stood in the way otherwise is tried after a week', async () => {
    const [removed, blocked, failed] = people(3) as [PersonId, PersonId, PersonId];
    const world = teamsWithApps();
    const { context, setNow, sending } = await aTown(3, world);
    world.remove(removed, context);
    recordConversation(context, { person: blocked, state: 'blocked' });
    recordConversation(context, { person: failed, state: 'policyBlocked' });
    await sending.learnChats();
    expect(world.teams.calls).toEqual([]);
    setNow('2026-12-02T09:00:00.000Z');
    await sending.learnChats();
    await until('an installation', () => world.installs.length > 0);
    expect(world.installs).toEqual([failed]);
  });

  it('ends without an error when the program ends in the middle', async () => {
    const everybody = people(300);
    const world = teamsWithApps({ has: everybody });
    const { context } = await aTown(300, world);
    const gate = createGate({ perSecond: 1 });
    const sending = aSending(context, world.teams.chat, aKind(everybody), { apps: world.apps, gate });
    const learned = sending.learnChats();
    await until('the first chat', () => world.teams.countOf('create') > 0);
    await sending.stop();
    await expect(learned).resolves.toBeUndefined();
    expect(world.teams.countOf('create')).toBeLessThan(300);
  });

  it('rests while a campaign is being sent, and after a 429', async () => {
    const audience = people(40);
    let slow = true;
    const world = teamsWithApps({
      has: audience,
      written: ({ call }) => (call === 'create' && slow ? { status: 429, retryAfterSeconds: 1 } : 'ok'),
    });
    const { context, sending, known } = await aTown(40, world);
    await sending.learnChats();
    expect(world.teams.countOf('create')).toBe(1);
    slow = false;
    await aCampaign(context);
    const sent = sending.processAll();
    await sending.learnChats();
    expect(known()).toBeLessThan(40);
    await sent;
    expect(context.list(Campaigns).get('campaign')?.state).toBe('finished');
    expect(known()).toBe(40);
  });
});
