import { describe, expect, it } from 'vitest';
import { postInjects } from '../../../../api/contingency/exercises/post-injects.ts';
import { cancelTest, endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import { changeTest } from '../../../../api/contingency/exercises/plan-test.ts';
import { injectSubject } from '../../../../api/contingency/exercises/inject-keys.ts';
import { testView } from '../../../../api/contingency/exercises/test-view.ts';
import { injectCardFor, verbs } from '../../../../bot/index.ts';
import { refusal } from '../../organisation/builders.ts';
import { textsOf } from '../../bot/lint-card.ts';
import { aBody, aTestedTown, isk, testNow, type TestedTown } from './tested-town.ts';

/** Bo leads; the centre's coordinator, who may write the plan, takes part with Anne. */
const withCoordinator = { leaderId: 'bo', participantIds: ['isk-nord', 'anne'] };
const injectsFor = ({ context }: TestedTown, who: string, key: string) =>
  testView(context, isk({ context }, who), key).injects.map(({ key: inject }) => inject);

describe('a coordinator who takes part', () => {
  it('sees what happens when it has come, and everything when the test is over', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan(withCoordinator);
    expect(injectsFor(town, 'isk-nord', key)).toEqual([]);
    expect(injectsFor(town, 'anne', key)).toEqual([]);
    expect(injectsFor(town, 'bo', key)).toEqual(['first', 'later']);
    expect(injectsFor(town, 'ciso', key)).toEqual(['first', 'later']);
    town.setNow('2026-12-08T08:00:00.000Z');
    await startTest(town.context, isk(town, 'bo'), key);
    town.setNow('2026-12-08T08:12:00.000Z');
    expect(injectsFor(town, 'isk-nord', key)).toEqual(['first']);
    expect(testView(town.context, isk(town), key).abilities).toMatchObject({ readAhead: false, end: true });
    expect(testView(town.context, isk(town, 'bo'), key).abilities).toMatchObject({ readAhead: true, end: true });
    await endTest(town.context, isk(town, 'bo'), key);
    expect(injectsFor(town, 'isk-nord', key)).toEqual(['first', 'later']);
  });

  it('does not learn from a cancelled test what would have come', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan(withCoordinator);
    town.setNow('2026-12-08T08:00:00.000Z');
    await startTest(town.context, isk(town, 'bo'), key);
    town.setNow('2026-12-08T08:12:00.000Z');
    await cancelTest(town.context, isk(town, 'bo'), key, 'Brand');
    town.setNow('2026-12-08T12:00:00.000Z');
    expect(injectsFor(town, 'isk-nord', key)).toEqual(['first']);
    expect(injectsFor(town, 'bo', key)).toEqual(['first', 'later']);
  });

  it('cannot change the test, whose injects would be lost, and reads them when leading it', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan(withCoordinator);
    const change = (who: string, fields = {}) =>
      changeTest(town.context, isk(town, who), key, aBody({ ...withCoordinator, ...fields }));
    expect(testView(town.context, isk(town), key).abilities.edit).toBe(false);
    expect(await refusal(() => change('isk-nord', { injects: [] }))).toBe('contingency.takesPartInTest');
    expect(await refusal(() => change('anne'))).toBe('contingency.mayNotTest');
    expect(testNow(town, key).injects).toHaveLength(2);
    await change('bo', { leaderId: 'isk-nord' });
    expect(injectsFor(town, 'isk-nord', key)).toEqual(['first', 'later']);
    expect(testView(town.context, isk(town), key).abilities).toMatchObject({ edit: true, readAhead: true });
  });

  it('gets no card of what has not come, also for a button made by hand', async () => {
    const town = await aTestedTown();
    const { key } = await town.plan(withCoordinator);
    const card = (who: string, inject: string) =>
      textsOf(injectCardFor(town.context, injectSubject(key, inject), isk(town, who).personId)).join('\n');
    const isFor = (who: string, inject: string) =>
      verbs['contingency.logDecision']
        ?.read({ subjectKey: injectSubject(key, inject), text: '' })
        ?.isFor(town.context, isk(town, who));
    for (const who of ['isk-nord', 'anne']) {
      expect(card(who, 'first')).not.toContain('En pårørende ringer');
      expect(isFor(who, 'first')).toBe(false);
    }
    town.setNow('2026-12-08T08:00:00.000Z');
    await startTest(town.context, isk(town, 'bo'), key);
    town.setNow('2026-12-08T08:12:00.000Z');
    for (const who of ['isk-nord', 'anne']) {
      expect(card(who, 'first')).toContain('En pårørende ringer');
      expect(isFor(who, 'first')).toBe(true);
      expect(card(who, 'later')).not.toContain('Leverandøren siger i morgen');
      expect(isFor(who, 'later')).toBe(false);
    }
  });

  it('is told apart what has been posted and what has not, where both have the same words', async () => {
    const town = await aTestedTown();
    const injects = [5, 90].map((minute) => ({ key: `at${minute}`, minute, text: 'Telefonen ringer' }));
    const { key } = await town.plan({ ...withCoordinator, injects });
    town.setNow('2026-12-08T08:00:00.000Z');
    await startTest(town.context, isk(town, 'bo'), key);
    town.setNow('2026-12-08T08:12:00.000Z');
    await postInjects(town.context);
    await endTest(town.context, isk(town, 'bo'), key);
    const { injects: seen } = testView(town.context, isk(town, 'bo'), key);
    expect(seen.map(({ key: inject, sent }) => [inject, sent])).toEqual([
      ['at5', true],
      ['at90', false],
    ]);
  });
});
