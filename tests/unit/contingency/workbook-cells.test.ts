import { readSheet } from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { downtimesQuery } from '../../../api/contingency/downtime/downtime-contract.ts';
import { downtimesWorkbook } from '../../../api/contingency/downtime/downtimes-workbook.ts';
import { Downtimes } from '../../../api/contingency/index.ts';
import { overviewWorkbook } from '../../../api/contingency/overview/overview-workbook.ts';
import { plansContract } from '../../../api/contingency/plans/plan-contract.ts';
import { plansWorkbook } from '../../../api/contingency/plan-pages/workbooks.ts';
import type { Workbook } from '../../../api/files/workbook/index.ts';
import type { CentreId } from '../../../api/kernel/index.ts';
import { Centres, RoleAssignments } from '../../../api/organisation/index.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { the } from '../organisation/builders.ts';

const cellsUnder = async (head: string, book: Promise<Workbook>): Promise<string[]> => {
  const [heads = [], ...rows] = await readSheet(Buffer.from((await book).bytes));
  const at = heads.indexOf(head);
  return rows.flatMap((row) => (typeof row[at] === 'string' ? [row[at]] : []));
};

it('the centres of a cell can be told apart, though their names have commas', async () => {
  const { context } = await aSeededTown();
  const held = context.list(RoleAssignments).all();
  const ciso = the(context, held.find(({ role }) => role === 'ciso')?.personId ?? '');
  const centres = context.list(Centres).all();
  const [downtime] = context.list(Downtimes).all();
  const centreIds = centres.map(({ key }) => key as CentreId);
  await context.list(Downtimes).update(downtime?.key ?? '', () => ({ centreIds }));
  const titles = new Set(centres.map(({ title }) => title));
  expect([...titles].some((title) => title.includes(', '))).toBe(true);
  for (const cells of [
    await cellsUnder('Centre', overviewWorkbook(context, ciso, { sort: 'gaps', descending: false })),
    await cellsUnder(
      'Gælder for',
      plansWorkbook(context, ciso, plansContract['GET /api/contingency/plans.xlsx'].query.parse({})),
    ),
    await cellsUnder('Centre', downtimesWorkbook(context, ciso, downtimesQuery.parse({}))),
  ]) {
    const named = cells.flatMap((cell) => cell.split('; '));
    expect(named.filter((name) => !titles.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  }
});
