import { describe, expect, it } from 'vitest';
import { ContingencyTests } from '../../../api/contingency/index.ts';
import { endTest, startTest } from '../../../api/contingency/exercises/move-test.ts';
import { changeTest } from '../../../api/contingency/exercises/plan-test.ts';
import { postInjects } from '../../../api/contingency/exercises/post-injects.ts';
import type { Context } from '../../../api/context.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { createTestFollower } from '../../../bot/index.ts';
import { createGate, type ChatPort } from '../../../bot/sending/index.ts';
import { cardOf } from '../../../teams-app/program/card-kinds.ts';
import { textsOf } from '../../unit/bot/lint-card.ts';
import { person } from '../../unit/organisation/builders.ts';
import { aBody, aTestedTown, isk, kinds } from '../../unit/contingency/exercises/tested-town.ts';
import { aSending, people, swiftTime } from './a-campaign.ts';
import { crashingProcess } from './crashing-process.ts';
import { fakeTeams, type Answer, type FakeTeams } from './fake-teams.ts';

/** A test with 200 people and its leader: more than the form allows, fewer than a block. */
async function aCrowdedTest() {
  const town = await aTestedTown();
  const crowd = people(200);
  for (const who of crowd)
    await town.context.list(People).create({
      ...{ key: who, title: who, upn: `${who}@prove.dk`, language: 'da', teams: true, kind: 'employee' },
    } as never);
  const { key } = await town.plan();
  await town.context.list(ContingencyTests).update(key, () => ({ participantIds: crowd }));
  return { town, crowd, key };
}

/** One run of the program: invites, sends, and updates the cards. */
async function run(context: Context, chat: ChatPort, changes = {}): Promise<void> {
  const sending = aSending(context, chat, kinds, { cardFor: cardOf(context), ...changes });
  await postInjects(context);
  await sending.processAll();
  await createTestFollower(context, sending.editCard).process();
}

/** The most being sent to at a time. */
const mostInFlight = 30;
const lines = (teams: FakeTeams, who: PersonId) => teams.cardsOf(who).map(({ message }) => textsOf(message).join('\n'));

describe('the cards of a test with 200 people', () => {
  it('say the new time, and that it is over, once each, wherever the program is killed on the way', async () => {
    for (const crashAt of [3, 40, 205, 420, 640, 900]) {
      const { town, crowd, key } = await aCrowdedTest();
      const { context } = town;
      const teams = fakeTeams();
      const killed = () => crashingProcess(context, teams.chat, { crashAt, writeFault: () => 'none' });
      await run(context, teams.chat);
      await changeTest(context, isk(town), key, { ...aBody({ on: '2026-12-10' }), participantIds: crowd });
      for (const process of [killed(), killed()]) await process.run(() => run(process.context, process.chat));
      await run(context, teams.chat);
      for (const who of crowd) {
        const [invitation, news, ...others] = lines(teams, who);
        expect(invitation).toContain('Flyttet: Den skulle have været tirsdag 8. december');
        // Those being sent to at the kill are uncertain: they get no second card.
        expect([invitation, undefined]).toContain(news);
        expect(others).toEqual([]);
      }
      town.setNow('2026-12-10T08:00:00.000Z');
      await startTest(context, isk(town), key);
      town.setNow('2026-12-10T08:10:00.000Z');
      await run(context, teams.chat);
      await endTest(context, isk(town), key);
      for (const process of [killed(), killed()]) await process.run(() => run(process.context, process.chat));
      await run(context, teams.chat);
      let unknown = 0;
      for (const who of crowd) {
        const shown = lines(teams, who);
        const about = (words: string) => shown.filter((card) => card.includes(words)).length;
        expect([1, 2]).toContain(about('Afprøvningen er holdt'));
        expect(about('Afprøvningen er slut')).toBe(1);
        unknown += shown.length - 1 - about('Afprøvningen er holdt');
      }
      // An uncertain card cannot be changed: those in flight at the two kills.
      expect(unknown).toBeLessThanOrEqual(2 * mostInFlight);
    }
  });

  it('say the new time also when they were on their way while the test was moved', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const { key } = await town.plan();
    const teams = fakeTeams();
    const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const chat: ChatPort = {
      ...teams.chat,
      send: async (to, message) => {
        asked.resolve();
        await answered.promise;
        return teams.chat.send(to, message);
      },
    };
    const sending = aSending(context, chat, kinds, { cardFor: cardOf(context) });
    const follower = createTestFollower(context, sending.editCard);
    await follower.process();
    await postInjects(context);
    const sent = sending.processAll();
    await asked.promise;
    await changeTest(context, isk(town), key, aBody({ on: '2026-12-10' }));
    await follower.process();
    answered.resolve();
    await sent;
    await follower.process();
    for (const who of ['anne', 'manager-nord', 'isk-nord'])
      expect(lines(teams, person(who))).toEqual([expect.stringContaining('torsdag 10. december kl. 09.00')]);
  });

  it('are edited at the pace of the gate, also when Teams throttles', async () => {
    const { town, crowd, key } = await aCrowdedTest();
    const { context } = town;
    let throttles = 0;
    const teams = fakeTeams(({ call }, nth): Answer => {
      if (call !== 'update' || nth % 40 !== 0) return 'ok';
      throttles += 1;
      return { status: 429, retryAfterSeconds: 5 };
    });
    await run(context, teams.chat);
    await changeTest(context, isk(town), key, { ...aBody({ on: '2026-12-10' }), participantIds: crowd });
    const time = swiftTime();
    teams.calls.length = throttles = 0;
    await run(context, teams.chat, { time, gate: createGate({ perSecond: 40, time }) });
    expect(throttles).toBeGreaterThan(2);
    expect(teams.countOf('send')).toBe(201);
    expect(teams.countOf('update')).toBeGreaterThanOrEqual(201 + throttles);
    expect(time.now()).toBeGreaterThan((402 / 40) * 1_000);
    for (const who of crowd) expect(lines(teams, who)[0]).toContain('Flyttet:');
  });
});
