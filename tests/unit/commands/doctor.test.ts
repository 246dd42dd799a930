import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUp } from '../../../teams-app/commands/doctor/check-up.ts';
import { credentialEnd } from '../../../teams-app/commands/doctor/credential-end.ts';
import type { Finding } from '../../../teams-app/commands/doctor/finding.ts';
import { doctor } from '../../../teams-app/commands/doctor.ts';
import { publicAddress, subscription } from '../../../teams-app/commands/doctor/outside.ts';
import { neededPermissions, permissionsIn, rolesOf } from '../../../teams-app/commands/doctor/permissions.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { runDeskAlone } from '../../../teams-app/commands/run-desk-alone.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { apps, siteId } from '../../../teams-app/emulator/municipality.ts';
import { connect } from '../../../teams-app/program/connect.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config = readConfig(
  { DATA_DIR: ':memory:', PEOPLE: '60', EMULATOR_PORT: '0', PORT: '0', LOG_LEVEL: 'silent' },
  deskValues,
);
if (config.microsoft365.kind !== 'desk') throw new Error('These tests stand on the desk.');
const deskSettings = config.microsoft365;
let desk: Desk;
beforeAll(async () => {
  desk = await runDeskAlone(config, quiet, false);
});
afterAll(() => desk.close());

const lookOver = async (changed: Partial<typeof config> = {}, where: Desk = desk): Promise<Finding[]> => {
  const shown: Finding[] = [];
  const found = await checkUp(
    { ...config, ...changed },
    { fetch: where.fetch, clock: where.clock, log: quiet },
    (one) => shown.push(one),
  );
  expect(shown).toEqual(found);
  return found;
};
const bad = (findings: readonly Finding[]) => findings.filter(({ state }) => state === 'bad');
/** A temporary change of the app by an administrator. */
async function whileAppHas<Result>(
  { permissions, role }: { permissions?: readonly string[]; role?: 'read' | 'write' | 'manage' | 'fullcontrol' | null },
  work: () => Promise<Result>,
): Promise<Result> {
  const { entra, sites } = desk.world ?? {};
  const { clientId, name } = apps.app;
  const grant = sites?.grants.of(clientId);
  if (permissions) entra?.setApp(clientId, { permissions });
  if (role === null && grant) sites?.grants.remove(grant.id);
  if (role) sites?.grants.put(clientId, name, role);
  return work().finally(() => {
    entra?.setApp(clientId, { permissions: apps.app.graphRoles });
    sites?.grants.put(clientId, name, 'write');
  });
}

