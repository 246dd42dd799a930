import { describe, expect, it } from 'vitest';
import { ClosedReceipts } from '../../../api/acknowledgements/index.ts';
import { NetworkMeetings } from '../../../api/annual-wheel/index.ts';
import { ClosedMonths } from '../../../api/history/index.ts';
import { RiskFigures } from '../../../api/risks/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';

const fieldsTold = (definition: Parameters<typeof codecOf>[0], fields: Record<string, unknown>, column: string) => {
  const decoded = codecOf(definition).decode({ Key: 'one', ...fields });
  return 'fields' in decoded ? decoded.fields.filter((one) => one.column === column) : [];
};

describe('a text that the program reads a day or a time out of', () => {
  it.each([
    { definition: ClosedMonths, column: 'Month', good: ['2026-11', '2026'], hint: '2026-11' },
    { definition: ClosedReceipts, column: 'Month', good: ['2026-11'], hint: '2026-11' },
    { definition: NetworkMeetings, column: 'StartsAt', good: ['09:30', '23:59'], hint: '09:30' },
  ])('is named with an example when it has another form: $column', ({ definition, column, good, hint }) => {
    const told = (value: string) => fieldsTold(definition, { [column]: value }, column);
    for (const value of good) expect(told(value)).toEqual([]);
    for (const value of ['vrøvl', '2026-13', '0001-01', '24:00', '9:30', '2026-11-24'])
      expect(told(value)).toEqual([{ column, wrong: 'form', hint }]);
  });

  it('is named when it is the key of a month', () => {
    const fields = { Title: '2026-11', Levels: '[]', ByCentre: '{}', FrozenAt: '2026-12-01T05:00:00.000Z' };
    expect(fieldsTold(RiskFigures, { ...fields, Key: '2026-11' }, 'Key')).toEqual([]);
    for (const Key of ['0', '1-omdoebt', '2026-13'])
      expect(fieldsTold(RiskFigures, { ...fields, Key }, 'Key')).toMatchObject([{ wrong: 'form', hint: '2026-11' }]);
  });
});
