import { describe, expect, it } from 'vitest';
import { allFigures } from '../../../api/figures/all-figures.ts';
import { worsening } from '../../../api/figures/dashboards/worse.ts';
import { countedAs, tally, type Figure } from '../../../api/figures/figure.ts';
import { figuresViewOf, movementOf, movementSince, visibleOwners } from '../../../api/figures/figures-view.ts';
import { redLimitOf, redLimits } from '../../../api/figures/red-limits.ts';
import { figuresQuery } from '../../../api/figures/contract.ts';
import { catalogues } from '../../../api/texts/translate.ts';
import { aTown, centre, the } from '../organisation/builders.ts';

const query = figuresQuery.parse({});

describe('a figure', () => {
  it('is a share rounded down, so that 100 means all of them, and no value of nothing', () => {
    expect(countedAs('percent', 1999, 2000)).toEqual({ value: 99.9, numerator: 1999, denominator: 2000 });
    expect(countedAs('percent', 0, 0)).toEqual({ numerator: 0, denominator: 0 });
    expect(countedAs('days', 7, 3)).toEqual({ value: 2.3, numerator: 7, denominator: 3 });
    expect(countedAs('hours', 0, 0)).toEqual({ numerator: 0, denominator: 0 });
  });

  it('counts what two centres share in both, and once in the whole; a centre without anything has 0', async () => {
    const { context } = await aTown();
    const shared = tally(
      context,
      'count',
      [{ of: ['nord', 'syd', 'nord'] }, { of: [undefined] }, { of: ['gone'] }],
      ({ of }) => of,
      () => ({ numerator: 1 }),
    );
    expect(shared.get('whole')?.value).toBe(3);
    expect(shared.get(centre('nord'))?.value).toBe(1);
    expect(shared.get(centre('syd'))?.value).toBe(1);
    const nothing = tally(
      context,
      'percent',
      [],
      () => [],
      () => ({ numerator: 1 }),
    );
    expect(nothing.get(centre('nord'))).toEqual({ numerator: 0, denominator: 0 });
  });

  it('is better or worse by its own direction', () => {
    expect(movementOf({ good: 'up' }, 80, 79)).toBe('worse');
    expect(movementOf({ good: 'down' }, 80, 79)).toBe('better');
    expect(movementOf({ good: 'down' }, 3, 3)).toBe('same');
    expect(movementOf({ good: 'neither' }, 3, 4)).toBe('none');
    expect(movementOf({ good: 'up' }, undefined, 4)).toBe('none');
  });

  it('that begins again at New Year is compared within its year, any other with whatever was before', () => {
    const before = { day: '2026-12-31', value: 80 };
    const moved = (figure: Pick<Figure, 'good' | 'ofYear'>, day: string) =>
      movementSince(figure, before, { day, value: 0 });
    expect(moved({ good: 'up', ofYear: true }, '2027-01-04')).toBe('none');
    expect(moved({ good: 'up' }, '2027-01-04')).toBe('worse');
    const november = { ...before, day: '2026-11-30' };
    expect(movementSince({ good: 'up', ofYear: true }, november, { ...before, value: 70 })).toBe('worse');
    expect(movementSince({ good: 'up', ofYear: true }, undefined, before)).toBe('none');
    const yearly = allFigures.filter(({ ofYear }) => ofYear).map(({ key }) => key);
    const saysSo = allFigures.filter(({ key }) =>
      / i år[ ,.]/i.test(catalogues.da.figureWords[key as never]['explain']),
    );
    expect(yearly.toSorted()).toEqual(saysSo.map(({ key }) => key).toSorted());
  });

  it('has a key of its own and its words in both languages', () => {
    const keys = allFigures.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const words of [catalogues.da.figureWords, catalogues.en.figureWords])
      expect(Object.keys(words).sort()).toEqual([...keys].sort());
    const canWorsen = allFigures.filter(({ good }) => good !== 'neither').map(({ key }) => key);
    expect(Object.keys(catalogues.da.figureAdvice).sort()).toEqual(canWorsen.sort());
    expect(Object.keys(redLimits).filter((key) => !canWorsen.includes(key))).toEqual([]);
  });

  it('is red under or from its limit, by its own direction; what nobody can count is not', () => {
    expect(redLimitOf({ key: 'policyCoverage', good: 'up' }, { value: 79.9, numerator: 0 })).toBe(80);
    expect(redLimitOf({ key: 'policyCoverage', good: 'up' }, { value: 80, numerator: 0 })).toBeUndefined();
    expect(redLimitOf({ key: 'wheelMissed', good: 'down' }, { value: 1, numerator: 1 })).toBe(1);
    expect(redLimitOf({ key: 'wheelMissed', good: 'down' }, { value: 0, numerator: 0 })).toBeUndefined();
    expect(redLimitOf({ key: 'policyCoverage', good: 'up' }, { numerator: 0, denominator: 0 })).toBeUndefined();
    expect(redLimitOf({ key: 'tasksLate', good: 'down' }, { value: 900, numerator: 900 })).toBeUndefined();
  });

  it('that is worse stands before another by how much: points of per cent, or its share of what it is now', () => {
    const before = (value: number) => ({ day: '2026-10-31', value });
    expect(worsening({ unit: 'percent', value: 70, lastMonth: before(90) })).toBe(20);
    expect(worsening({ unit: 'count', value: 4, lastMonth: before(3) })).toBe(25);
    expect(worsening({ unit: 'count', value: 3, lastMonth: undefined })).toBe(0);
  });

  it('is of the own centre for a centre manager, beside the whole as one number; another centre is refused', async () => {
    const { context } = await aTown();
    const manager = the(context, 'manager-nord');
    const view = await figuresViewOf(context, manager, query);
    expect(visibleOwners(context, manager)).toEqual([view.owner]);
    expect(view.owner).not.toBe('whole');
    const coverage = view.figures.find(({ key }) => key === 'tasksLate');
    expect(coverage?.whole).toBeDefined();
    for (const owner of ['whole', 'syd', 'nowhere'].filter((one) => one !== view.owner))
      await expect(figuresViewOf(context, manager, { ...query, owner })).rejects.toMatchObject({
        code: 'figures.mayNotSee',
      });
    expect(visibleOwners(context, the(context, 'ciso'))[0]).toBe('whole');
  });
});
