import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkUp, credentialEnd, type Finding } from '../../../teams-app/commands/doctor/check-up.ts';
import { doctor } from '../../../teams-app/commands/doctor.ts';
import { permissionsIn, rolesOf } from '../../../teams-app/commands/doctor/permissions.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/desk/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { runDeskAlone } from '../../../teams-app/desk/run-alone.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { apps } from '../../../teams-app/emulator/municipality.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config = readConfig(
  { DATA_DIR: ':memory:', PEOPLE: '60', EMULATOR_PORT: '0', PORT: '0', LOG_LEVEL: 'silent' },
  deskValues,
);
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
const registration = (app: { clientId: string; secret: string }) => ({
  clientId: app.clientId,
  credential: { secret: app.secret },
});

describe('doctor', () => {
  it('finds nothing bad on a desk that is in order, and leaves nothing behind', async () => {
    expect(bad(await lookOver())).toEqual([]);
    const cursors = desk.world?.sites.lists.find('Cursors');
    expect(cursors && desk.world?.sites.items.count(cursors)).toBe(0);
  });

  it('says that an app has no grant on the site, and what to do', async () => {
    const found = bad(await lookOver({ app: registration(apps.weak) }));
    expect(found.map(({ what }) => what).join(' ')).toContain('sharepoint.noAccess');
    expect(found.find(({ what }) => what.includes('noAccess'))?.todo).toContain('docs/permissions.md');
    expect(found.map(({ what }) => what).join(' ')).toContain('User.Read.All is missing');
  });

  it('says that Entra refuses the credential', async () => {
    const app = { clientId: config.app.clientId, credential: { secret: 'wrong' } };
    expect(bad(await lookOver({ app })).some(({ todo }) => todo?.includes('certificate'))).toBe(true);
  });

  it('says that lists are missing', async () => {
    const empty = await startDesk(config);
    expect(bad(await lookOver({}, empty)).map(({ todo }) => todo)).toContain('Run npm run isms -- provision.');
    await empty.close();
  });

  it('says which id the app has in the catalog', async () => {
    const [found] = bad(await lookOver({ catalogAppId: '00000000-0000-4000-8000-000000000000' }));
    expect(found?.what).toContain(config.catalogAppId);
    expect(bad(await lookOver({ manifestId: '00000000-0000-4000-8000-000000000000' }))[0]?.what).toContain(
      'not in the Teams catalog',
    );
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