describe('doctor', () => {
  it('finds nothing bad with exactly the documented permissions, and leaves nothing behind', async () => {
    const lists = desk.world?.sites.lists.all().length;
    const found = await lookOver();
    expect(bad(found)).toEqual([]);
    expect(found.map(({ what }) => what).join(' ')).toContain('The app may make no lists.');
    const cursors = desk.world?.sites.lists.find('Cursors');
    expect(cursors && desk.world?.sites.items.count(cursors)).toBe(0);
    expect(desk.world?.sites.lists.all()).toHaveLength(lists ?? 0);
  });

  it('ends well with exactly the documented permissions, and says what it could not compare', async () => {
    const lines: string[] = [];
    const running = { ...config, microsoft365: { ...deskSettings, emulatorUrl: desk.address } };
    expect(await doctor.run({ args: [], print: (line) => lines.push(line), config: async () => running })).toBe(0);
    expect(lines.filter((line) => line.startsWith('LOOK'))).toEqual([
      expect.stringContaining('The app signs in with a secret'),
      expect.stringContaining('The provisioning app signs in with a secret'),
      expect.stringContaining('takes AppCatalog.Read.All, which nothing else needs'),
    ]);
  });

  it.each(neededPermissions.map(({ permission }) => permission))(
    'without %s finds that alone, with the right advice',
    async (taken) => {
      const kept = neededPermissions.map(({ permission }) => permission).filter((one) => one !== taken);
      const found = bad(await whileAppHas({ permissions: kept }, () => lookOver()));
      expect(found.map(({ what }) => what)).toEqual([expect.stringContaining(`The permission ${taken} is missing`)]);
      expect(found[0]?.todo).toContain('Privileged Role Administrator');
    },
  );

  it('says that an app has no grant on the site, and what to do', async () => {
    const [found, ...more] = bad(await whileAppHas({ role: null }, () => lookOver()));
    expect(found?.what).toContain(`The app ${config.app.clientId} may not read the SharePoint site`);
    expect(found?.todo).toContain('Grant-PnPEntraIDAppSitePermission');
    expect(more).toEqual([]);
  });

  it('says that an app may read and make no items', async () => {
    const found = bad(await whileAppHas({ role: 'read' }, () => lookOver()));
    expect(found.map(({ what }) => what)).toEqual([expect.stringContaining('not make items: SharePoint answers 403')]);
  });

  it.each(['manage', 'fullcontrol'] as const)('says that an app with the role %s may make lists', async (role) => {
    const before = desk.world?.sites.lists.all().length;
    const found = await whileAppHas({ role }, () => lookOver());
    expect(found.find(({ what }) => what.includes('may make lists'))).toMatchObject({ state: 'look' });
    expect(desk.world?.sites.lists.all()).toHaveLength(before ?? 0);
  });

  it('says that the provisioning app may make no lists', async () => {
    const found = bad(await lookOver({ provisioning: config.app }));
    expect(found.map(({ what }) => what)).toEqual(['The provisioning app may make no lists on the site.']);
  });

  it('says that Entra refuses the credential', async () => {
    const app = { clientId: config.app.clientId, credential: { secret: 'wrong' } };
    const [found] = bad(await lookOver({ app }));
    expect(found?.what).toBe(`The secret of the app ${app.clientId} is wrong. (AADSTS7000215)`);
    expect(found?.todo).toContain('APP_SECRET');
  });

  it('says that lists are missing', async () => {
    const empty = await startDesk(config);
    expect(bad(await lookOver({}, empty)).map(({ todo }) => todo)).toContain('Run npm run isms -- provision.');
    await empty.close();
  });

  it('says of a list and a column that were there what brings them back, and not to make them', async () => {
    const damaged = await runDeskAlone(config, quiet, false);
    const lists = damaged.world?.sites.lists;
    const removeColumn = async (list: string, column: string) =>
      fetch(`${damaged.address}/emulator/lists/${list}/columns/${column}`, { method: 'DELETE' });
    await fetch(`${damaged.address}/emulator/lists/Risks`, { method: 'DELETE' });
    await removeColumn('People', 'LeftOn');
    expect(lists?.find('Risks')).toBeUndefined();
    const found = bad(await lookOver({}, damaged));
    expect(found.map(({ what }) => what)).toEqual([
      'Columns of People were deleted, and their values with them: LeftOn.',
      'Risks was there and is gone; what depends on it rests.',
    ]);
    expect(found[1]?.todo).toContain('Recycle bin → restore');
    for (const { todo } of found) expect(todo).not.toMatch(/provision\.$/);
    await damaged.close();
  });

  it('says that the clock of the machine is wrong, and by how much', async () => {
    const clock = { now: () => new Date(desk.clock.now().getTime() - 600_000) };
    const found = await checkUp(config, { fetch: desk.fetch, clock, log: quiet }, () => undefined);
    expect(bad(found).map(({ what }) => what)).toEqual([
      expect.stringMatching(/^The clock of this machine is (600|601|599) seconds behind Microsoft's\.$/),
    ]);
  });

  it('says that Teams does not know the bot', async () => {
    const found = bad(await lookOver({ app: deskValues.provisioning }));
    expect(found.find(({ what }) => what === 'Teams does not know the bot.')?.todo).toContain('part azure');
  });

  it('says of the public address what keeps people from it', async () => {
    const answer = (health: Response, door = 401) =>
      publicAddress('https://isms.example.dk', async (url) =>
        url.endsWith('/api/health') ? health : new Response(null, { status: door }),
      );
    const well = () => Response.json({ status: 'ok' });
    expect(bad(await answer(well()))).toEqual([]);
    expect((await answer(well(), 302))[1]).toMatchObject({
      state: 'bad',
      what: expect.stringContaining('302') as string,
    });
    expect((await answer(new Response(null, { status: 302 })))[0]?.what).toContain('redirected');
    expect((await answer(new Response('<html>')))[0]?.what).toContain('something else answers there');
    const gone = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('certificate has expired') }));
    expect((await publicAddress('https://isms.example.dk', gone))[0]?.what).toContain('certificate has expired');
  });

  it('makes a subscription and removes it, and says how changes are seen without', async () => {
    const door = createServer((request, response) => {
      const token = new URL(request.url ?? '/', 'http://door').searchParams.get('validationToken');
      response.writeHead(200, { 'content-type': 'text/plain' }).end(token);
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const address = door.address();
    const { graph } = connect(config, config.app, { ...desk, log: quiet });
    const look = (baseUrl: string) => subscription({ graph, siteId, baseUrl, secret: 'x' });
    const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    expect(await look(baseUrl)).toMatchObject([{ state: 'good' }]);
    expect(await graph.get('/subscriptions')).toMatchObject({ value: [] });
    expect(await look('https://isms.example.dk')).toMatchObject([
      { state: 'look', todo: expect.stringContaining('in turn') as string },
    ]);
    desk.world?.faults.put({ graph: { subscriptionsRefused: true } });
    expect((await look(baseUrl))[0]?.what).toContain('may not subscribe');
    desk.world?.faults.put({ graph: { subscriptionsRefused: false } });
    door.close();
  });

  it('says which id the app has in the catalog, once it may read that', async () => {
    const permissions = [...neededPermissions.map(({ permission }) => permission), 'AppCatalog.Read.All'];
    const none = '00000000-0000-4000-8000-000000000000';
    await whileAppHas({ permissions }, async () => {
      expect(bad(await lookOver({ catalogAppId: none }))[0]?.what).toContain(config.catalogAppId);
      expect(bad(await lookOver({ manifestId: none }))[0]?.what).toContain('not in the Teams catalog');
      expect((await lookOver()).map(({ what }) => what)).toContain('The app is in the Teams catalog.');
    });
  });

  it('lists the settings that are missing', async () => {
    const lines: string[] = [];
    const code = await doctor.run({
      args: [],
      print: (line) => lines.push(line),
      config: async () => readConfig({ NODE_ENV: 'production' }),
    });
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('TENANT_ID is missing');
  });
});

