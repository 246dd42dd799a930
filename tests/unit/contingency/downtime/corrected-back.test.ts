import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askReassessments, ContingencyTests, Downtimes, type Downtime } from '../../../../api/contingency/index.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { continueDowntimes } from '../../../../api/contingency/downtime/continue-downtimes.ts';
import { correctDowntime } from '../../../../api/contingency/downtime/correct-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { testingOf } from '../../../../api/contingency/exercises/tests.ts';
import { findPlan } from '../../../../api/contingency/plans/plans.ts';
import { obligationsOf } from '../../../../api/obligations/index.ts';
import { openTriggers } from '../../../../api/risks/index.ts';
import { aPlan, aPlanVersion, inForce } from '../builders.ts';
import { centre, person, the } from '../../organisation/builders.ts';
import { aCrisis, aProcedure } from './a-crisis.ts';

const key = 'downtime_journal_1';
interface Corrected {
  startedAt: string;
  endedAt: string;
  centreIds: readonly string[];
}
const atClosing: Corrected = {
  startedAt: '2026-11-24T09:00:00.000Z',
  endedAt: '2026-11-24T11:00:00.000Z',
  centreIds: ['nord', 'syd'],
};

/** Down for two hours in both centres, and closed as a test of both procedures. */
async function aClosedDowntime() {
  const { context, setNow } = await aCrisis();
  await aProcedure(context);
  const ofSyd = { centreIds: [centre('syd')] };
  await inForce(context, aPlan('syd-plan', { centreId: centre('syd') }), aPlanVersion('syd-plan', ofSyd));
  await reportDowntime(context, the(context, 'ciso'), { assetKey: 'journal', note: '' });
  setNow('2026-11-24T12:00:00.000Z');
  await closeDowntime(context, the(context, 'ciso'), key, {
    endedAt: atClosing.endedAt,
    cause: 'Strømmen gik',
    lessons: '',
    testedPlanKeys: ['nord-plan', 'syd-plan'],
    improvements: [],
  });
  await askReassessments(context);
  let minute = 0;
  const correct = async (to: Corrected) => {
    minute += 1;
    setNow(`2026-11-24T13:${String(minute).padStart(2, '0')}:00.000Z`);
    const expected = context.list(Downtimes).get(key)?.changedAt ?? '';
    await correctDowntime(context, the(context, 'ciso'), key, {
      ...to,
      centreIds: [...to.centreIds],
      expected,
      reason: `Rettelse ${minute}`,
    });
    await continueDowntimes(context);
    await askReassessments(context);
  };
  /** What follows from it; the records say when they were changed, by whom and why. */
  const known = () => ({
    downtime: recorded(context.list(Downtimes).get(key)),
    // What a cancelled one measured counts nowhere.
    tests: context
      .list(ContingencyTests)
      .all()
      .map(({ planKey, state, recovery, passed, results, startedAt, endedAt }) =>
        state === 'cancelled' ? { planKey, state } : { planKey, state, recovery, passed, results, startedAt, endedAt },
      ),
    testing: ['nord-plan', 'syd-plan'].map((planKey) => {
      const plan = findPlan(context, planKey);
      return plan && testingOf(context, plan);
    }),
    triggers: openTriggers(context, 'journal').map(({ title, due }) => [title, due]),
    owed: ['anne', 'isk-nord', 'isk-syd', 'ciso'].map((id) =>
      obligationsOf(context, person(id)).map((one) => [one.key, one.due, one.state]),
    ),
  });
  return { correct, known };
}

const recorded = ({ startedAt, endedAt, centreIds, kept, hit, testedPlanKeys }: Partial<Downtime> = {}) => ({
  startedAt,
  endedAt,
  centreIds,
  kept,
  hit,
  tested: testedPlanKeys?.toSorted(),
});

describe('a closed downtime that is corrected', () => {
  it('and corrected again leaves what follows from the last correction alone', async () => {
    const correction = fc.record({
      startedAt: fc.constantFrom('2026-11-24T09:00:00.000Z', '2026-11-24T05:00:00.000Z', '2026-11-23T05:00:00.000Z'),
      endedAt: fc.constantFrom('2026-11-24T11:00:00.000Z', '2026-11-24T09:30:00.000Z'),
      centreIds: fc.constantFrom(['nord', 'syd'], ['nord'], ['syd']),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(correction, { minLength: 1, maxLength: 3 }), correction, async (earlier, last) => {
        const [often, once] = [await aClosedDowntime(), await aClosedDowntime()];
        for (const one of earlier) await often.correct(one);
        await often.correct(last);
        await once.correct(last);
        expect(often.known()).toEqual(once.known());
      }),
      { numRuns: 40 },
    );
  });

  it('and corrected back leaves everything as it was closed', async () => {
    const { correct, known } = await aClosedDowntime();
    const before = known();
    await correct({ ...atClosing, startedAt: '2026-11-23T05:00:00.000Z', centreIds: ['syd'] });
    expect(known().tests.map(({ state }) => state)).toEqual(['cancelled', 'closed']);
    await correct(atClosing);
    expect(known()).toEqual(before);
  });
});
