import { describe, expect, it } from 'vitest';
import { People } from '../../../api/organisation/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { aPerson } from './builders.ts';

const codec = codecOf(People);
const fields = codec.encode(aPerson('anne'));
const columns = ['EarlierFrom', 'EarlierTo'];

describe('a day of an earlier leave that somebody has mistyped in the list', () => {
  it.each(columns)('sets the person aside, with the field and why: %s', (column) => {
    for (const day of ['0001-01-01', '1999-12-31', '2100-01-01', '9999-12-31'])
      expect(codec.decode({ ...fields, [column]: day })).toMatchObject({ fields: [{ column, wrong: 'dateOutside' }] });
    for (const day of ['2026-2-30', 'i morgen'])
      expect(codec.decode({ ...fields, [column]: day })).toMatchObject({ fields: [{ column, wrong: 'date' }] });
  });

  it.each(columns)('is none of 2000 to 2099, and none where it is empty: %s', (column) => {
    for (const day of ['2000-01-01', '2026-11-30', '2099-12-31', null, undefined])
      expect('record' in codec.decode({ ...fields, [column]: day })).toBe(true);
  });
});
