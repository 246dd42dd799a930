import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { registerQuery } from '../../../api/risks/contract.ts';
import { AssessmentTriggers, RiskFigures, shippedScales } from '../../../api/risks/index.ts';
import { overviewView } from '../../../api/risks/overview/overview-view.ts';
import { centresWorkbook, trendView } from '../../../api/risks/overview/trend-view.ts';
import { levelsNow } from '../../../api/risks/overview/level-counts.ts';
import { registerView } from '../../../api/risks/register/register-view.ts';
import { centre, day, person, refusal } from '../organisation/builders.ts';
import { act, anAsset, aRiskWorld, asBefore, aStage, assess, at, type Said } from './register-world.ts';

const high: Said = { inherent: aStage(4, 4), current: aStage(4, 3), target: aStage(2, 2), treatment: 'mitigate' };
const middle: Said = { inherent: aStage(4, 4), current: aStage(3, 3), treatment: 'avoid' };
const low: Said = { inherent: aStage(2, 2), current: aStage(1, 1) };

async function anOverview() {
  const world = await aRiskWorld();
  const { context } = world;
  const journal = await assess(context, anAsset('journal', { title: 'Ældrejournal' }), { login: high, fire: low });
  await assess(context, anAsset('pay', { title: 'Løn', centreId: centre('syd'), ownerId: person('bo') }), {
    login: middle,
    fire: low,
  });
  await act(context, journal.riskKey('login'), { title: 'Den sene', due: day('2026-11-20') });
  await act(context, journal.riskKey('login'), { title: 'Den tidlige', due: day('2026-11-10') });
  return { ...world, journal };
}
const seen = (context: Context, actor: Parameters<typeof overviewView>[1], query = {}) =>
  overviewView(context, actor, query);

