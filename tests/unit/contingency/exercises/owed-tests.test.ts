import { describe, expect, it } from 'vitest';
import {
  ContingencyPlans,
  ContingencyTests,
  Downtimes,
  Improvements,
  testFromDowntime,
} from '../../../../api/contingency/index.ts';
import { instant } from '../../../../api/kernel/index.ts';
import { closeTest, saveEvaluation } from '../../../../api/contingency/exercises/evaluate-test.ts';
import { endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import {
  addImprovement,
  giveUpImprovement,
  reportImprovement,
} from '../../../../api/contingency/exercises/save-improvement.ts';
import { testList, testRows } from '../../../../api/contingency/exercises/test-rows.ts';
import { testsWorkbook } from '../../../../api/contingency/exercises/tests-workbook.ts';
import { improvementList } from '../../../../api/contingency/exercises/improvement-rows.ts';
import { centre, person, refusal } from '../../organisation/builders.ts';
import { aPlan, aPlanVersion, held, aTest, inForce } from '../builders.ts';
import { anEndedTest, aTestedTown, every, isk, owes, whole } from './tested-town.ts';

describe('what is owed', () => {
  it('is the test from sixty days before it is due, by the centre’s ISK, until one is closed', async () => {
    // In force since 15 May 2026 and never tested: due after six months.
    const town = await aTestedTown('2026-09-15T08:00:00.000Z');
    expect(owes(town, 'isk-nord')).toEqual([]);
    town.setNow('2026-09-16T08:00:00.000Z');
    expect(owes(town, 'isk-nord')).toMatchObject([
      {
        kind: 'testPlan',
        due: '2026-11-15',
        since: '2026-09-16',
        centreId: 'nord',
        path: '/contingency/tests/new?plan=p1',
      },
    ]);
    const { key } = await town.plan({ on: '2026-10-01' });
    expect(owes(town, 'isk-nord')).toMatchObject([{ kind: 'testPlan', path: `/contingency/tests/${key}` }]);
    town.setNow('2026-10-01T07:00:00.000Z');
    await startTest(town.context, isk(town), key);
    await endTest(town.context, isk(town), key);
    expect(
      owes(town, 'isk-nord')
        .map(({ kind, due }) => `${kind} ${due}`)
        .sort(),
    ).toEqual(['evaluateTest 2026-10-15', 'testPlan 2026-11-15']);
    await saveEvaluation(town.context, isk(town), key, whole);
    await closeTest(town.context, isk(town), key);
    expect(owes(town, 'isk-nord')).toEqual([]);
    town.setNow('2027-08-02T08:00:00.000Z');
    expect(owes(town, 'isk-nord')).toMatchObject([{ kind: 'testPlan', due: '2027-10-01' }]);
  });

  it('is the system owner’s for a plan that restores it, the team’s for a plan of the whole, nobody’s when retired', async () => {
    const town = await aTestedTown();
    const { context } = town;
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: instant(new Date('2026-11-01T08:00:00Z')) }));
    await inForce(context, aPlan('restore', { kind: 'restorePlan' }));
    await inForce(context, aPlan('whole', { centreId: undefined }), aPlanVersion('whole', { centreIds: [] }));
    expect(owes(town, 'isk-nord')).toEqual([]);
    expect(owes(town, 'anne')).toMatchObject([{ kind: 'testPlan', subject: { key: 'restore' } }]);
    expect(owes(town, 'team')).toMatchObject([{ kind: 'testPlan', subject: { key: 'whole' } }]);
  });

  it('is an improvement until it is done or given up', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const key = await anEndedTest(town);
    const add = (title: string) =>
      addImprovement(context, isk(town), { subjectKey: key, title, ownerId: 'anne', due: '2027-01-15' });
    const [one, other] = [await add('Print listen'), await add('Køb mappe')];
    expect(owes(town, 'anne')).toMatchObject([
      {
        kind: 'doImprovement',
        subject: { title: 'Print listen – En morgen uden journal' },
        path: `/contingency/tests/${key}`,
        centreId: 'nord',
      },
      { kind: 'doImprovement' },
    ]);
    await reportImprovement(context, isk(town, 'anne'), one.key, { done: true, note: 'Hænger på tavlen' });
    await giveUpImprovement(context, isk(town), other.key, 'For dyrt');
    expect(owes(town, 'anne')).toEqual([]);
    expect(context.list(Improvements).get(one.key)).toMatchObject({ doneBy: 'anne', note: 'Hænger på tavlen' });
    expect(await refusal(() => reportImprovement(context, isk(town, 'bo'), one.key, { done: false, note: '' }))).toBe(
      'contingency.mayNotWorkOn',
    );
    expect(await refusal(() => reportImprovement(context, isk(town), other.key, { done: true, note: '' }))).toBe(
      'contingency.improvementGivenUp',
    );
    expect(await refusal(() => giveUpImprovement(context, isk(town, 'anne'), one.key, 'Nej tak'))).toBe(
      'contingency.mayNotImprove',
    );
    expect(improvementList(context, isk(town, 'auditor'), { sort: 'due', descending: false }).counts).toEqual({
      ...{ open: 0, overdue: 0, done: 1, cancelled: 1 },
    });
  });
});

