import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlEffects, controlStates, requirementStatuses } from '../../../api/standards/contract.ts';
import { coverageOf, metPercent, requirementStatus, statusRank } from '../../../api/standards/requirement-status.ts';

const aControl = fc.record({ state: fc.constantFrom(...controlStates), effect: fc.constantFrom(...controlEffects) });
const controls = fc.array(aControl, { maxLength: 6 });
const chosen = fc.record({ selectable: fc.boolean(), applies: fc.constantFrom(undefined, true, false) });
const statuses = fc.array(fc.constantFrom(...requirementStatuses), { maxLength: 120 });

const running = (effect: (typeof controlEffects)[number]) => ({ state: 'running' as const, effect });
const law = { selectable: false };
const open = { selectable: true };

describe('the standing of a requirement', () => {
  it('follows from its choice and its controls', () => {
    expect(requirementStatus(open, [])).toBe('undecided');
    expect(requirementStatus(law, [])).toBe('gap');
    expect(requirementStatus({ ...open, applies: true }, [])).toBe('gap');
    expect(requirementStatus(law, [{ state: 'planned', effect: 'notAssessed' }])).toBe('planned');
    expect(requirementStatus(law, [running('notAssessed')])).toBe('partly');
    expect(requirementStatus(law, [running('partly')])).toBe('partly');
    expect(requirementStatus(law, [running('none')])).toBe('gap');
    expect(requirementStatus(law, [running('none'), running('effective')])).toBe('met');
    expect(requirementStatus({ ...open, applies: false }, [running('effective')])).toBe('deselected');
  });

  it('of a law cannot be de-selected', () => {
    expect(requirementStatus({ selectable: false, applies: false }, [])).toBe('gap');
  });

  it('never gets worse by one more control, whatever that one is', () => {
    fc.assert(
      fc.property(chosen, controls, aControl, (choice, there, more) => {
        const [before, after] = [requirementStatus(choice, there), requirementStatus(choice, [...there, more])];
        expect(statusRank[after]).toBeGreaterThanOrEqual(statusRank[before]);
      }),
    );
  });

  it('is as if a retired control were not there', () => {
    fc.assert(
      fc.property(chosen, controls, (choice, there) => {
        const living = there.filter(({ state }) => state !== 'retired');
        expect(requirementStatus(choice, there)).toBe(requirementStatus(choice, living));
      }),
    );
  });

  it('of a de-selected one is the same whatever its controls do', () => {
    fc.assert(
      fc.property(controls, (there) => {
        expect(requirementStatus({ selectable: true, applies: false }, there)).toBe('deselected');
      }),
    );
  });
});

describe('coverage', () => {
  it('adds up to the total', () => {
    fc.assert(
      fc.property(statuses, (each) => {
        const { total, ...counts } = coverageOf(each);
        expect(total).toBe(each.length);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });

  it('is the same per cent however many are de-selected', () => {
    fc.assert(
      fc.property(statuses, fc.nat(50), (each, more) => {
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
