import { describe, expect, it } from 'vitest';
import { overviewView } from '../../../api/contingency/overview/overview-view.ts';
import { planView } from '../../../api/contingency/plans/plan-view.ts';
import { overviewQuery } from '../../../api/contingency/contract.ts';
import { answerCommand, commandList } from '../../../bot/commands/index.ts';
import { the } from '../../unit/organisation/builders.ts';
import { actorNames, actors, phoneOf, places } from './actors.ts';
import { canariesIn, kinds } from './canaries.ts';
import { readByEmployees, readersElsewhere } from './need.ts';
import { twoCentres } from './two-centres.ts';

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
