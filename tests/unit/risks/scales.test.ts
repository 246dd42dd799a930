import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { riskScale, type RiskScale } from '../../../api/risks/contract.ts';
import { Assessments, RiskScales } from '../../../api/risks/index.ts';
import { levelAt, severityOf } from '../../../api/risks/levels.ts';
import { chooseScale, makeScale } from '../../../api/risks/scales/keep-scales.ts';
import { requireSoundScale } from '../../../api/risks/scales/scale-rules.ts';
import { scaleView } from '../../../api/risks/scales/scale-view.ts';
import { currentScale, currentScaleKey, scaleList } from '../../../api/risks/scales/scales.ts';
import { shippedScales } from '../../../api/risks/scales/shipped-scales.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';

/** Cells as `consequence likelihood`, by level, mildest first: independent of the matrices. */
const table: Record<string, readonly string[]> = {
  standard: ['11 12 13 21 22 31', '14 23 24 32 33 41 42', '34 43 44'],
  kl: ['11 12 13 21 31', '14 22 23 32 41', '24 33 42', '34 43', '44'],
  herning: ['11 12 21', '13 22 31', '14 23 32 41', '24 33 42', '34 43 44'],
  datatilsynet: ['11 12 21', '13 22 31', '14 23 24 32 33 41', '34 42 43 44'],
  '5x5': ['11 12 13 21 31', '14 15 22 23 32 41', '24 25 33 42 51', '34 35 43 44 52 53', '45 54 55'],
};
const tones: Record<string, readonly string[]> = {
  standard: ['green', 'yellow', 'red'],
  kl: ['green', 'lightGreen', 'yellow', 'orange', 'red'],
  herning: ['green', 'lightGreen', 'yellow', 'orange', 'red'],
  datatilsynet: ['green', 'yellow', 'orange', 'red'],
  '5x5': ['green', 'lightGreen', 'yellow', 'orange', 'red'],
};
const shipped = (key: string): RiskScale => {
  const found = shippedScales.find((scale) => scale.key === key)?.scale;
  if (!found) throw new Error(`no scale ${key}`);
  return found;
};
const keys = Object.keys(table);
const cellsOf = ({ consequence, likelihood }: RiskScale) =>
  consequence.flatMap((_row, row) => likelihood.map((_column, column) => [row + 1, column + 1] as const));
const aCell = ({ consequence, likelihood }: RiskScale) =>
  fc.tuple(fc.integer({ min: 1, max: consequence.length }), fc.integer({ min: 1, max: likelihood.length }));

