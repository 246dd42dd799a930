import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { aPerson } from './builders.ts';

const codec = codecOf(People);
const fields = codec.encode({ ...aPerson('anne'), absenceAt: '2026-11-24T08:00:00.000Z' as Instant });
const columns = ['EarlierFrom', 'EarlierTo'];

describe('a day of an earlier leave that somebody has mistyped in the list', () => {
  it.each(columns)('sets the person aside, with the field and why: %s', (column) => {
    for (const day of ['0001-01-01', '1899-12-31', '2100-01-01', '9999-12-31'])
      expect(codec.decode({ ...fields, [column]: day })).toMatchObject({ fields: [{ column, wrong: 'dateOutside' }] });
    for (const day of ['2026-2-30', 'i morgen'])
      expect(codec.decode({ ...fields, [column]: day })).toMatchObject({ fields: [{ column, wrong: 'date' }] });
  });

  it.each(columns)(
    'is none that was over when the later one was recorded, and none where it is empty: %s',
    (column) => {
      for (const day of ['1900-01-01', '2026-11-23', '2026-11-30', null, undefined])
        expect('record' in codec.decode({ ...fields, [column]: day })).toBe(true);
    },
  );

  it.each(columns)('is one that was not over, or has none after it: %s', (column) => {
    const wrong = { fields: [{ column, wrong: 'notBefore', hint: 'Absence at' }] };
    for (const day of ['2027-06-30', '2099-12-31'])
      expect(codec.decode({ ...fields, [column]: day })).toMatchObject(wrong);
    expect(codec.decode({ ...fields, AbsenceAt: null, [column]: '2026-11-01' })).toMatchObject(wrong);
  });
});
