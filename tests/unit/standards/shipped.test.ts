import { describe, expect, it } from 'vitest';
import { shippedStandards } from '../../../api/standards/shipped/index.ts';
import { knownRequirements, knownStandards } from '../../../api/standards/standards.ts';
import { memoryContext } from '../../support/memory-context.ts';

const { context } = memoryContext();
const requirementsOf = (key: string) => knownStandards(context).get(key)?.requirements ?? [];

describe('the standards that come with the product', () => {
  it('hold the 93 controls of annex A: 37, 8, 14 and 34, each number once', () => {
    const refs = requirementsOf('iso27001-a').map(({ ref }) => ref);
    const numbers = (theme: number, count: number) =>
      Array.from({ length: count }, (_, place) => `A.${String(theme)}.${String(place + 1)}`);
    expect(refs).toEqual([...numbers(5, 37), ...numbers(6, 8), ...numbers(7, 14), ...numbers(8, 34)]);
  });

  it('hold every clause of ISO 27001 from 4 to 10, which nobody can de-select', () => {
    const clauses = requirementsOf('iso27001');
    expect([...new Set(clauses.map(({ ref }) => ref.split('.')[0]))]).toEqual(['4', '5', '6', '7', '8', '9', '10']);
    expect(clauses.some(({ selectable }) => selectable)).toBe(false);
    expect(requirementsOf('iso27001-a').every(({ selectable }) => selectable)).toBe(true);
  });

  it('hold the ten areas of § 6 of NIS 2-loven and what § 7 asks of management', () => {
    const refs = requirementsOf('nis2').map(({ ref }) => ref);
    expect(refs.filter((ref) => ref.startsWith('6.'))).toHaveLength(10);
    expect(refs.filter((ref) => ref.startsWith('7.'))).toHaveLength(2);
  });

  it('hold the articles of GDPR that ask for security', () => {
    const refs = requirementsOf('gdpr').map(({ ref }) => ref);
    for (const article of ['5(1)(f)', '5(2)', '24', '25(1)', '28(1)', '30', '32(1)(b)', '33', '34', '35', '39'])
      expect(refs).toContain(article);
  });

  it('have keys that are safe in a list, and no key twice', () => {
    const all = shippedStandards.flatMap(({ sections }) => sections.flatMap(({ requirements }) => requirements));
    expect(knownRequirements(context).size).toBe(all.length);
    for (const key of knownRequirements(context).keys()) expect(key).toMatch(/^[a-z0-9]+(\.[A-Za-z0-9]+)+$/);
    expect(knownRequirements(context).get('iso27001.A.5.1')?.ref).toBe('A.5.1');
    expect(knownRequirements(context).get('gdpr.32.1.a')?.ref).toBe('32(1)(a)');
  });

  it('say each requirement in a few words of both languages, and each in words of its own', () => {
    for (const { sections } of shippedStandards) {
      const all = sections.flatMap(({ requirements }) => requirements);
      for (const [ref, da, en] of all)
        for (const words of [da, en]) {
          expect(words.length, ref).toBeGreaterThan(5);
          expect(words.length, ref).toBeLessThan(80);
        }
      expect(new Set(all.map(([, da]) => da)).size).toBe(all.length);
      expect(new Set(all.map(([, , en]) => en)).size).toBe(all.length);
    }
  });
});
