import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFields, type Meaning } from '../../../tab/shared/forms/merge-fields.ts';

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
