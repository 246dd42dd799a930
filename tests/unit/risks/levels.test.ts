import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, type Estimate } from '../../../api/risks/contract.ts';
import { completed, levelAt, severityOf, statusOf, statusesOf, worse } from '../../../api/risks/levels.ts';
import { shippedScales } from '../../../api/risks/scales/shipped-scales.ts';
import { dimensions, riskStages, views } from '../../../api/risks/vocabulary.ts';
import { anEstimate, aRisk, nothing, scaleOf } from './builders.ts';

const aStep = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
const aTriple = fc.record({ confidentiality: aStep, integrity: aStep, availability: aStep });
const someEstimate: fc.Arbitrary<Estimate> = fc.record({
  likelihood: aStep,
  consequence: fc.record({ dataSubject: aTriple, organisation: aTriple, society: aTriple }),
});
const someScale = fc.constantFrom(...shippedScales.map(({ scale }) => scale));
const someViews = fc.subarray([...views], { minLength: 1 });

describe('statusOf', () => {
  it('takes the worst consequence of all that is looked at, and looks its level up', () => {
    fc.assert(
      fc.property(someScale, someViews, someEstimate, (scale, assessed, given) => {
        const steps = assessed.flatMap((view) => dimensions.flatMap((each) => given.consequence[view]?.[each] ?? []));
        const found = statusOf(scale, assessed, given);
        if (given.likelihood === undefined || steps.length === 0) {
          expect(found).toBeUndefined();
          return;
        }
        const consequence = Math.max(...steps);
        expect(found).toMatchObject({ consequence, likelihood: given.likelihood });
        expect(found?.level).toBe(levelAt(scale, { consequence, likelihood: given.likelihood }));
        expect(found && given.consequence[found.view]?.[found.dimension]).toBe(consequence);
      }),
    );
  });

  it('never gets milder when any step grows', () => {
    fc.assert(
      fc.property(
        ...([someScale, someEstimate, fc.constantFrom(...views), fc.constantFrom(...dimensions)] as const),
        (scale, given, view, dimension) => {
          const step = given.consequence[view]?.[dimension];
          const before = statusOf(scale, views, given);
          if (step === undefined || step === 4 || !before) return;
          const triple = { ...given.consequence[view], [dimension]: step + 1 };
          const after = statusOf(scale, views, { ...given, consequence: { ...given.consequence, [view]: triple } });
          expect(after?.level).toBeGreaterThanOrEqual(before.level);
          expect(after?.consequence).toBeGreaterThanOrEqual(before.consequence);
        },
      ),
    );
  });

  it('looks at one perspective or dimension when asked to, and never at one that is not assessed', () => {
    const given = estimate.parse({
      likelihood: 2,
      consequence: { dataSubject: { integrity: 4 }, organisation: { confidentiality: 2, availability: 3 } },
    });
    const scale = scaleOf('datatilsynet');
    expect(statusOf(scale, views, given)).toMatchObject({ consequence: 4, view: 'dataSubject' });
    expect(statusOf(scale, views, given, { view: 'organisation' })).toMatchObject({ consequence: 3 });
    expect(statusOf(scale, views, given, { dimension: 'confidentiality' })).toMatchObject({ consequence: 2 });
    expect(statusOf(scale, ['organisation'], given)).toMatchObject({ consequence: 3, dimension: 'availability' });
    expect(statusOf(scale, ['society'], given)).toBeUndefined();
  });
});

describe('completed', () => {
  it('takes from the stage before only what a stage does not say', () => {
    fc.assert(
      fc.property(someEstimate, someEstimate, someEstimate, (inherent, current, target) => {
        const full = completed({ inherent, current, target });
        const chain = [inherent, current, target];
        for (const [place, stage] of riskStages.entries()) {
          const last = (read: (each: Estimate) => number | undefined) =>
            chain.slice(0, place + 1).reduce<number | undefined>((known, each) => read(each) ?? known, undefined);
          expect(full[stage].likelihood).toBe(last(({ likelihood }) => likelihood));
          for (const view of views)
            for (const dimension of dimensions) {
              const step = last(({ consequence }) => consequence[view]?.[dimension]);
              expect(full[stage].consequence[view]?.[dimension]).toBe(step);
            }
        }
      }),
    );
  });

  it('lets a risk with nothing but inherent steps stand there at every stage', () => {
    const risk = aRisk('a', 't', { inherent: anEstimate(3, 3), current: { ...nothing, likelihood: 1 } });
    const { inherent, current, target } = statusesOf({ scale: scaleOf('kl'), views: ['organisation'] }, risk);
    expect([inherent?.level, current?.level, target?.level]).toEqual([2, 0, 0]);
    const aside = { ...risk, notRelevant: 'Findes ikke her' };
    expect(statusesOf({ scale: scaleOf('kl'), views: ['organisation'] }, aside)).toEqual({});
  });
});

describe('levels', () => {
  it('of different scales compare from mildest 0 to worst 1', () => {
    for (const { scale } of shippedScales) {
      const all = scale.levels.map((_level, place) => severityOf(scale, place));
      expect([all[0], all.at(-1)]).toEqual([0, 1]);
      expect([...all].sort((one, other) => one - other)).toEqual(all);
    }
    const [mild, grave] = [{ severity: 0.5 }, { severity: 0.75 }];
    expect(worse(mild, grave)).toBe(grave);
    expect(worse(grave, { severity: 0.75 })).toBe(grave);
    expect(worse(undefined, mild)).toBe(mild);
  });

  it('are asked for only inside the matrix', () => {
    expect(() => levelAt(scaleOf('kl'), { consequence: 5, likelihood: 1 })).toThrow(RangeError);
  });
});
