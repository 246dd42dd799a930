import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../../api/audit/index.ts';
import type { Context } from '../../../../api/context.ts';
import { ContingencyTests, Downtimes } from '../../../../api/contingency/index.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { continueDowntimes } from '../../../../api/contingency/downtime/continue-downtimes.ts';
import { correctDowntime } from '../../../../api/contingency/downtime/correct-downtime.ts';
import { downtimeView } from '../../../../api/contingency/downtime/downtime-view.ts';
import { downtimesView } from '../../../../api/contingency/downtime/downtime-list.ts';
import { downtimesQuery } from '../../../../api/contingency/contract.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { CriticalServices } from '../../../../api/critical-services/index.ts';
import { refusal, the } from '../../organisation/builders.ts';
import { aCrisis, aProcedure } from './a-crisis.ts';

const key = 'downtime_journal_1';
let context: Context;
let setNow: (moment: string) => void;

/** Down from 9 to 11, closed at noon, counted as a test of Nord's procedure. */
beforeEach(async () => {
  ({ context, setNow } = await aCrisis());
  await aProcedure(context);
  await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
  setNow('2026-11-24T12:00:00Z');
  await closeDowntime(context, the(context, 'isk-nord'), key, {
    endedAt: '2026-11-24T11:00:00.000Z',
    cause: 'Strømmen gik',
    lessons: '',
    testedPlanKeys: ['nord-plan'],
    improvements: [],
  });
  setNow('2026-11-25T08:00:00Z');
});

const downtime = () => context.list(Downtimes).get(key);
const correction = {
  startedAt: '2026-11-24T05:00:00.000Z',
  endedAt: '2026-11-24T11:00:00.000Z',
  centreIds: ['nord', 'syd'],
  reason: 'Nattevagten så det først',
};
const correct = (given: object = {}, by = 'isk-nord') =>
  correctDowntime(context, the(context, by), key, {
    ...correction,
    expected: downtime()?.changedAt ?? '',
    ...given,
  });
const acts = () =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title)
    .filter((title) => title === 'correctDowntime');

describe('correctDowntime', () => {
  it('decides anew whether each limit was met, and says so in view, list and trail with the reason', async () => {
    expect(downtime()).toMatchObject({ mtd: 4, kept: true });
    expect(await correct()).toMatchObject({
      startedAt: correction.startedAt,
      mtd: 4,
      kept: false,
      hit: [
        { key: 'care', mtd: 4, kept: false },
        { key: 'school', mtd: 24, kept: true },
      ],
    });
    const view = downtimeView(context, the(context, 'isk-nord'), key);
    expect(view).toMatchObject({ kept: false, correction: { by: { id: 'isk-nord' }, reason: correction.reason } });
    const broken = downtimesQuery.parse({ outcome: 'broken' });
    expect(downtimesView(context, the(context, 'ciso'), broken)).toMatchObject({ total: 1, counts: { broken: 1 } });
    expect(acts()).toHaveLength(1);
  });

  it('measures the test again that it counts as, also when a crash came between, and once', async () => {
    const [before] = context.list(ContingencyTests).all();
    expect(before).toMatchObject({ recovery: 2, passed: true });
    await correct();
    const measured = {
      startedAt: correction.startedAt,
      recovery: 6,
      passed: false,
      results: [{ met: false, hours: 6 }],
    };
    const [test] = context.list(ContingencyTests).all();
    expect(test).toMatchObject(measured);
    const { recovery, passed, changedAt } = before ?? {};
    await context
      .list(ContingencyTests)
      .update(test?.key ?? '', () => ({ recovery, passed, changedAt: changedAt ?? '' }) as object);
    await continueDowntimes(context);
    await continueDowntimes(context);
    expect(context.list(ContingencyTests).all()).toMatchObject([{ recovery: 6, passed: false }]);
    expect(acts()).toHaveLength(1);
  });

  it('cancels the test of a centre that was not affected, and tests no plan again', async () => {
    await correct({ startedAt: '2026-11-24T09:00:00.000Z', centreIds: ['syd'] });
    expect(downtime()).toMatchObject({ centreIds: ['syd'], testedPlanKeys: [], kept: true });
    await continueDowntimes(context);
    expect(context.list(ContingencyTests).all()).toMatchObject([
      { state: 'cancelled', cancelledReason: correction.reason },
    ]);
  });

  it('keeps the limits of the closing where they have changed since, but for a busy period of other days', async () => {
    await context.list(CriticalServices).update('care', () => ({ mtd: 1 }));
    expect(await correct({ startedAt: '2026-11-24T08:00:00.000Z' })).toMatchObject({ mtd: 4, kept: true });
    const peak = { title: 'Løn', months: [], days: { from: 23, to: 23 }, mtd: 0.5 };
    await context.list(CriticalServices).update('care', () => ({ peaks: [peak] as never }));
    expect(await correct({ startedAt: '2026-11-23T08:00:00.000Z', endedAt: '2026-11-23T09:00:00.000Z' })).toMatchObject(
      {
        mtd: 0.5,
        kept: false,
      },
    );
  });

  it('is a success when the writer repeats it, and refused to whoever has not seen it', async () => {
    const expected = downtime()?.changedAt;
    const first = await correct({ expected });
    setNow('2026-11-25T09:00:00Z');
    expect(await correct({ expected })).toEqual(first);
    expect(acts()).toHaveLength(1);
    expect(await refusal(() => correct({ expected }, 'manager-nord'))).toBe('contingency.downtimeChanged');
  });

  it('refuses what cannot have been', async () => {
    const code = (given: object) => refusal(() => correct(given));
    expect(await code({ startedAt: '2026-11-24T11:00:00Z' })).toBe('contingency.endsBeforeStart');
    expect(await code({ endedAt: '2026-11-25T09:00:00Z' })).toBe('contingency.endsInFuture');
    expect(await code({ startedAt: '2026-09-24T11:00:00Z' })).toBe('contingency.startsTooLongBefore');
    await reportDowntime(context, the(context, 'ciso'), {
      assetKey: 'journal',
      startedAt: '2026-11-24T13:00:00Z',
      note: '',
    });
    expect(await code({ endedAt: '2026-11-24T14:00:00Z' })).toBe('contingency.overlapsRunning');
    expect(await correct({ endedAt: '2026-11-24T13:00:00Z' })).toMatchObject({ endedAt: '2026-11-24T13:00:00.000Z' });
    const [, running] = context.list(Downtimes).all();
    const ofRunning = { ...correction, expected: running?.changedAt ?? '' };
    expect(await refusal(() => correctDowntime(context, the(context, 'ciso'), running?.key ?? '', ofRunning))).toBe(
      'contingency.downtimeNotClosed',
    );
  });

  it('is for those who may correct a running one', async () => {
    for (const who of ['bo', 'isk-syd', 'auditor', 'committee'])
      expect([who, await refusal(() => correct({}, who))]).toEqual([who, 'contingency.mayNotKeepDowntime']);
    expect(await correct({}, 'manager-nord')).toMatchObject({ correctedBy: 'manager-nord' });
  });
});