describe.each(keys)('the shipped scale %s', (key) => {
  const scale = shipped(key);
  const named = new Map((table[key] ?? []).flatMap((cells, level) => cells.split(' ').map((cell) => [cell, level])));

  it('gives each cell the level of the table', () => {
    const found = cellsOf(scale).map(([consequence, likelihood]) => [
      `${consequence}${likelihood}`,
      levelAt(scale, { consequence, likelihood }),
    ]);
    expect(new Map(found as [string, number][])).toEqual(
      new Map([...named].sort(([one], [other]) => one.localeCompare(other))),
    );
    expect(scale.levels.map(({ tone }) => tone)).toEqual(tones[key]);
  });

  it('never gets milder when consequence or likelihood grows', () => {
    fc.assert(
      fc.property(aCell(scale), aCell(scale), ([c, l], [more, oftener]) => {
        const low = levelAt(scale, { consequence: Math.min(c, more), likelihood: Math.min(l, oftener) });
        const high = levelAt(scale, { consequence: Math.max(c, more), likelihood: Math.max(l, oftener) });
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });

  it('has a legend that names every cell once, under the level that the matrix gives it', () => {
    for (const language of ['da', 'en'] as const) {
      const { levels, matrix } = scaleView(scale, language);
      const cells = levels.flatMap((level, place) => level.cells.map(([c, l]) => [`${c}${l}`, place] as const));
      expect(cells).toHaveLength(scale.consequence.length * scale.likelihood.length);
      expect(new Map(cells)).toEqual(named);
      expect(matrix).toEqual(scale.matrix);
    }
  });

  it('says every step and level in both languages, and who may accept', () => {
    const [da, en] = [scaleView(scale, 'da'), scaleView(scale, 'en')];
    const words = (view: typeof da) =>
      [...view.likelihood, ...view.consequence, ...view.levels].flatMap(({ word, description }) => [word, description]);
    expect(words(da).every((word) => word.length > 0)).toBe(true);
    expect(words(en).filter((word, place) => word === words(da)[place] && !/^(Medium|Low)$/.test(word))).toEqual([]);
    const order = ['centreManager', 'ciso', 'securityCommittee', 'corporateManagement'];
    const accepters = da.levels.map(({ acceptedBy }) => order.indexOf(acceptedBy));
    expect([...accepters].sort((one, other) => one - other)).toEqual(accepters);
    expect(accepters[0]).toBe(0);
    expect(accepters.at(-1)).toBe(scale.levels.length >= 4 ? 3 : 2);
  });

  it('is a sound scale that a list keeps as it is', () => {
    expect(() => requireSoundScale(scale)).not.toThrow();
    expect(JSON.stringify(riskScale.parse(JSON.parse(JSON.stringify(scale))))).toBe(JSON.stringify(scale));
    expect(scale.levels.map((_level, place) => severityOf(scale, place)).at(-1)).toBe(1);
  });
});

describe('Datatilsynet’s scale', () => {
  it('takes a grave consequence that is less likely for worse than the other way round', () => {
    const scale = shipped('datatilsynet');
    const tone = (consequence: number, likelihood: number) =>
      scale.levels[levelAt(scale, { consequence, likelihood })]?.tone;
    expect([tone(4, 2), tone(2, 4)]).toEqual(['red', 'orange']);
  });
});

describe('requireSoundScale', () => {
  const base = shipped('kl');
  const withMatrix = (change: (matrix: number[][]) => void): RiskScale => {
    const matrix = base.matrix.map((row) => [...row]);
    change(matrix);
    return { ...base, matrix };
  };

  it('asks for a cell for each pair of steps', async () => {
    expect(await refusal(() => requireSoundScale(withMatrix((matrix) => matrix.pop())))).toBe('risks.scaleMatrixSize');
    expect(await refusal(() => requireSoundScale(withMatrix((matrix) => matrix[1]?.pop())))).toBe(
      'risks.scaleMatrixSize',
    );
  });

  it('asks for levels that exist', async () => {
    const scale = { ...base, levels: base.levels.slice(0, 4) };
    expect(await refusal(() => requireSoundScale(scale))).toBe('risks.scaleMatrixLevel');
  });

  it('refuses exactly the matrices that fall somewhere, and says where', () => {
    const four = { minLength: 4, maxLength: 4 };
    const anyMatrix = fc.array(fc.array(fc.nat({ max: 4 }), four), four);
    const someMatrix = fc.oneof(
      anyMatrix,
      anyMatrix.map(rising),
      fc.tuple(anyMatrix.map(rising), aCell(base)).map(dented),
    );
    fc.assert(
      fc.property(someMatrix, (matrix) => {
        const falls = matrix.some((row, r) =>
          row.some((level, c) => (matrix[r + 1]?.[c] ?? 4) < level || (row[c + 1] ?? 4) < level),
        );
        const judged = () => requireSoundScale({ ...base, matrix });
        if (!falls) {
          expect(judged).not.toThrow();
          return;
        }
        expect(judged).toThrow(expect.objectContaining({ code: 'risks.scaleMatrixFalls' }) as Error);
        const { details } = thrownBy(judged) as { details: { field: string; consequence: number; likelihood: number } };
        const [row, column] = [details.consequence - 1, details.likelihood - 1];
        const here = matrix[row]?.[column] ?? 0;
        expect(details.field).toBe('scale.matrix');
        expect(Math.max(matrix[row - 1]?.[column] ?? 0, matrix[row]?.[column - 1] ?? 0)).toBeGreaterThan(here);
      }),
    );
  });
});
/** Each cell at least as high as the previous. */
const rising = (matrix: number[][]): number[][] =>
  matrix.map((row, r) =>
    row.map((_cell, c) => Math.max(...matrix.slice(0, r + 1).flatMap((each) => each.slice(0, c + 1)))),
  );
const dented = ([matrix, [consequence, likelihood]]: [number[][], [number, number]]): number[][] =>
  matrix.map((row, r) => row.map((cell, c) => (r === consequence - 1 && c === likelihood - 1 ? 0 : cell)));
const thrownBy = (act: () => void): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
};

describe('own scales', () => {
  const own: RiskScale = { ...shipped('kl'), levels: shipped('kl').levels.map((level) => ({ ...level })) };
  const titles = (context: Context) => scaleList(context, the(context, 'ciso')).scales.map(({ title }) => title);

  it('begin with the standard one until another is chosen, and keep what was chosen', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    expect([currentScaleKey(context), currentScale(context)]).toEqual(['standard', shipped('standard')]);
    await chooseScale(context, ciso, 'datatilsynet');
    await chooseScale(context, ciso, '5x5');
    expect(currentScale(context)).toEqual(shipped('5x5'));
    expect(scaleList(context, ciso).scales.filter(({ isCurrent }) => isCurrent)).toMatchObject([{ key: '5x5' }]);
  });

  it('are not chosen anew by a repeat after another has chosen otherwise, and are by a new press', async () => {
    const { context } = await aTown();
    const choose = (idempotencyKey: string) =>
      chooseScale(context, { ...the(context, 'ciso'), idempotencyKey }, 'datatilsynet');
    await choose('first press');
    await chooseScale(context, the(context, 'team'), '5x5');
    await choose('first press');
    expect(currentScaleKey(context)).toBe('5x5');
    await choose('second press');
    expect(currentScaleKey(context)).toBe('datatilsynet');
  });

  it('are made once, stand in the list and can be chosen', async () => {
    const { context } = await aTown();
    const team = the(context, 'team');
    const key = await makeScale(context, team, { title: 'Vores', scale: own });
    expect(await makeScale(context, team, { title: 'Vores', scale: own })).toBe(key);
    expect(titles(context).at(-1)).toBe('Vores');
    await chooseScale(context, team, key);
    expect(currentScaleKey(context)).toBe(key);
    expect(context.list(RiskScales).all()).toHaveLength(2);
  });

  it('do not take a name that is there, and fall nowhere', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const named = (title: string, scale = own) => refusal(() => makeScale(context, ciso, { title, scale }));
    expect(await named('KL, 4 × 4')).toBe('risks.scaleTitleTaken');
    expect(await named('Ny', { ...own, matrix: [...own.matrix].reverse() })).toBe('risks.scaleMatrixFalls');
    await makeScale(context, ciso, { title: 'Vores', scale: own });
    expect(await named('vores', shipped('herning'))).toBe('risks.scaleTitleTaken');
  });

  it('are for those who keep scales, and only one that exists is chosen', async () => {
    const { context } = await aTown();
    for (const who of ['committee', 'manager-nord', 'isk-nord', 'auditor', 'anne']) {
      expect(await refusal(() => makeScale(context, the(context, who), { title: 'X', scale: own }))).toBe(
        'risks.mayNotKeepScales',
      );
      expect(await refusal(() => chooseScale(context, the(context, who), 'kl'))).toBe('risks.mayNotKeepScales');
    }
    const ciso = the(context, 'ciso');
    await chooseScale(context, ciso, 'kl');
    for (const key of ['current', 'none'])
      expect(await refusal(() => chooseScale(context, ciso, key))).toBe('risks.noSuchScale');
  });
});

describe('an assessment whose scale was edited by hand in the list', () => {
  const read = (scale: RiskScale) => Assessments.columns['scale']?.parser.safeParse(JSON.stringify(scale)).success;

  it('is read when every cell has a level, and set aside when one is missing or names none', () => {
    const scale = shipped('standard');
    expect(read(scale)).toBe(true);
    expect(read({ ...scale, matrix: scale.matrix.slice(1) })).toBe(false);
    expect(read({ ...scale, matrix: scale.matrix.map((row) => row.map((level) => level + 3)) })).toBe(false);
  });
});
