import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { askReassessments, ContingencyTests, Downtimes } from '../../../../api/contingency/index.ts';
import { cancelDowntime, closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { findPlan } from '../../../../api/contingency/plans/plans.ts';
import { nextTestDay, reassessWithin, retestWithin } from '../../../../api/contingency/exercises/retest.ts';
import { nextTestOn } from '../../../../api/contingency/exercises/tests.ts';
import { addDays, instant } from '../../../../api/kernel/index.ts';
import { obligationsOf } from '../../../../api/obligations/index.ts';
import { openTriggers } from '../../../../api/risks/index.ts';
import { day, person, the } from '../../organisation/builders.ts';
import { aTest, held } from '../builders.ts';
import { aCrisis, aProcedure } from '../downtime/a-crisis.ts';

describe('nextTestDay', () => {
  const plan = { testMonths: 12, since: day('2026-01-10') };
  it.each([
    ['never tested', {}, '2026-07-10'],
    ['tested and passed', { last: { on: day('2026-03-01'), passed: true } }, '2027-03-01'],
    ['tested and not passed', { last: { on: day('2026-03-01'), passed: false } }, '2026-05-30'],
    [
      'down too long since',
      { last: { on: day('2026-03-01'), passed: true }, brokenOn: day('2026-04-01') },
      '2026-06-30',
    ],
    ['passed after that', { last: { on: day('2026-04-01'), passed: true }, brokenOn: day('2026-04-01') }, '2027-04-01'],
    ['down too long and never tested', { brokenOn: day('2026-02-01') }, '2026-05-02'],
    ['a failure late in the interval', { last: { on: day('2026-03-01'), passed: false } }, '2026-05-30'],
  ])('%s', (_, given, due) => {
    expect(nextTestDay({ ...plan, ...given })).toBe(due);
  });

  it('is never put off by a failure, and comes at most so many days after it', () => {
    const days = fc.integer({ min: 0, max: 900 }).map((after) => addDays(day('2026-01-10'), after));
    fc.assert(
      fc.property(days, days, fc.boolean(), fc.integer({ min: 1, max: 36 }), (on, brokenOn, passed, testMonths) => {
        const usual = nextTestDay({ ...plan, testMonths, last: { on, passed: true } });
        const due = nextTestDay({ ...plan, testMonths, last: { on, passed }, brokenOn });
        expect(due <= usual).toBe(true);
        if (!passed) expect(due <= addDays(on, retestWithin)).toBe(true);
        if (brokenOn > on) expect(due <= addDays(brokenOn, retestWithin)).toBe(true);
      }),
    );
  });
});

describe('after something did not work', () => {
  let context: Context;
  let setNow: (moment: string) => void;
  const nextOn = () => {
    const plan = findPlan(context, 'nord-plan');
    return plan && nextTestOn(context, plan);
  };
  const asked = () => openTriggers(context, 'journal').map(({ title, due }) => `${title}, ${due}`);
  const owed = () => obligationsOf(context, person('anne')).filter(({ kind }) => kind === 'assessAsset');

  beforeEach(async () => {
    ({ context, setNow } = await aCrisis());
    await aProcedure(context);
  });

  it('a test that was not passed is held again soon, and the owner assesses the system anew; corrected, both are undone', async () => {
    await held(
      context,
      aTest('t1', {
        ...{ planKey: 'nord-plan', passed: false, title: 'Skrivebordsøvelse' },
        ...{
          plannedAt: instant(new Date('2026-11-20T09:00:00Z')),
          startedAt: instant(new Date('2026-11-20T09:00:00Z')),
        },
        closedAt: instant(new Date('2026-11-23T09:00:00Z')),
      }),
    );
    expect(nextOn()).toBe('2027-02-18');
    await askReassessments(context);
    await askReassessments(context);
    expect(asked()).toEqual(['Ny vurdering: afprøvningen “Skrivebordsøvelse” blev ikke bestået, 2026-12-23']);
    expect(owed()).toMatchObject([{ subject: { title: 'Journalen' } }]);
    await context.list(ContingencyTests).update('t1', () => ({ passed: true }));
    await askReassessments(context);
    expect([nextOn(), asked()]).toEqual(['2027-11-20', []]);
  });

  it('a downtime that lasted too long does the same, one that was kept or none does not, and old ones are left alone', async () => {
    const usual = nextOn();
    const report = async () =>
      (await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' })).downtime;
    await cancelDowntime(context, the(context, 'ciso'), (await report()).key, 'Falsk');
    const { key } = await report();
    setNow('2026-11-24T15:00:00.000Z');
    await closeDowntime(context, the(context, 'isk-nord'), key, {
      ...{ endedAt: '2026-11-24T14:00:00Z', cause: 'Strøm', lessons: '', testedPlanKeys: [], improvements: [] },
    });
    await askReassessments(context);
    const soon = addDays(day('2026-11-24'), retestWithin);
    expect(nextOn()).toBe(usual !== undefined && usual < soon ? usual : soon);
    const due = addDays(day('2026-11-24'), reassessWithin);
    expect(asked()).toEqual([`Ny vurdering: Journalen var nede længere, end vi kan acceptere, ${due}`]);
    await context.list(Downtimes).update(key, () => ({ kept: true }));
    await askReassessments(context);
    expect([nextOn(), asked()]).toEqual([usual, []]);
    await held(context, aTest('old', { planKey: 'nord-plan', passed: false }));
    await askReassessments(context);
    expect(asked()).toEqual([]);
  });
});
