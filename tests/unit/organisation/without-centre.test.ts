import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { Centres, departmentClaims, employeesWithoutCentre, type Person } from '../../../api/organisation/index.ts';
import { organisationOf } from '../../../api/organisation/organisation-views.ts';
import { placeDepartment } from '../../../api/organisation/place-department.ts';
import { departmentsWithoutCentre, withoutCentreWorkbook } from '../../../api/organisation/without-centre.ts';
import { aCentre, aPerson, aTown, centre, day, refusal, settle, the } from './builders.ts';

const nobody: Partial<Person> = { centreId: undefined };

/** The town with a new department of two that no centre has, one person of a closed centre, and one in none. */
async function aNewDepartment() {
  const town = await aTown();
  await settle(town.context, {
    centres: [aCentre('lukket', { closed: true, position: 3 })],
    people: [
      aPerson('per', { title: 'Per', ...nobody, department: 'Nyt hus ' }),
      aPerson('ida', { title: 'Ida', ...nobody, department: 'nyt Hus' }),
      aPerson('eva', { title: 'Eva', centreId: centre('lukket'), department: 'lukket' }),
      aPerson('ole', { title: 'Ole', ...nobody }),
      aPerson('gone', { title: 'Gone', ...nobody, department: 'Nyt hus', leftOn: day('2026-11-01') }),
    ],
  });
  const place = (who: string, centreId: string, department = 'Nyt hus', from?: string) =>
    placeDepartment(town.context, the(town.context, who), {
      department,
      centreId: centre(centreId),
      ...(from === undefined ? {} : { from: centre(from) }),
    });
  const departmentsOf = (key: string) => town.context.list(Centres).get(key)?.departments;
  return { ...town, place, departmentsOf };
}

describe('employees whom no centre follows up', () => {
  it('are those without an open centre, by department, those without one last', async () => {
    const { context } = await aNewDepartment();
    expect(employeesWithoutCentre(context).map(({ key }) => key)).toEqual(['eva', 'ida', 'ole', 'per']);
    const { departments, centres } = departmentsWithoutCentre(context, the(context, 'ciso'));
    expect(departments.map(({ name, employees, people }) => [name, employees, people.map((one) => one.name)])).toEqual([
      ['nyt Hus', 2, ['Ida', 'Per']],
      ['lukket', 1, ['Eva']],
      [undefined, 1, ['Ole']],
    ]);
    expect(centres.map(({ id }) => id)).toEqual(['nord', 'syd']);
    expect(organisationOf(context, the(context, 'ciso')).withoutCentre).toBe(4);
  });

  it('are shown by twenty names of a department, and counted', async () => {
    const { context } = await aNewDepartment();
    const many = Array.from({ length: 30 }, (_, at) => aPerson(`many-${at}`, { ...nobody, department: 'Stort hus' }));
    await settle(context, { people: many });
    const [first] = departmentsWithoutCentre(context, the(context, 'team')).departments;
    expect([first?.name, first?.employees, first?.people.length]).toEqual(['Stort hus', 30, 20]);
  });
});

describe('placeDepartment', () => {
  it('gives the department to the centre as the directory spells it, once, and tells the trail', async () => {
    const { context, place, departmentsOf } = await aNewDepartment();
    await place('team', 'syd', ' NYT HUS');
    expect(departmentsOf('syd')).toEqual(['syd', 'nyt Hus']);
    await place('team', 'syd');
    expect(departmentsOf('syd')).toEqual(['syd', 'nyt Hus']);
    expect(departmentClaims(context).get('nyt hus')).toBe('syd');
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title, subjectKey, actorId }) => [title, subjectKey, actorId]),
    ).toEqual([['placeDepartment', 'syd', 'team']]);
    const [row] = departmentsWithoutCentre(context, the(context, 'ciso')).departments;
    expect(row?.centre).toEqual({ id: 'syd', title: 'Center for syd' });
  });

  it('moves it from the centre that the actor knows to have it, and from no other', async () => {
    const { place, departmentsOf } = await aNewDepartment();
    await place('ciso', 'syd');
    expect(await refusal(() => place('ciso', 'nord'))).toBe('organisation.departmentTaken');
    await place('ciso', 'nord', 'Nyt hus', 'syd');
    expect([departmentsOf('nord'), departmentsOf('syd')]).toEqual([['nord', 'nyt Hus'], ['syd']]);
    expect(await refusal(() => place('team', 'syd', 'Nyt hus', 'syd'))).toBe('organisation.departmentTaken');
    expect(departmentsOf('nord')).toEqual(['nord', 'nyt Hus']);
  });

  it('gives it to one of two centres when two choose at once', async () => {
    const { place, departmentsOf } = await aNewDepartment();
    const ended = await Promise.allSettled([place('ciso', 'nord'), place('team', 'syd')]);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect([departmentsOf('nord'), departmentsOf('syd')]).toEqual([['nord', 'nyt Hus'], ['syd']]);
  });

  it('needs an open centre, a department that somebody has, and the right to', async () => {
    const { place, departmentsOf } = await aNewDepartment();
    for (const where of ['lukket', 'none'])
      expect(await refusal(() => place('ciso', where))).toBe('organisation.noSuchCentre');
    for (const department of ['Findes ikke', ' '])
      expect(await refusal(() => place('ciso', 'nord', department))).toBe('organisation.noSuchDepartment');
    for (const who of ['board', 'management', 'committee', 'auditor', 'manager-nord', 'isk-nord', 'anne'])
      expect([who, await refusal(() => place(who, 'nord'))]).toEqual([who, 'organisation.mayNotPlace']);
    expect(departmentsOf('nord')).toEqual(['nord']);
  });
});

describe('withoutCentreWorkbook', () => {
  it('has every name, and of a search those whose department, centre or own name has it', async () => {
    const { context, place } = await aNewDepartment();
    await place('ciso', 'syd');
    const named = async (q?: string) => {
      const { bytes } = await withoutCentreWorkbook(context, the(context, 'ciso'), q === undefined ? {} : { q });
      const [sheet] = await readXlsxFile(Buffer.from(bytes));
      return sheet?.data.slice(1).map(([name]) => name);
    };
    expect(await named()).toEqual(['Eva', 'Ida', 'Ole', 'Per']);
    expect(await named('nyt hus')).toEqual(['Ida', 'Per']);
    expect(await named('for syd')).toEqual(['Ida', 'Per']);
    expect(await named('ole')).toEqual(['Ole']);
  });
});
