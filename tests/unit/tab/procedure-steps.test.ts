import { describe, expect, it } from 'vitest';
import type { ProcedureRow } from '../../../api/procedures/contract.ts';
import { withNextStep } from '../../../tab/procedures/states.ts';
import { byMissing, pathOfCell } from '../../../tab/procedures/useProcedureCoverage.ts';

const today = '2026-11-24';
const aRow = (given: Partial<ProcedureRow>): ProcedureRow => ({
  ...{ key: 'k', versionKey: 'v', kind: 'procedure', title: 'Journaler', number: 1, state: 'valid' },
  ...{ area: { key: 'a', title: 'Adgang' }, ...given },
});

describe('withNextStep', () => {
  it('leaves alone what holds, and puts what is most in the way first', () => {
    const rows = [
      aRow({ key: 'valid', reviewOn: '2027-06-01' }),
      aRow({ key: 'retired', state: 'retired' }),
      aRow({ key: 'waiting', state: 'waiting' }),
      aRow({ key: 'soon', reviewOn: '2026-12-24' }),
      aRow({ key: 'draft', state: 'draft' }),
      aRow({ key: 'expired', state: 'expired', reviewOn: '2026-10-01' }),
      aRow({ key: 'coming', coming: 'returned' }),
    ];
    expect(withNextStep(rows, today).map(({ row, step }) => `${row.key}: ${step}`)).toEqual([
      'coming: returned',
      'expired: expired',
      'draft: draft',
      'soon: soon',
      'waiting: waiting',
    ]);
  });
});

describe('the matrix', () => {
  it('leads from a cell to what may be done, and nowhere when it may not be read', () => {
    const guideline = { key: 'g 1', title: 'Mail', area: 'Adgang', valid: 0, cells: [] };
    const cell = { centreId: 'c1', procedureKey: 'p' };
    expect(pathOfCell(guideline, { centreId: 'c1', state: 'missing', act: 'make' })).toBe(
      '/procedures/new?guideline=g%201&centre=c1',
    );
    expect(pathOfCell(guideline, { ...cell, state: 'expired', act: 'renew' })).toBe('/procedures/p?act=renew');
    expect(pathOfCell(guideline, { ...cell, state: 'valid', act: 'open' })).toBe('/procedures/p');
    expect(pathOfCell(guideline, { centreId: 'c1', state: 'valid', act: 'none' })).toBe(undefined);
  });

  it('orders centres by what is missing', () => {
    const centre = { title: '', percent: 0, coordinators: [] };
    const rows = [
      { ...centre, id: 'a', valid: 4, needed: 5 },
      { ...centre, id: 'b', valid: 1, needed: 5 },
    ];
    expect(byMissing(rows).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
