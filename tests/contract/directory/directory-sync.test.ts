import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createDirectory,
  DirectoryState,
  type Directory,
  type DirectorySettings,
} from '../../../api/directory/index.ts';
import type { Context } from '../../../api/context.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { Centres, People, RoleGroups } from '../../../api/organisation/index.ts';
import type { Lists } from '../../../api/sharepoint/index.ts';
import type { Answers } from '../../../teams-app/questions/index.ts';
import { tenants } from '../../support/turned-answers.ts';
import { listsOnADesk, silent, type ListsOnADesk } from '../lists/on-a-desk.ts';

const definitions = [People, Centres, RoleGroups, DirectoryState];
const settings: DirectorySettings = { centreAttribute: 'department', employeeRule: 'department' };

let desk: ListsOnADesk;
let lists: Lists;
let context: Pick<Context, 'list' | 'clock' | 'log'>;
let directory: Directory;
const today = '2026-11-24';
const world = () => desk.emulator.world.directory;
const person = (id: string) => lists.handle(People).get(id);
const writes = () => desk.sent.filter(({ method, url }) => method !== 'GET' && url.includes('/lists/'));

async function begin(answers: Partial<Answers> = {}) {
  desk = await listsOnADesk(definitions, answers);
  lists = await desk.instance(definitions);
  context = {
    list: (definition) => lists.handle(definition),
    clock: { now: () => new Date(`${today}T09:00:00Z`) },
    log: silent,
  };
  const centres = lists.handle(Centres);
  await centres.create({ key: 'care', title: 'Pleje', departments: ['Pleje'], position: 1, closed: false });
  await centres.create({ key: 'school', title: 'Skole', departments: ['Skole'], position: 2, closed: false });
  directory = createDirectory(context, desk.graph, settings);
}
const employee = (displayName: string, more: Partial<Parameters<ReturnType<typeof world>['addUser']>[0]> = {}) =>
  world().addUser({ displayName, department: 'Pleje', teamsLicence: true, ...more });

