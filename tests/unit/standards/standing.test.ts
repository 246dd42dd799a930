import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlEffects, controlStates, requirementStandings } from '../../../api/standards/contract.ts';
import { coverageOf, metPercent, requirementStanding, standingRank } from '../../../api/standards/standing.ts';

const aControl = fc.record({ state: fc.constantFrom(...controlStates), effect: fc.constantFrom(...controlEffects) });
const controls = fc.array(aControl, { maxLength: 6 });
const chosen = fc.record({ selectable: fc.boolean(), applies: fc.constantFrom(undefined, true, false) });
const standings = fc.array(fc.constantFrom(...requirementStandings), { maxLength: 120 });

const running = (effect: (typeof controlEffects)[number]) => ({ state: 'running' as const, effect });
const law = { selectable: false };
const open = { selectable: true };

describe('the standing of a requirement', () => {
  it('follows from its choice and its controls', () => {
    expect(requirementStanding(open, [])).toBe('undecided');
    expect(requirementStanding(law, [])).toBe('gap');
    expect(requirementStanding({ ...open, applies: true }, [])).toBe('gap');
    expect(requirementStanding(law, [{ state: 'planned', effect: 'notAssessed' }])).toBe('planned');
    expect(requirementStanding(law, [running('notAssessed')])).toBe('partly');
    expect(requirementStanding(law, [running('partly')])).toBe('partly');
    expect(requirementStanding(law, [running('none')])).toBe('gap');
    expect(requirementStanding(law, [running('none'), running('effective')])).toBe('met');
    expect(requirementStanding({ ...open, applies: false }, [running('effective')])).toBe('deselected');
  });

  it('of a law cannot be de-selected', () => {
    expect(requirementStanding({ selectable: false, applies: false }, [])).toBe('gap');
  });

  it('never gets worse by one more control, whatever that one is', () => {
    fc.assert(
      fc.property(chosen, controls, aControl, (choice, there, more) => {
        const [before, after] = [requirementStanding(choice, there), requirementStanding(choice, [...there, more])];
        expect(standingRank[after]).toBeGreaterThanOrEqual(standingRank[before]);
      }),
    );
  });

  it('is as if a retired control were not there', () => {
    fc.assert(
      fc.property(chosen, controls, (choice, there) => {
        const living = there.filter(({ state }) => state !== 'retired');
        expect(requirementStanding(choice, there)).toBe(requirementStanding(choice, living));
      }),
    );
  });

  it('of a de-selected one is the same whatever its controls do', () => {
    fc.assert(
      fc.property(controls, (there) => {
        expect(requirementStanding({ selectable: true, applies: false }, there)).toBe('deselected');
      }),
    );
  });
});

describe('coverage', () => {
  it('adds up to the total', () => {
    fc.assert(
      fc.property(standings, (each) => {
        const { total, ...counts } = coverageOf(each);
        expect(total).toBe(each.length);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });

  it('is the same per cent however many are de-selected', () => {
    fc.assert(
      fc.property(standings, fc.nat(50), (each, more) => {
        const deselected = Array.from({ length: more }, () => 'deselected' as const);
        expect(metPercent(coverageOf([...each, ...deselected]))).toBe(metPercent(coverageOf(each)));
      }),
    );
  });

  it('is all when all that applies is met, and nothing when nothing applies', () => {
    expect(metPercent(coverageOf(['met', 'met', 'deselected']))).toBe(100);
    expect(metPercent(coverageOf(['deselected']))).toBe(0);
  });
});