describe('credentialEnd', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  const ending = (expiresAt?: string) =>
    credentialEnd(
      'app',
      {
        clientId: 'x',
        credential: { certificate: { thumbprintSha256: 'x', privateKeyPem: 'x', ...(expiresAt ? { expiresAt } : {}) } },
      },
      now,
    ).state;
  it.each([
    ['2027-11-24T10:00:00Z', 'good'],
    ['2026-12-10T10:00:00Z', 'look'],
    ['2026-11-20T10:00:00Z', 'bad'],
    [undefined, 'look'],
  ])('judges a certificate until %s as %s', (until, state) => expect(ending(until)).toBe(state));
});

describe('the documented permissions', () => {
  it('are those of the app on the desk, exactly', () => {
    expect([...apps.app.graphRoles].toSorted()).toEqual(
      neededPermissions.map(({ permission }) => permission).toSorted(),
    );
  });
});

describe('permissionsIn', () => {
  it('names what is missing and what is too much', () => {
    const { missing, tooWide } = permissionsIn(['Sites.Selected', 'Sites.FullControl.All', 'User.Read.All']);
    expect(missing.map(({ permission }) => permission)).toEqual([
      'GroupMember.Read.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
    ]);
    expect(tooWide).toEqual(['Sites.FullControl.All']);
  });

  it('reads no roles from what is no token', () => {
    expect(rolesOf('nonsense')).toEqual([]);
    expect(rolesOf(`a.${Buffer.from('{"roles":["x",3]}').toString('base64url')}.b`)).toEqual(['x']);
  });
});

describe('the end of a certificate', () => {
  const certificate = { thumbprintSha256: 'aa', privateKeyPem: '', expiresAt: '2026-11-29T22:59:59.000Z' };
  const app = { clientId: 'a', credential: { certificate } };

  it.each([
    ['2026-10-29T22:00:00.000Z', 'good', 'valid until 2026-11-29'],
    ['2026-10-30T23:00:00.000Z', 'look', 'ends in 29 days'],
    ['2026-11-22T09:00:00.000Z', 'look', 'ends in 7 days'],
    ['2026-11-28T09:00:00.000Z', 'look', 'ends in 1 day,'],
    ['2026-11-29T09:00:00.000Z', 'look', 'ends within a day'],
    ['2026-11-29T23:00:00.000Z', 'bad', 'ended on 2026-11-29'],
  ])('is told at %s as %s: %s', (now, verdict, words) => {
    const finding = credentialEnd('app', app, new Date(now));
    expect(JSON.stringify(finding)).toContain(words);
    expect(JSON.stringify(finding)).toContain(verdict);
    if (verdict !== 'good') expect(JSON.stringify(finding)).toContain('start the program again');
  });
});
