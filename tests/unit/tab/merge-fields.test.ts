import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeApart } from '../../../api/texts/merge-texts.ts';
import { isUntouched, mergedValue, mergeFields, type Meaning } from '../../../tab/shared/forms/merge-fields.ts';

interface Fields {
  title: string;
  owner: { id: string; name: string } | null;
  text: string;
}
const fields = ['title', 'owner', 'text'] as const;
const meaning: Meaning<Fields> = (values, field) => ({ ...values, owner: values.owner?.id })[field];
const began: Fields = { title: 'Medicin', owner: { id: 'anne', name: 'Anne' }, text: '' };
const merged = (mine: Partial<Fields>, theirs: Partial<Fields>) =>
  mergeFields<Fields>(fields, { began, mine: { ...began, ...mine }, theirs: { ...began, ...theirs } }, meaning);

describe('two who change the same thing', () => {
  it('take over what only the other has changed, and ask about what both have', () => {
    expect(merged({ title: 'Mit' }, { title: 'Deres', text: 'Nyt' })).toEqual({ taken: ['text'], both: ['title'] });
  });

  it('do not ask about what only the writer has changed, nor about what both have changed alike', () => {
    expect(merged({ title: 'Mit', text: 'Ens ' }, { text: 'Ens' })).toEqual({ taken: [], both: [] });
  });

  it('tell a person by the id, whatever else came along', () => {
    expect(merged({ owner: { id: 'anne', name: 'Anne Jensen' } }, {})).toEqual({ taken: [], both: [] });
    expect(merged({ owner: null }, { owner: { id: 'bo', name: 'Bo' } })).toEqual({ taken: [], both: ['owner'] });
  });

  it('have begun when a form that had no fields has some', () => {
    const asItIs: Meaning<Record<string, string>> = (values, field) => values[field];
    expect(isUntouched({ found: 'Ja' }, {}, asItIs)).toBe(false);
    expect(isUntouched({}, { found: 'Ja' }, asItIs)).toBe(false);
    expect(isUntouched({ found: 'Ja ' }, { found: 'Ja' }, asItIs)).toBe(true);
  });

  it('lose nothing: every field comes out as one of the two wrote it, and a change is never undone unasked', () => {
    const text = fc.constantFrom('', 'a', 'b', 'c');
    const version = fc.record({ title: text, owner: fc.constant(null), text });
    fc.assert(
      fc.property(version, version, version, (from, mine, theirs) => {
        const { taken, both } = mergeFields<Fields>(fields, { began: from, mine, theirs }, meaning);
        for (const field of fields) {
          const result = taken.includes(field) ? theirs[field] : mine[field];
          const asked = both.includes(field);
          if (mine[field] === from[field]) expect(result).toBe(theirs[field]);
          else expect(result).toBe(mine[field]);
          expect(asked).toBe(
            mine[field] !== from[field] && theirs[field] !== from[field] && mine[field] !== theirs[field],
          );
        }
      }),
    );
  });
});

describe('a list that two change at once', () => {
  const step = (key: string, text: string) => ({ key, text });
  const before = [step('a', 'Ring'), step('b', 'Luk')];
  const both = (theirs: unknown, mine: unknown) => mergedValue(before, theirs, mine, mergeApart);

  it('has the items of both, each as the one who changed it wrote it', () => {
    const theirs = [step('a', 'Ring til vagten'), step('b', 'Luk')];
    const mine = [step('a', 'Ring'), step('c', 'Skriv op'), step('b', 'Luk ned')];
    const merged = [step('a', 'Ring til vagten'), step('c', 'Skriv op'), step('b', 'Luk ned')];
    expect(both(theirs, mine)).toEqual(merged);
    expect(both(mine, theirs)).toEqual(merged);
    expect(both([step('b', 'Luk')], before)).toEqual([step('b', 'Luk')]);
  });

  it('is asked about where both changed one item or the order, or one removed what the other changed', () => {
    const changed = [step('a', 'Ring til vagten'), step('b', 'Luk')];
    expect(both(changed, [step('a', 'Ring op'), step('b', 'Luk')])).toBeUndefined();
    expect(both(changed, [step('b', 'Luk')])).toBeUndefined();
    expect(both([...before, step('c', 'x')], [...before, step('d', 'y')])).toBeUndefined();
    expect(both(before.toReversed(), [...before, step('d', 'y')])).toBeUndefined();
  });

  it('is not made of what has no keys', () => {
    expect(mergedValue(['a'], ['a', 'b'], ['a', 'c'], mergeApart)).toBeUndefined();
    expect(mergedValue(true, false, null, mergeApart)).toBeUndefined();
  });

  it('nor of a text that one of them emptied, or that was not there before', () => {
    const [text, none] = ['Ring til vagten', null];
    for (const [was, theirs, mine] of [
      [none, text, 'Ring'],
      [text, none, 'Ring'],
      [text, 'Ring', none],
    ])
      expect(mergedValue(was, theirs, mine, mergeApart)).toBeUndefined();
    for (const [was, theirs, mine] of [
      [{}, before, before],
      [before, {}, before],
      [before, before, {}],
    ])
      expect(mergedValue(was, theirs, mine, mergeApart)).toBeUndefined();
  });
});
