import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { planSheet } from '../../../api/contingency/documents/plan-sheet.ts';
import { nextTestOn, testingOf } from '../../../api/contingency/exercises/tests.ts';
import { testPlanSource } from '../../../api/contingency/exercises/test-obligations.ts';
import { planRowOf } from '../../../api/contingency/plan-pages/plan-rows.ts';
import { planView } from '../../../api/contingency/plan-pages/plan-view.ts';
import { findPlan } from '../../../api/contingency/plans/plans.ts';
import { CriticalServices } from '../../../api/critical-services/index.ts';
import { findServices } from '../../../api/critical-services/service-rows.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { assetReferencesOf, assetStatusOf } from '../../../api/risks/index.ts';
import { assessmentView } from '../../../api/risks/assessment-pages/assessment-view.ts';
import { assessmentsOf } from '../../../api/risks/known-risks.ts';
import { raiseTrigger } from '../../../api/risks/assessments/triggers.ts';
import { triggerList } from '../../../api/risks/assessments/trigger-views.ts';
import { day, the } from '../organisation/builders.ts';
import { anAssessment, assessed } from '../risks/builders.ts';
import { aCrisis, aProcedure } from './downtime/a-crisis.ts';

/** Two years on: assessment, plan, its test and the service are all overdue. */
async function muchLater() {
  const { context, setNow } = await aCrisis();
  await aProcedure(context);
  await assessed(context, anAssessment('journal'), [3, 3]);
  setNow('2028-12-01T09:00:00Z');
  const retire = async () => {
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    await context.list(CriticalServices).update('care', () => ({ state: 'retired' }));
  };
  return { context, retire };
}

describe('what is out of use has nothing to come', () => {
  it('an asset: no review and no event, in lists, references and its assessment', async () => {
    const { context, retire } = await muchLater();
    const ciso = the(context, 'ciso');
    const note = 'Login lækket';
    await raiseTrigger(context, ciso, { assetKey: 'journal', reason: 'incident', note, due: day('2028-12-20') });
    const status = () => assetStatusOf(context, 'journal', 'da');
    const view = () => {
      const [assessment] = assessmentsOf(context, 'journal').finished;
      const asset = context.list(Assets).get('journal');
      if (!assessment || !asset) throw new Error('not seeded');
      return assessmentView(context, ciso, { assessment, asset });
    };
    expect(status()).toMatchObject({ assessment: 'overdue', reviewOn: '2027-06-01' });
    expect(view().reviewOn).toBe('2027-06-01');
    await retire();
    expect(status().assessment).toBe('current');
    expect(status()).not.toHaveProperty('reviewOn');
    expect(view()).not.toHaveProperty('reviewOn');
    expect(triggerList(context, ciso, 'journal').triggers).toEqual([]);
    expect(assetReferencesOf(context, 'journal', 'da').map(({ kind }) => kind)).not.toContain('trigger');
  });

  it('an asset that needs no assessment has no review either', async () => {
    const { context } = await muchLater();
    const notNeeded = { reason: 'Lukkes', by: 'ciso', at: '2028-11-01T08:00:00.000Z' } as never;
    await context.list(Assets).update('journal', () => ({ notNeeded }));
    expect(assetStatusOf(context, 'journal', 'da')).toMatchObject({ assessment: 'notNeeded' });
    expect(assetStatusOf(context, 'journal', 'da')).not.toHaveProperty('reviewOn');
  });

  it('the plan of a system: no review, no test, and nobody is asked for either', async () => {
    const { context, retire } = await muchLater();
    const now = () => {
      const found = findPlan(context, 'nord-plan');
      if (!found?.current) throw new Error('not in force');
      return { ...found, current: found.current };
    };
    const owed = () => testPlanSource.work(context, todayOf(context.clock)).map(({ kind }) => kind);
    expect(planRowOf(context, now())).toMatchObject({ state: 'expired', testing: { status: 'overdue' } });
    expect(owed()).toEqual(['testPlan']);
    await retire();
    expect(planRowOf(context, now())).toMatchObject({ state: 'valid', testing: { status: 'never' } });
    expect(planRowOf(context, now())).not.toHaveProperty('reviewOn');
    expect(planView(context, the(context, 'ciso'), 'nord-plan').current).not.toHaveProperty('reviewOn');
    expect(planSheet(context, now(), now().current)).not.toHaveProperty('reviewOn');
    expect(nextTestOn(context, now())).toBeUndefined();
    expect(testingOf(context, now())).not.toHaveProperty('nextOn');
    expect(owed()).toEqual([]);
  });

  it('a critical service: no review', async () => {
    const { context, retire } = await muchLater();
    const query = { state: 'inUse', sort: 'title', descending: false } as const;
    const rows = (state: 'inUse' | 'retired') =>
      findServices(context, the(context, 'ciso'), { ...query, state }).found.filter(({ key }) => key === 'care');
    expect(rows('inUse')).toMatchObject([{ gaps: expect.arrayContaining(['reviewOverdue']) as unknown }]);
    await retire();
    expect(rows('retired')).toMatchObject([{ gaps: [] }]);
    expect(rows('retired')[0]).not.toHaveProperty('reviewOn');
  });
});
