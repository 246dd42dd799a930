import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Instant, LocalDate } from '../../../api/kernel/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  json,
  longText,
  moment,
  number,
  optional,
  text,
} from '../../../api/sharepoint/index.ts';

const Things = defineList('Things', {
  describe: 'For these tests.',
  columns: {
    title: text('Title'),
    body: longText('Body'),
    size: number('Size'),
    open: boolean('Open'),
    colour: choice(['red', 'green'] as const, 'Colour'),
    startsOn: date('First day'),
    endsOn: optional(date('Last day')),
    reason: optional(longText('Why')),
    passed: optional(boolean('How it went')),
    at: moment('When'),
    parts: json(z.array(z.object({ name: z.string(), size: z.number().optional() })), 'Parts'),
  },
});
const codec = codecOf(Things);
const thing = {
  key: 'thing-1',
  title: 'Blå',
  body: '',
  size: 3,
  open: false,
  colour: 'red' as const,
  startsOn: '2026-11-24' as LocalDate,
  at: '2026-11-24T09:00:00.000Z' as Instant,
  parts: [{ name: 'a' }],
};
const problemsOf = (fields: Record<string, unknown>) => {
  const decoded = codec.decode(fields);
  return 'problems' in decoded ? decoded.problems : [];
};

describe('codec', () => {
  it('reads back what it wrote when SharePoint leaves out everything empty', () => {
    const fields = codec.encode(thing);
    const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
    expect(codec.decode(kept)).toEqual({ record: thing });
  });

  it('asks for the key and all columns by their internal names', () => {
    expect(codec.select).toBe('Key,Title,Body,Size,Open,Colour,StartsOn,EndsOn,Reason,Passed,At,Parts');
  });

  it('reads and writes line breaks alike, however a tenant stores them', () => {
    expect(codec.encode({ ...thing, body: 'one\r\ntwo' })).toMatchObject({ Body: 'one\ntwo' });
    const stored = { ...codec.encode(thing), Body: 'one\r\ntwo' };
    expect(codec.decode(stored)).toMatchObject({ record: { body: 'one\ntwo' } });
    expect(codec.holds({ ...thing, body: 'one\ntwo' }, stored)).toBe(true);
  });

  it('clears a field that is given as undefined', () => {
    expect(codec.encode({ endsOn: undefined })).toEqual({ EndsOn: null });
  });

  it('keeps an empty required text, which SharePoint stores as absent', () => {
    const decoded = codec.decode({ ...codec.encode(thing), Title: undefined });
    expect('record' in decoded && decoded.record.title).toBe('');
  });

  it('reads a boolean that was never set as false', () => {
    const decoded = codec.decode({ ...codec.encode(thing), Open: undefined });
    expect('record' in decoded && decoded.record.open).toBe(false);
  });

  it.each([undefined, null, ''])('reads an optional field that holds %j as absent, whatever its type', (raw) => {
    const decoded = codec.decode({
      ...codec.encode(thing),
      Reason: raw,
      EndsOn: raw,
      ...(raw === '' ? {} : { Passed: raw }),
    });
    expect(decoded).toEqual({ record: thing });
  });

  it('clears an optional text that is written empty', () => {
    expect(codec.encode({ reason: '' })).toEqual({ Reason: null });
    expect(codec.holds(thing, { Reason: null })).toBe(true);
  });

  it('names the column and the trouble of an item that does not parse', () => {
    const problems = problemsOf({
      ...codec.encode(thing),
      Colour: 'blue',
      StartsOn: '2026-02-30',
      Parts: '[{"name":1}]',
    });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^Colour: /);
    expect(problems[1]).toMatch(/^StartsOn: /);
    expect(problems[2]).toMatch(/^Parts\.0\.name: /);
  });

  it('says of each wrong field what it is, for whoever mends it by hand', () => {
    const decoded = codec.decode({
      ...codec.encode(thing),
      Key: undefined,
      Title: 'x'.repeat(256),
      Size: 'big',
      Colour: 'blue',
      StartsOn: '2026-02-30',
      EndsOn: 7,
      At: 'yesterday',
      Parts: '[{"name":1}]',
    });
    expect('fields' in decoded && decoded.fields).toEqual([
      { column: 'Key', wrong: 'empty' },
      { column: 'Title', wrong: 'tooLong', hint: '255' },
      { column: 'Size', wrong: 'number' },
      { column: 'Colour', wrong: 'choice', hint: 'red, green' },
      { column: 'StartsOn', wrong: 'date' },
      { column: 'EndsOn', wrong: 'wrongType' },
      { column: 'At', wrong: 'moment' },
      { column: 'Parts', wrong: 'insideJson', hint: '0.name' },
    ]);
    const half = codec.decode({ ...codec.encode(thing), Size: undefined, StartsOn: undefined, Parts: '{' });
    expect('fields' in half && half.fields).toEqual([
      { column: 'Size', wrong: 'empty' },
      { column: 'StartsOn', wrong: 'empty' },
      { column: 'Parts', wrong: 'notJson' },
    ]);
  });

  it('reads nothing that it could not write back: a key of other characters, and too long a text', () => {
    const told = (fields: Record<string, unknown>) => {
      const decoded = codec.decode({ ...codec.encode(thing), ...fields });
      return 'fields' in decoded ? decoded.fields : [];
    };
    for (const Key of ["o'clock", 'a b', 'å', 'a/b', '50%'])
      expect(told({ Key })).toEqual([{ column: 'Key', wrong: 'keyCharacters' }]);
    expect(told({ Key: 'x'.repeat(256) })).toEqual([{ column: 'Key', wrong: 'tooLong', hint: '255' }]);
    expect(told({ Body: 'x'.repeat(60_000) })).toEqual([]);
    expect(told({ Body: 'x'.repeat(60_001) })).toEqual([{ column: 'Body', wrong: 'tooLong', hint: '60000' }]);
  });

  it('finds JSON that is none, a missing key and a missing required field', () => {
    expect(problemsOf({ ...codec.encode(thing), Parts: '{' })[0]).toMatch(/^Parts: /);
    expect(problemsOf({ ...codec.encode(thing), Key: undefined })).toEqual(['Key: empty']);
    expect(problemsOf({ ...codec.encode(thing), Size: undefined })[0]).toMatch(/^Size: /);
  });

  it.each([
    ['a long text over 60,000 characters', { body: 'x'.repeat(60_001) }, 'body', 60_000],
    ['a line over 255 characters', { title: 'x'.repeat(256) }, 'title', 255],
    ['JSON over 60,000 characters', { parts: [{ name: 'x'.repeat(60_000) }] }, 'parts', 60_000],
  ])('refuses %s and names the field', (_title, fields, field, limit) => {
    expect(() => codec.encode(fields)).toThrowError(
      expect.objectContaining({
        kind: 'invalid',
        code: 'sharepoint.tooLong',
        details: expect.objectContaining({ field, limit }) as unknown,
      }),
    );
  });

  it('refuses what it could not read back', () => {
    const wrong = { colour: 'blue' } as unknown as Partial<typeof thing>;
    expect(() => codec.encode(wrong)).toThrowError(
      expect.objectContaining({ kind: 'invalid', code: 'sharepoint.invalidField' }),
    );
    expect(() => codec.encode({ title: undefined } as unknown as Partial<typeof thing>)).toThrowError(/invalidField/);
  });

  it.each(["o'clock", 'a&b', 'a#b', 'a b', ''])('refuses the key "%s", which is risky in a filter', (key) => {
    expect(() => codec.encode({ key })).toThrowError(expect.objectContaining({ kind: 'invalid' }));
  });

  it('knows a record by content, whatever the order of members in JSON', () => {
    const decoded = codec.decode({ ...codec.encode(thing), Parts: '[{"size":1,"name":"a"}]' });
    expect('record' in decoded && codec.holds(decoded.record, { Parts: '[{"name":"a","size":1}]' })).toBe(true);
    expect('record' in decoded && codec.holds(decoded.record, { Parts: '[{"name":"b","size":1}]' })).toBe(false);
    expect('record' in decoded && codec.holds(decoded.record, { EndsOn: null })).toBe(true);
  });

  it('lays written fields over a record and clears the absent ones', () => {
    const before = { ...thing, endsOn: '2026-12-01' as LocalDate };
    const after = codec.overlay(before, ['EndsOn', 'Size'], { Size: 4 });
    expect(after).toEqual({ ...thing, size: 4 });
    expect('endsOn' in after).toBe(false);
  });
});
