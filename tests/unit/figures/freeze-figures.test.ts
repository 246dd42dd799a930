import { describe, expect, it } from 'vitest';
import { approvalSubject, declareApprovalSubjects } from '../../../api/approvals/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf, type Instant } from '../../../api/kernel/index.ts';
import { checkFrozen } from '../../../api/figures/check-frozen.ts';
import { freezeOnDemand } from '../../../api/figures/frozen-views.ts';
import { frozenLevels, Figures, freezeMonth, recordsAt } from '../../../api/figures/index.ts';
import { Assessments, declareFrozenLevels, RiskActions, RiskFigures, Risks } from '../../../api/risks/index.ts';
import { riskItemKey, riskKeyOf } from '../../../api/risks/known-risks.ts';
import { trendView } from '../../../api/risks/overview/trend-view.ts';
import { centre, day, person, refusal, the } from '../organisation/builders.ts';
import { act, anAsset, aRiskWorld, aStage, assess, at, type Said } from '../risks/register-world.ts';

const high: Said = { inherent: aStage(4, 4), current: aStage(4, 4) };
const low: Said = { inherent: aStage(2, 2), current: aStage(1, 1) };
const wholes = (context: Context) =>
  context
    .list(Figures)
    .all()
    .filter(({ owner }) => owner === 'whole');
const frozen = (context: Context) =>
  wholes(context).map(({ day: last, levels }) => [last.slice(0, 7), levels?.map(({ count }) => count)]);