describe.each(tenants)('directory sync with the SharePoint %s', (_whose, answers) => {
  beforeAll(() => begin(answers));
  afterAll(() => desk.close());
  beforeEach(() => void desk.sent.splice(0));

  it('takes in everybody who is employed, with manager, hire date and centre', async () => {
    const boss = employee('Bente Chef', { jobTitle: 'Centerchef' });
    const anna = employee('Anna Holm', {
      managerId: boss.id,
      employeeHireDate: '2026-12-01T00:00:00Z',
      preferredLanguage: 'en-GB',
      teamsLicence: false,
    });
    world().addUser({ displayName: 'Gæst', department: 'Pleje', userType: 'Guest' });
    world().addUser({ displayName: 'Mødelokale 3' });
    world().addUser({ displayName: 'Lukket', department: 'Pleje', accountEnabled: false });
    expect(await directory.sync()).toEqual({ newcomers: 2, changed: 0, left: 0, whole: true });
    expect(lists.handle(People).all()).toHaveLength(2);
    expect(person(anna.id)).toMatchObject({
      ...{ title: 'Anna Holm', centreId: 'care', managerId: boss.id, hiredOn: '2026-12-01' },
      ...{ language: 'en', teams: false },
    });
    expect(person(boss.id)).toMatchObject({ jobTitle: 'Centerchef', teams: true, language: 'da' });
  });

  it('writes only how far it came when nothing happened', async () => {
    expect(await directory.sync()).toEqual({ newcomers: 0, changed: 0, left: 0, whole: false });
    expect(writes().map(({ method }) => method)).toEqual(['PATCH']);
    expect(directory.status()).toMatchObject({ latest: { whole: false } });
  });

  it('goes on from the saved link after a restart', async () => {
    const again = createDirectory(context, desk.graph, settings);
    employee('Carl Ny');
    expect(await again.sync()).toMatchObject({ newcomers: 1, whole: false });
  });

  it('follows moves, new names and leavers', async () => {
    const [mover, leaver, removed] = ['Dorte', 'Erik', 'Freja'].map((name) => employee(name));
    if (!mover || !leaver || !removed) throw new Error('nobody');
    await directory.sync();
    world().updateUser(mover.id, { department: 'Skole', displayName: 'Dorte Ny', jobTitle: null });
    world().updateUser(leaver.id, { accountEnabled: false });
    world().removeUser(removed.id);
    expect(await directory.sync()).toEqual({ newcomers: 0, changed: 1, left: 2, whole: false });
    expect(person(mover.id)).toMatchObject({
      title: 'Dorte Ny',
      centreId: 'school',
      movedFrom: 'care',
      movedOn: today,
    });
    expect(person(leaver.id)).toMatchObject({ leftOn: today });
    expect(person(removed.id)).toMatchObject({ leftOn: today, title: 'Freja' });
    world().updateUser(leaver.id, { accountEnabled: true });
    await directory.sync();
    expect(person(leaver.id)?.leftOn).toBeUndefined();
  });

  it('reads the number to call, follows it by delta, and takes it away with the last phone', async () => {
    const phones = { mobilePhone: '20 11 22 33', businessPhones: ['43 57 00 00', '43 57 00 01'] };
    const [mobile, office, nothing] = [
      employee('Mona Mobil', phones),
      employee('Kim Kontor', { businessPhones: ['43 57 00 00'] }),
      employee('Nils Nul'),
    ];
    await directory.sync();
    expect([mobile, office, nothing].map(({ id }) => person(id)?.phone)).toEqual([
      ...['20 11 22 33', '43 57 00 00', undefined],
    ]);
    world().updateUser(mobile.id, { mobilePhone: '20 99 88 77' });
    world().updateUser(nothing.id, { mobilePhone: '20 10 10 10' });
    expect(await directory.sync()).toMatchObject({ changed: 2, whole: false });
    expect([mobile, nothing].map(({ id }) => person(id)?.phone)).toEqual(['20 99 88 77', '20 10 10 10']);
    world().updateUser(mobile.id, { mobilePhone: null });
    await directory.sync();
    expect(person(mobile.id)?.phone).toBe('43 57 00 00');
    world().updateUser(mobile.id, { businessPhones: [] });
    world().updateUser(office.id, { jobTitle: 'Leder' });
    expect(await directory.sync()).toMatchObject({ changed: 2 });
    expect(person(mobile.id)).not.toHaveProperty('phone');
    expect(person(office.id)).toMatchObject({ phone: '43 57 00 00', jobTitle: 'Leder' });
  });

  it('reads both phones when a delta tells of the one that does not decide', async () => {
    const phones = { mobilePhone: '20 55 55 55', businessPhones: ['43 57 11 11'] };
    const [inge, jan] = [employee('Inge', phones), employee('Jan', phones)];
    await directory.sync();
    world().updateUser(inge.id, { businessPhones: ['43 57 22 22'] });
    world().updateUser(jan.id, { mobilePhone: null });
    const minimal = { ...desk.graph };
    minimal.pages = (address, options) =>
      desk.graph.pages(address, { ...options, headers: { ...options?.headers, Prefer: 'return=minimal' } });
    await createDirectory(context, minimal, settings).sync();
    expect(person(inge.id)?.phone).toBe('20 55 55 55');
    expect(person(jan.id)?.phone).toBe('43 57 11 11');
  });

  it('reads everything once when the link was made before phones were read', async () => {
    const old = employee('Olga', { mobilePhone: '20 77 77 77' });
    await directory.sync();
    await lists.handle(People).update(old.id, () => ({ phone: undefined }));
    await lists.handle(DirectoryState).update('users', () => ({ title: 'Users by department, department' }));
    expect(await directory.sync()).toMatchObject({ whole: true, changed: 1 });
    expect(person(old.id)?.phone).toBe('20 77 77 77');
    expect(await directory.sync()).toMatchObject({ whole: false });
  });

  it('takes in an account that becomes an employee later', async () => {
    const later = world().addUser({ displayName: 'Gustav', department: 'Skole', accountEnabled: false });
    await directory.sync();
    expect(person(later.id)).toBeUndefined();
    world().updateUser(later.id, { accountEnabled: true });
    expect(await directory.sync()).toMatchObject({ newcomers: 1 });
    expect(person(later.id)).toMatchObject({ title: 'Gustav', centreId: 'school' });
  });

  it('reads everything when the link is too old, and marks who went meanwhile', async () => {
    const gone = employee('Hanne');
    await directory.sync();
    world().removeUser(gone.id, true);
    desk.emulator.world.faults.put({ graph: { delta410: { next: 1 } } });
    expect(await directory.sync()).toEqual({ newcomers: 0, changed: 0, left: 1, whole: true });
    expect(person(gone.id)?.leftOn).toBe(today);
  });

  it('places people whose department a centre takes over', async () => {
    const ida = employee('Ida', { department: 'Nyt hus' });
    await directory.sync();
    expect(person(ida.id)?.centreId).toBeUndefined();
    await lists.handle(Centres).update('school', ({ departments }) => ({ departments: [...departments, 'Nyt hus'] }));
    expect(await directory.sync()).toMatchObject({ changed: 1, whole: false });
    expect(person(ida.id)).toMatchObject({ centreId: 'school' });
  });

  it('runs once when asked several times at once', async () => {
    const reports = await Promise.all([directory.sync(), directory.sync(), directory.sync()]);
    expect(new Set(reports).size).toBe(1);
  });

  it('gives roles to members of mapped groups, groups within groups included', async () => {
    const [jens, karin] = [employee('Jens'), employee('Karin')];
    const outer = world().addGroup({ displayName: 'ISK Pleje' });
    const inner = world().addGroup({ displayName: 'ISK Pleje, aften' });
    world().addMember(outer.id, jens.id);
    world().addMember(outer.id, inner.id);
    world().addMember(inner.id, karin.id);
    const groups = lists.handle(RoleGroups);
    await groups.create({
      key: 'g-1',
      title: 'ISK Pleje',
      groupId: outer.id,
      role: 'coordinator',
      centreId: 'care' as never,
    });
    await groups.create({ key: 'g-2', title: 'Team', groupId: inner.id, role: 'securityTeam' });
    await groups.create({ key: 'g-3', title: 'Væk', groupId: '00000000-0000-4000-8000-000000000000', role: 'auditor' });
    await directory.sync();
    expect(directory.groupRoles(jens.id as PersonId)).toEqual([{ role: 'coordinator', centreId: 'care' }]);
    expect(directory.status().unread).toEqual({ role: ['00000000-0000-4000-8000-000000000000'], course: [] });
    expect(directory.groupRoles(karin.id as PersonId)).toEqual([
      { role: 'coordinator', centreId: 'care' },
      { role: 'securityTeam' },
    ]);
    world().removeMember(outer.id, jens.id);
    await directory.sync();
    expect(directory.groupRoles(jens.id as PersonId)).toEqual([]);
  });

  it('reads the members of groups that others name, and keeps those of a group that is gone', async () => {
    const [lis, ole] = [employee('Lis'), employee('Ole')];
    const outer = world().addGroup({ displayName: 'Behandler persondata' });
    const inner = world().addGroup({ displayName: 'Behandler persondata, aften' });
    world().addMember(outer.id, lis.id);
    world().addMember(outer.id, inner.id);
    world().addMember(inner.id, ole.id);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const unread: unknown[] = [];
    const warn = (fields: Readonly<Record<string, unknown>>, text: string) =>
      void (text.includes('course round') && unread.push(fields.groupId));
    const graph = { ...desk.graph };
    const asking = createDirectory({ ...context, log: { ...silent, warn } }, graph, settings, () => [
      outer.id,
      nowhere,
    ]);
    expect(asking.groupMembers(outer.id)).toBeUndefined();
    await asking.loadGroups();
    const members = asking.groupMembers(outer.id);
    expect([...(members ?? [])].sort()).toEqual([lis.id, ole.id].sort());
    expect(asking.groupMembers(nowhere)).toBeUndefined();
    expect(unread).toEqual([nowhere]);
    expect(asking.status().unread?.course).toEqual([nowhere]);
    expect(writes()).toEqual([]);

    await asking.sync();
    expect(asking.groupMembers(outer.id)).toBe(members);
    world().removeMember(inner.id, ole.id);
    await asking.sync();
    expect([...(asking.groupMembers(outer.id) ?? [])]).toEqual([lis.id]);
    graph.pages = (address, options) => desk.graph.pages(address.replace(outer.id, nowhere), options);
    unread.splice(0);
    await asking.sync();
    expect(unread).toEqual([outer.id, nowhere]);
    expect(asking.status().unread?.course).toEqual([outer.id, nowhere]);
    expect([...(asking.groupMembers(outer.id) ?? [])]).toEqual([lis.id]);
  });
});