describe('the overview of risks', () => {
  it('counts risks in cells at each stage, and how they move from stage to stage', async () => {
    const { context, ciso } = await anOverview();
    const { cells, moves, total, otherScale, levels } = seen(context, ciso);
    const cell = (consequence: number, likelihood: number) =>
      cells.find((one) => one.consequence === consequence && one.likelihood === likelihood);
    expect(cell(4, 4)).toMatchObject({ inherent: 2, current: 0, target: 0 });
    expect(cell(2, 2)).toMatchObject({ inherent: 2, current: 0, target: 1 });
    expect(cell(1, 1)).toMatchObject({ inherent: 0, current: 2, target: 2 });
    expect(moves).toEqual(
      expect.arrayContaining([
        { stage: 'inherent', from: [4, 4], to: [4, 3], count: 1 },
        { stage: 'inherent', from: [4, 4], to: [3, 3], count: 1 },
        { stage: 'inherent', from: [2, 2], to: [1, 1], count: 2 },
        { stage: 'current', from: [4, 3], to: [2, 2], count: 1 },
      ]) as unknown[],
    );
    expect(moves).toHaveLength(4);
    expect({ total, otherScale }).toEqual({ total: 4, otherScale: 0 });
    expect(levels.map(({ word, inherent, current, target }) => [word, inherent, current, target])).toEqual([
      ['Lav', 2, 2, 3],
      ['Middel', 0, 1, 1],
      ['Høj', 2, 1, 0],
    ]);
  });

  it('offers an ISK the centres with something to see, and those of the whole all', async () => {
    const { context, ciso, isk } = await anOverview();
    const offered = (actor: Parameters<typeof overviewView>[1]) => seen(context, actor).centres.map(({ id }) => id);
    expect(offered(isk)).toEqual(['syd']);
    expect(registerView(context, isk, registerQuery.parse({})).centres.map(({ id }) => id)).toEqual(['syd']);
    expect(offered(ciso)).toEqual(['nord', 'syd']);
    await context.list(Assets).update('pay', () => ({ usedBy: [centre('nord')] }));
    expect(offered(isk)).toEqual(['nord', 'syd']);
  });

  it('leads from every cell to exactly its risks in the register', async () => {
    const { context, ciso } = await anOverview();
    for (const query of [
      {},
      { centreId: 'syd' },
      { dimension: 'confidentiality' as const, view: 'dataSubject' as const },
    ])
      for (const { consequence, likelihood, ...counts } of seen(context, ciso, query).cells)
        for (const [stage, count] of Object.entries(counts)) {
          const cell = `${stage}.${consequence}.${likelihood}`;
          const { total } = registerView(context, ciso, registerQuery.parse({ ...query, cell }));
          expect(total, `${cell} ${JSON.stringify(query)}`).toBe(count);
        }
  });

  it('leads from every level to exactly its risks, whatever they were measured with', async () => {
    const { context, ciso } = await anOverview();
    const five = shippedScales.find(({ key }) => key === '5x5');
    await assess(
      context,
      anAsset('tax'),
      { a: { current: aStage(5, 5), inherent: aStage(5, 5) }, b: low },
      five ? { scale: five.scale } : {},
    );
    const { levels, otherScale, cells, total } = seen(context, ciso);
    for (const [level, { current }] of levels.entries())
      expect(registerView(context, ciso, registerQuery.parse({ level: String(level) })).total).toBe(current);
    expect({ otherScale, total }).toEqual({ otherScale: 2, total: 6 });
    expect(cells.reduce((sum, { current }) => sum + current, 0)).toBe(4);
  });

  it('puts the worst ten on top: level now, consequence, likelihood, then the inherent level', async () => {
    const { context, ciso } = await aRiskWorld();
    const stage = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
    const sample = fc.sample(fc.tuple(stage, stage), { numRuns: 60, seed: 4 });
    const threats = sample.map(([[a, b], [c, d]], place) => [
      `t${place}`,
      { inherent: aStage(a, b), current: aStage(c, d), target: asBefore },
    ]);
    await assess(context, anAsset('x'), Object.fromEntries(threats) as Record<string, Said>);
    const { top } = seen(context, ciso);
    const { rows } = registerView(context, ciso, registerQuery.parse({ limit: '10' }));
    expect(top).toEqual(rows);
    expect(top).toHaveLength(10);
  });

  it('shows overdue actions, the oldest first, with how late they are', async () => {
    const { context, ciso, journal } = await anOverview();
    const { overdueActions, overdueActionCount } = seen(context, ciso);
    expect(overdueActionCount).toBe(2);
    expect(overdueActions.map(({ title, daysLate }) => [title, daysLate])).toEqual([
      ['Den tidlige', 14],
      ['Den sene', 4],
    ]);
    expect(overdueActions[0]).toMatchObject({ riskKey: journal.riskKey('login'), asset: { key: 'journal' } });
    expect(seen(context, ciso, { centreId: 'syd' }).overdueActionCount).toBe(0);
  });

  it('shows ten at most of what is overdue, and how many there are', async () => {
    const { context, ciso, journal } = await anOverview();
    for (let place = 0; place < 12; place += 1) await act(context, journal.riskKey('fire'), { due: day('2026-11-01') });
    const { overdueActions, overdueActionCount } = seen(context, ciso);
    expect([overdueActions.length, overdueActionCount]).toEqual([10, 14]);
  });

  it('shows assessments that are overdue, missing where much stops, or due in 30 days', async () => {
    const { context, ciso } = await anOverview();
    await assess(context, anAsset('late', { title: 'Sen' }), { a: low }, { heldOn: day('2025-11-01') });
    await assess(context, anAsset('soon', { title: 'Snart' }), { a: low }, { heldOn: day('2025-12-24') });
    await assess(context, anAsset('later', { title: 'Senere' }), { a: low }, { heldOn: day('2025-12-25') });
    await context.list(Assets).create(anAsset('vital', { title: 'Vital', criticality: 'vital' }));
    await context.list(Assets).create(anAsset('minor', { title: 'Mindre', criticality: 'low' }));
    const { dueAssessments, dueAssessmentCount, assets } = seen(context, ciso);
    expect(dueAssessments.map(({ asset, status, reviewOn }) => [asset.title, status, reviewOn])).toEqual([
      ['Sen', 'overdue', '2026-11-01'],
      ['Vital', 'none', undefined],
      ['Snart', 'due', '2026-12-24'],
    ]);
    expect(dueAssessmentCount).toBe(3);
    expect(assets).toEqual({ total: 7, assessed: 5, missing: 2 });
  });

  it('counts what has happened to an asset as its next assessment', async () => {
    const { context, ciso } = await anOverview();
    const raised = { reason: 'incident' as const, raisedBy: person('anne'), raisedAt: at('2026-11-01') };
    await context
      .list(AssessmentTriggers)
      .create({ key: 't', title: 'Angreb', assetKey: 'pay', due: day('2026-11-23'), ...raised });
    expect(seen(context, ciso).dueAssessments).toMatchObject([
      { asset: { key: 'pay' }, status: 'overdue', reviewOn: '2026-11-23' },
    ]);
  });

  it('counts assets that are assessed or missing; they add up, and those exempt are in neither', async () => {
    const { context, ciso } = await anOverview();
    await context
      .list(Assets)
      .create(anAsset('exempt', { notNeeded: { reason: 'x', by: person('ciso'), at: '2026-11-01T08:00:00.000Z' } }));
    await context.list(Assets).create(anAsset('new'));
    expect(seen(context, ciso).assets).toEqual({ total: 3, assessed: 2, missing: 1 });
  });

  it('counts findings of the quality check for what is looked at', async () => {
    const { context, ciso } = await anOverview();
    await context.list(Assets).update('pay', () => ({ ownerId: person('gone') }));
    expect(seen(context, ciso, { centreId: 'syd' }).findings).toMatchObject({ warning: 1 });
    expect(seen(context, ciso, { ownerId: 'gone' }).findings).toMatchObject({ warning: 1 });
  });

  it('tells of the movement since the same month last year, else since the oldest month', async () => {
    const { context, ciso } = await anOverview();
    const { levels } = levelsNow(context);
    const frozen = (month: string, count: number) => ({
      ...{ key: month, title: month, frozenAt: at('2025-12-01') },
      levels: levels.map((level) => ({ ...level, count })),
      byCentre: { syd: levels.map((level) => ({ ...level, count: 7 })) },
    });
    expect(seen(context, ciso).movement).toBeUndefined();
    await context.list(RiskFigures).create(frozen('2026-03', 2));
    expect(seen(context, ciso).movement).toMatchObject({ since: '2026-03' });
    await context.list(RiskFigures).create(frozen('2025-11', 3));
    expect(seen(context, ciso).movement).toEqual({
      since: '2025-11',
      levels: [
        { severity: 0, word: 'Lav', before: 3, now: 2 },
        { severity: 0.5, word: 'Middel', before: 3, now: 1 },
        { severity: 1, word: 'Høj', before: 3, now: 1 },
      ],
    });
    expect(seen(context, ciso, { centreId: 'syd' }).movement?.levels).toMatchObject([
      { before: 7, now: 1 },
      { before: 7, now: 1 },
      { before: 7, now: 0 },
    ]);
    expect(seen(context, ciso, { kind: 'system' }).movement).toBeUndefined();
  });

  it('offers each reader what that reader may do, and the own centres', async () => {
    const { context, ciso, isk } = await anOverview();
    expect(seen(context, ciso)).toMatchObject({
      mine: [],
      abilities: { addAsset: true, import: true, editScales: true },
    });
    expect(seen(context, isk)).toMatchObject({
      ...{ mine: ['syd'], abilities: { addAsset: true, import: false, editScales: false } },
    });
    expect(seen(context, isk, { centreId: 'mine' }).total).toBe(2);
  });
});