describe('frozen figures', () => {
  it('freeze the month that has ended, once', async () => {
    const { context, setNow } = await aRiskWorld('2026-07-01T04:00:00.000Z');
    await assess(context, anAsset('x'), { a: high, b: low }, { finishedAt: at('2026-06-15') });
    expect(await freezeMonth(context)).toBe('2026-06');
    await context.list(Risks).update(riskItemKey('assessment-x-1', 'b'), () => ({ current: aStage(4, 4) }));
    expect(await freezeMonth(context)).toBeUndefined();
    expect(frozen(context)).toEqual([['2026-06', [1, 0, 1]]]);
    setNow('2026-08-02T04:00:00.000Z');
    expect(await freezeMonth(context)).toBe('2026-07');
    expect(frozen(context)).toEqual([
      ['2026-06', [1, 0, 1]],
      ['2026-07', [0, 0, 2]],
    ]);
  });

  it('are of a day in a year of which there is something, and of none before or to come', async () => {
    const { context } = await aRiskWorld('2026-11-24T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const frozenOn = async (of: string) => {
      const refused = await refusal(() => freezeOnDemand(context, ciso, of)).catch(() => undefined);
      return refused ?? wholes(context).some(({ day: last }) => last === of);
    };
    expect(await frozenOn('2025-12-31')).toBe('figures.beforeData');
    await assess(context, anAsset('x'), { a: high }, { startedAt: at('2024-03-01'), finishedAt: at('2024-06-15') });
    expect(await frozenOn('2024-01-01')).toBe(true);
    await expect(freezeOnDemand(context, ciso, '2000-01-01')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'figures.beforeData',
      details: { field: 'day', from: 2024 },
    });
    expect(await frozenOn('2023-12-31')).toBe('figures.beforeData');
    expect(await frozenOn('2026-11-24')).toBe('figures.notOver');
    const [damaged] = context.list(Assessments).all();
    await context
      .list(Assessments)
      .update(damaged?.key ?? '', () => ({ startedAt: '1900-01-01T00:00:00.000Z' as Instant }));
    expect(await frozenOn('2000-01-01')).toBe('figures.beforeData');
  });

  it('of a day to come, edited by hand, are checked up to today: nothing is reckoned for years ahead', async () => {
    const { context } = await aRiskWorld('2026-11-24T09:00:00.000Z');
    await assess(context, anAsset('x'), { a: high });
    await freezeMonth(context);
    const [item] = wholes(context);
    await context.list(Figures).update(item?.key ?? '', () => ({ day: day('2099-12-31') }));
    expect(await checkFrozen(context, item?.key ?? '')).toMatchObject({ day: '2099-12-31' });
    expect(todayOf(recordsAt(context, day('2099-12-31')).clock)).toBe('2026-11-24');
    expect(todayOf(recordsAt(context, day('2026-10-31')).clock)).toBe('2026-10-31');
  });

  it('make one item of it when several instances freeze at once', async () => {
    const { context } = await aRiskWorld();
    await assess(context, anAsset('x'), { a: high });
    const done = await Promise.all([freezeMonth(context), freezeMonth(context), freezeMonth(context)]);
    expect(done.filter((month) => month === '2026-10')).toHaveLength(1);
    expect(frozen(context)).toEqual([['2026-10', [0, 0, 1]]]);
  });

  it('stand as the month ended, also when the job is late: what was finished since is not in them', async () => {
    const { context } = await aRiskWorld('2026-11-24T09:00:00.000Z');
    const first = await assess(
      context,
      anAsset('x'),
      { a: high },
      { state: 'superseded', finishedAt: at('2026-10-31') },
    );
    await assess(context, anAsset('new'), { a: high }, { finishedAt: at('2026-11-02') });
    await context.list(Assessments).create({
      ...first.assessment,
      ...{ key: 'assessment-x-2', number: 2, state: 'finished', finishedAt: at('2026-11-03') },
    });
    const item = context.list(Risks).get(riskItemKey('assessment-x-1', 'a'));
    if (!item) throw new Error('no risk');
    const later = { key: riskItemKey('assessment-x-2', 'a'), assessmentKey: 'assessment-x-2', current: aStage(1, 1) };
    await context.list(Risks).create({ ...item, ...later });
    expect(await freezeMonth(context)).toBe('2026-10');
    expect(frozen(context)).toEqual([['2026-10', [0, 0, 1]]]);
  });

  it('end a month at midnight in Denmark', async () => {
    const { context } = await aRiskWorld('2026-07-01T04:00:00.000Z');
    const finishedAt = (moment: string) => ({ finishedAt: moment as ReturnType<typeof at> });
    await assess(context, anAsset('june'), { a: high }, finishedAt('2026-06-30T21:59:59.000Z'));
    await assess(context, anAsset('july'), { a: high }, finishedAt('2026-06-30T22:00:00.000Z'));
    await freezeMonth(context);
    expect(frozen(context)).toEqual([['2026-06', [0, 0, 1]]]);
  });

  it('make up no month before the last, and none while there is nothing to tell', async () => {
    const { context } = await aRiskWorld('2026-11-24T09:00:00.000Z');
    expect(await freezeMonth(context)).toBeUndefined();
    await assess(context, anAsset('x'), { a: low }, { finishedAt: at('2026-03-01') });
    await freezeMonth(context);
    expect(frozen(context).map(([month]) => month)).toEqual(['2026-10']);
  });

  it('count a risk for each centre that owns or uses its asset, and the trend shows them month by month', async () => {
    const { context, ciso } = await aRiskWorld('2026-11-24T09:00:00.000Z');
    await assess(context, anAsset('x', { usedBy: [centre('syd'), centre('nord')] }), { a: high });
    await freezeMonth(context);
    const counts = context
      .list(Figures)
      .all()
      .filter(({ owner }) => owner !== 'whole')
      .map(({ owner, levels }) => [owner, levels?.map(({ count }) => count)]);
    expect(counts.sort()).toEqual([
      ['nord', [0, 0, 1]],
      ['syd', [0, 0, 1]],
    ]);
    declareFrozenLevels(context, frozenLevels);
    await context.list(Assets).update('x', () => ({ state: 'retired' }));
    const { months } = trendView(context, ciso, 'syd');
    expect(months.map(({ month, frozen: isFrozen, total }) => [month, isFrozen, total])).toEqual([
      ['2026-10', true, 1],
      ['2026-11', false, 0],
    ]);
    expect(months[0]?.levels[2]).toMatchObject({ word: 'Høj', tone: 'red', severity: 1, count: 1 });
  });

  it('keep what was frozen before there were figures: a month that both have is the new one', async () => {
    const { context, ciso } = await aRiskWorld('2026-11-24T09:00:00.000Z');
    await assess(context, anAsset('x'), { a: high });
    await freezeMonth(context);
    declareFrozenLevels(context, frozenLevels);
    const old = (key: string) => ({ key, title: key, levels: [], byCentre: {}, frozenAt: at('2026-10-01') });
    await context.list(RiskFigures).create(old('2026-09'));
    await context.list(RiskFigures).create(old('2026-10'));
    expect(trendView(context, ciso, undefined).months.map(({ month, total }) => [month, total])).toEqual([
      ['2026-09', 0],
      ['2026-10', 1],
      ['2026-11', 1],
    ]);
  });

  it('know what the application has declared, so that work that was sent back is counted', async () => {
    const { context } = await aRiskWorld();
    declareApprovalSubjects(context, [
      { kind: 'measure', contentNow: () => undefined, path: () => '/', ended: () => Promise.resolve() },
    ]);
    expect(approvalSubject(recordsAt(context, day('2026-10-31')), 'measure')).toBe(approvalSubject(context, 'measure'));
  });

  it('are the same when they are counted again, whatever has been done since; what was edited in place is named', async () => {
    const { context: again } = await aWorldWithAction();
    await freezeMonth(again);
    await again.list(RiskActions).update('late', () => ({ doneAt: at('2026-11-10'), doneBy: person('anne') }));
    await assess(again, anAsset('later'), { a: high }, { startedAt: at('2026-11-05'), finishedAt: at('2026-11-06') });
    const same = await checkFrozen(again, '2026-10');
    expect(same.differing).toEqual([]);
    expect(same.same).toBeGreaterThan(40);
    await again.list(RiskActions).update('late', () => ({ due: day('2027-01-01') }));
    const differs = await checkFrozen(again, '2026-10');
    expect(differs.differing.filter(({ owner }) => owner === 'whole')).toMatchObject([
      {
        figure: 'treatmentsLate',
        frozen: { numerator: 1, denominator: 1 },
        now: { numerator: 0, denominator: 1 },
        records: [{ list: 'RiskActions', key: 'late', change: 'changed' }],
      },
    ]);
    await again.list(RiskActions).remove('late');
    const gone = await checkFrozen(again, '2026-10');
    expect(gone.differing[0]?.records).toContainEqual({ list: 'RiskActions', key: 'late', change: 'gone' });
  });
});

async function aWorldWithAction() {
  const world = await aRiskWorld('2026-11-02T09:00:00.000Z');
  const { context } = world;
  await assess(context, anAsset('x'), { a: high }, { startedAt: at('2026-09-01'), finishedAt: at('2026-09-02') });
  await act(context, riskKeyOf('x', 'a'), { key: 'late', due: day('2026-10-15') });
  return world;
}
