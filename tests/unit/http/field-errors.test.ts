import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrors } from '../../../api/http/field-errors.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  reason: z.string().min(10),
  short: z.string().max(3),
  on: z.iso.date(),
  kind: z.enum(['minor', 'major']),
  count: z.number().min(1).max(5),
  number: z.string().regex(/^\d\.\d$/),
  inner: z.object({ list: z.array(z.number()) }),
});
const good = {
  name: 'a',
  reason: 'long enough',
  short: 'abc',
  on: '2026-11-24',
  kind: 'minor',
  count: 3,
  number: '1.0',
  inner: { list: [1] },
};

const errorsOf = (changes: Record<string, unknown>) => {
  const found = schema.safeParse({ ...good, ...changes }, { reportInput: true });
  return found.success ? [] : fieldErrors(found.error.issues);
};

describe('fieldErrors', () => {
  it.each([
    [{ name: undefined }, 'name', 'fields.required', {}],
    [{ name: '' }, 'name', 'fields.required', {}],
    [{ reason: 'short' }, 'reason', 'fields.tooShort', { minimum: 10 }],
    [{ short: 'abcd' }, 'short', 'fields.tooLong', { maximum: 3 }],
    [{ on: '2026-02-30' }, 'on', 'fields.date', {}],
    [{ kind: 'huge' }, 'kind', 'fields.choice', {}],
    [{ count: 0 }, 'count', 'fields.tooSmall', { minimum: 1 }],
    [{ count: 6 }, 'count', 'fields.tooLarge', { maximum: 5 }],
    [{ number: 'x' }, 'number', 'fields.format', {}],
    [{ inner: { list: [1, 'two'] } }, 'inner.list.1', 'fields.wrong', {}],
    [{ extra: 1 }, 'extra', 'fields.unknown', {}],
  ])('says of %o which field is wrong and why', (changes, path, code, values) => {
    expect(errorsOf(changes)).toEqual([{ path, code, values }]);
  });
});
