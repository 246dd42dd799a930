import { describe, expect, it } from 'vitest';
import { overviewView } from '../../../api/contingency/overview/overview-view.ts';
import { planView } from '../../../api/contingency/plan-pages/plan-view.ts';
import { overviewQuery } from '../../../api/contingency/contract.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { digestsInTurn } from '../../../api/reminders/digests.ts';
import { answerCommand, commandList } from '../../../bot/commands/index.ts';
import { digestCardFor } from '../../../bot/reminders/digest-card.ts';
import { the } from '../../unit/organisation/builders.ts';
import { actorNames, actors, phoneOf, places } from './actors.ts';
import { canariesIn, kinds } from './canaries.ts';
import { readByEmployees, readersElsewhere } from './need.ts';
import { twoCentres } from './two-centres.ts';
import { namesBystander } from './walk.ts';

/** Those who do the work; the auditor reads everything. */
const seesEverybody: readonly string[] = ['securityTeam', 'ciso', 'auditor'];

describe('what the bot answers to every command', () => {
  it('tells nothing of another centre, nor of a number, that its reader has no need of', async () => {
    const { context, close } = await twoCentres();
    const wrong: string[] = [];
    let said = 0;
    for (const name of actorNames)
      for (const { title } of commandList.da) {
        const text = JSON.stringify(answerCommand(context, the(context, actors[name]), title));
        for (const key of canariesIn(text).keys()) {
          said += 1;
          const [scope, kind] = key.split(' ');
          const known = kinds.find((one) => one === kind);
          const mayRead = known !== undefined && readersElsewhere[known].includes(name);
          const isEmployees = name !== 'employee' || readByEmployees.some((one) => one === kind);
          if ((scope === 'syd' && !mayRead) || !isEmployees) wrong.push(`${title}: ${name} ${key}`);
        }
        if (namesBystander(text) && !seesEverybody.includes(name))
          wrong.push(`${title}: ${name} is told of the bystander`);
        const own = ['named-nord', 'named-whole', 'isk-nord', 'manager-nord'];
        const digits = text.replaceAll(/\s/g, '');
        for (const person of places)
          if (digits.includes(phoneOf(person).replaceAll(/\s/g, '').slice(3)) && !own.includes(person))
            wrong.push(`${title}: ${name} is told the number of ${person}`);
      }
    await close();
    expect(wrong).toEqual([]);
    expect(said).toBeGreaterThan(10);
  });
});

describe('the digest that comes when much is overdue', () => {
  it('names no employee of another centre, and tells the committee whom to ask', async () => {
    const { context, setNow, close } = await twoCentres();
    setNow('2027-03-01T09:00:00.000Z');
    const day = todayOf(context.clock);
    const cards = new Map(
      (await digestsInTurn(context, day)).map(({ personId }) => [
        String(personId),
        JSON.stringify(digestCardFor(context, day, personId)),
      ]),
    );
    const others = ['committee', 'isk-nord', 'manager-nord', 'board', 'management', 'anne'];
    expect(others.filter((who) => namesBystander(cards.get(who) ?? ''))).toEqual([]);
    expect(cards.get('committee')).toContain('Center for syd');
    const centre = JSON.stringify(answerCommand(context, the(context, 'committee'), 'mit center'));
    expect(centre).toContain('Person isk-syd');
    expect(namesBystander(centre)).toBe(false);
    expect(namesBystander(JSON.stringify(answerCommand(context, the(context, 'ciso'), 'mit center')))).toBe(true);
    await close();
  });
});

describe('how a test went', () => {
  it('is told of the own centre’s and the whole’s, in overview and plan, and to no employee who reads the plan', async () => {
    const { context, close } = await twoCentres();
    const rows = (who: string) =>
      overviewView(context, the(context, who), overviewQuery.parse({ limit: 100 })).rows.map(
        ({ asset, testing, gaps }) =>
          [asset.key, testing?.passed, gaps.some(({ gap }) => gap === 'testFailed')] as const,
      );
    const of = (who: string, key: string) => rows(who).find(([asset]) => asset === key);
    expect(of('isk-nord', 'asset-nord')).toEqual(['asset-nord', false, true]);
    expect(of('ciso', 'asset-syd')).toEqual(['asset-syd', false, true]);
    expect(of('isk-nord', 'asset-syd')).toEqual(['asset-syd', undefined, false]);
    const passed = (who: string, key: string) => planView(context, the(context, who), key).testing.passed;
    expect(['isk-nord', 'named-nord', 'board'].map((who) => passed(who, 'plan-nord'))).toEqual([false, false, false]);
    expect([passed('anne', 'plan-nord'), passed('isk-nord', 'plan-syd')]).toEqual([undefined, undefined]);
    await close();
  });
});
