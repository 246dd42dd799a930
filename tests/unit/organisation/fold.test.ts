import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople, fold, foldedMatch } from '../../../api/organisation/index.ts';
import { aPerson, aTown, day, settle } from './builders.ts';

describe('fold', () => {
  it.each([
    ['Ågård', 'Aagaard'],
    ['ÆRØ', 'aeroe'],
    ['Café René', 'cafe rene'],
    ['A\u030Age', 'aage'],
    ['Bo-Erik', 'bo erik'],
    ['Ǿ', 'oe'],
  ])('%s meets %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('findPeople', () => {
  it('finds every word at the start of a word, in the order of a Danish phone book', async () => {
    const { context } = await aTown();
    await settle(context, {
      people: [
        aPerson('1', { title: 'Åse Holm' }),
        aPerson('2', { title: 'Zenia Holm' }),
        aPerson('3', { title: 'Eva Stenholm' }),
      ],
    });
    expect(findPeople(context, 'holm').map(({ name }) => name)).toEqual(['Zenia Holm', 'Åse Holm']);
    expect(findPeople(context, 'aase ho').map(({ name }) => name)).toEqual(['Åse Holm']);
    expect(findPeople(context, 'ågård').map(({ name }) => name)).toEqual(['Anne Aagaard']);
    expect(findPeople(context, '--')).toEqual([]);
  });

  it('gives at most 20, and nobody who has left', async () => {
    const { context } = await aTown();
    const many = Array.from({ length: 30 }, (_, index) => aPerson(`x${index}`, { title: `Ib Nr${index}` }));
    await settle(context, { people: [...many, aPerson('left', { title: 'Ib Gone', leftOn: day('2026-01-01') })] });
    expect(findPeople(context, 'ib')).toHaveLength(20);
    expect(findPeople(context, 'ib gone')).toEqual([]);
  });

  it('matches the empty search to everything', () => {
    expect(foldedMatch('anne', '')).toBe(true);
  });
});