describe('directory sync that is interrupted', () => {
  beforeAll(() => begin());
  afterAll(() => desk.close());

  it('goes on where it stopped, writing nobody twice', async () => {
    for (let count = 0; count < 60; count += 1) employee(`Person ${count}`);
    let creates = 0;
    const people = lists.handle(People);
    const stumbling: typeof context = {
      ...context,
      list: (definition) => {
        const handle = lists.handle(definition);
        if (definition.name !== 'People') return handle;
        return {
          ...handle,
          get version() {
            return handle.version;
          },
          create: (record, lane) => {
            creates += 1;
            return creates > 25 ? Promise.reject(new Error('killed')) : handle.create(record, lane);
          },
        };
      },
    };
    await expect(createDirectory(stumbling, desk.graph, settings).sync()).rejects.toThrow();
    const written = people.all().length;
    expect(written).toBe(25);
    expect(await createDirectory(context, desk.graph, settings).sync()).toMatchObject({ newcomers: 35, whole: true });
    expect(people.all()).toHaveLength(60);
  });

  it('does not believe a directory that suddenly shows nearly nobody', async () => {
    for (const { id } of world().users().slice(10)) world().removeUser(id, true);
    desk.emulator.world.faults.put({ graph: { delta410: { next: 1 } } });
    const other = createDirectory(context, desk.graph, settings);
    await expect(other.sync()).rejects.toMatchObject({ kind: 'conflict', code: 'directory.tooManyGone' });
    expect(other.status()).toMatchObject({ problem: 'directory.tooManyGone' });
    expect(
      lists
        .handle(People)
        .all()
        .every(({ leftOn }) => leftOn === undefined),
    ).toBe(true);
  });
});