describe('the list of tests', () => {
  it('counts what is due before New Year and what is late, and narrows', async () => {
    const town = await aTestedTown('2026-10-20T08:00:00.000Z');
    const { context } = town;
    await inForce(context, aPlan('late', { title: 'Sen' }), aPlanVersion('late', { title: 'Sen plan' }), '2026-01-10');
    await inForce(context, aPlan('fine'), aPlanVersion('fine', { title: 'Fin plan' }), '2026-01-10');
    await held(
      context,
      aTest('t-fine', { planKey: 'fine' }),
      aTest('failed', {
        planKey: 'fine',
        passed: false,
        plannedAt: instant(new Date('2025-05-01T08:00:00Z')),
        startedAt: instant(new Date('2025-05-01T08:00:00Z')),
      }),
    );
    const list = testList(context, isk(town), every);
    expect(list.counts).toEqual({ beforeNewYear: 2, overdue: 1, plans: 3 });
    expect(list.due.map(({ key }) => key)).toEqual(['late', 'p1']);
    expect(list.tests.map(({ key, month }) => `${key} ${month}`)).toEqual(['t-fine 2026-06', 'failed 2025-05']);
    const keys = (changes: object) => testRows(context, isk(town), { ...every, ...changes }).map(({ key }) => key);
    expect(keys({ result: 'failed' })).toEqual(['failed']);
    expect(keys({ q: 'fin plan' })).toHaveLength(2);
    expect(keys({ q: 'findes ikke' })).toEqual([]);
    expect(keys({ centre: centre('syd') })).toEqual([]);
    expect(keys({ descending: false })).toEqual(['failed', 't-fine']);
    const { bytes, fileName } = await testsWorkbook(context, isk(town), every);
    expect(fileName).toBe('Afprøvninger 2026-10-20.xlsx');
    expect(bytes.length).toBeGreaterThan(1_000);
  });
});

describe('a downtime that counts as a test', () => {
  it('is a full stop with what was measured, made once', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const at = (time: string) => instant(new Date(`2026-11-20T${time}:00Z`));
    const { record } = await context.list(Downtimes).create({
      ...{ key: 'down', title: 'Journalsystemet', assetKey: 'journal', state: 'closed', startedAt: at('08:00') },
      ...{ endedAt: at('14:00'), note: 'Strømmen gik', centreIds: [centre('nord')], reportedBy: person('anne') },
      ...{
        reportedAt: at('08:05'),
        hit: [],
        mtd: 4,
        kept: false,
        dataLoss: 0.5,
        cause: '',
        lessons: 'Køb en generator',
      },
      ...{ testedPlanKeys: ['p1'], changedAt: at('15:00'), changedBy: person('isk-nord') },
    });
    const first = await testFromDowntime(context, isk(town), record, 'p1');
    await testFromDowntime(context, isk(town), record, 'p1');
    expect(context.list(ContingencyTests).all()).toHaveLength(1);
    expect(first).toMatchObject({
      ...{ state: 'closed', kind: 'fullStop', recovery: 6, dataLoss: 0.5, passed: false, downtimeKey: 'down' },
      ...{ toImprove: 'Køb en generator', centreId: 'nord' },
    });
  });
});