describe('the trend', () => {
  it('ends with the running month, and tells of the centres as they stand', async () => {
    const { context, ciso, isk } = await anOverview();
    await context.list(Assets).create(anAsset('new', { centreId: centre('syd'), criticality: 'low' }));
    const { months, centres } = trendView(context, ciso, undefined);
    expect(months).toMatchObject([{ month: '2026-11', frozen: false, total: 4 }]);
    expect(centres).toMatchObject([
      { centre: { title: 'Center Nord' }, level: { word: 'Høj' }, risks: 2, assets: 1, missing: 0 },
      { centre: { title: 'Center Syd' }, level: { word: 'Middel' }, risks: 2, assets: 2, missing: 1 },
    ]);
    expect(trendView(context, ciso, 'syd').months[0]?.total).toBe(2);
    expect(trendView(context, isk, 'mine').months[0]?.total).toBe(2);
    expect(trendView(context, ciso, 'nowhere').months[0]?.total).toBe(0);
  });

  it('gives a centre the worst of what depends on its systems, and assets of nobody a line of their own', async () => {
    const { context, ciso } = await anOverview();
    const { centreId: _, ...shared } = anAsset('shared', { dependsOn: ['pay'] });
    await assess(context, shared, { login: high });
    expect(trendView(context, ciso, undefined).centres).toMatchObject([
      { centre: { id: 'nord' }, level: { word: 'Høj' } },
      { centre: { id: 'syd' }, level: { word: 'Høj' }, risks: 2 },
      { centre: { id: 'none', title: 'Hele kommunen' }, level: { word: 'Høj' }, risks: 1 },
    ]);
    const { rows } = registerView(context, ciso, registerQuery.parse({ centreId: 'none' }));
    expect(rows).toHaveLength(1);
  });

  it('tells a centre’s ISK the whole as one number and the own centre, and nothing of where another is weak', async () => {
    const { context, isk } = await anOverview();
    const { months, centres } = trendView(context, isk, undefined);
    expect(months[0]?.total).toBe(4);
    expect(centres.map((row) => row.centre.id)).toEqual(['syd']);
    expect(await refusal(() => trendView(context, isk, 'nord'))).toBe('risks.mayNotSee');
    const own = await centresWorkbook(context, isk, 'mine');
    const words = Object.values(unzipSync(own.bytes)).map((part) => new TextDecoder().decode(part));
    expect(words.join('')).toContain('Center Syd');
    expect(words.join('')).not.toContain('Center Nord');
  });

  it('comes as a workbook', async () => {
    const { context, ciso } = await anOverview();
    const { fileName, bytes } = await centresWorkbook(context, ciso, undefined);
    expect(fileName).toBe('Risici efter center 2026-11-24.xlsx');
    expect(bytes.length).toBeGreaterThan(1_000);
  });

  it('has in the workbook the months of the chosen centres, as on the page, and says whose they are', async () => {
    const { context, ciso, isk } = await anOverview();
    const chosen = [
      [ciso, undefined, 'Alle centre'],
      [ciso, 'nord', 'Center Nord'],
      [isk, 'mine', 'Center Syd'],
    ] as const;
    for (const [actor, centreId, title] of chosen) {
      const { bytes } = await centresWorkbook(context, actor, centreId);
      const { total } = trendView(context, actor, centreId).months.at(-1) ?? {};
      const row = (await readSheet(Buffer.from(bytes), 'Måneder')).at(-1);
      expect([row?.[1], row?.at(-1)]).toEqual([title, total]);
    }
    expect(await refusal(() => centresWorkbook(context, isk, 'nord'))).toBe('risks.mayNotSee');
  });
});
