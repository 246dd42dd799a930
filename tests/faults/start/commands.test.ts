import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import {
  apps,
  catalogAppId,
  manifestId,
  siteHost,
  sitePath,
  tenantId,
} from '../../../teams-app/emulator/municipality.ts';
import { cisoGroup } from '../../../teams-app/seed/index.ts';
import { runToEnd, type ToEnd } from '../../support/run-to-end.ts';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk(readConfig({ DATA_DIR: ':memory:', PORT: '0' }, deskValues));
  desk.world?.directory.addGroup(cisoGroup);
});
afterEach(() => void fails(0));
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

const site = { SITE_HOST: siteHost, SITE_PATH: sitePath };
const app = { APP_ID: apps.app.clientId, APP_SECRET: apps.app.secret };
const provisioning = { PROVISIONING_APP_ID: apps.provisioning.clientId, PROVISIONING_SECRET: apps.provisioning.secret };
const isms = (given: string, env: Record<string, string>, options: Partial<ToEnd> = {}) =>
  runToEnd(
    { file: 'isms', args: given.split(' '), folder, ...options },
    { A_DESK: desk.address, TENANT_ID: tenantId, ...env },
  );
const fails = (rate: number, retryAfterSeconds = 1) =>
  desk.world?.faults.put({ graph: { random: { rate, statuses: [503], retryAfterSeconds } } });

describe('a command on a real tenant uses the settings it needs, and no other', () => {
  it('provision makes the lists where the provisioning app alone is known', async () => {
    const ended = await isms('provision', { ...site, ...provisioning });
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.out).toContain(`as app ${apps.provisioning.clientId}.`);
    expect(ended.out).toContain('All lists are as declared.');
  });

  it.each([`map-group ${cisoGroup.id} ciso`, 'export-lists lists', 'history', 'backup all'])(
    '%s needs neither address nor catalog id',
    async (command) => {
      expect(await isms(command, { ...site, ...app })).toMatchObject({ code: 0, errors: '' });
    },
  );

  it.each([
    { of: 'provision', env: app, lacks: ['PROVISIONING_APP_ID', 'SITE_HOST'] },
    { of: 'backup elsewhere', env: provisioning, lacks: ['APP_ID', 'SITE_HOST'] },
    { of: 'restore all', env: { ...site, ...app }, lacks: ['PROVISIONING_APP_ID'] },
    { of: 'history', env: { ...site, APP_ID: app.APP_ID }, lacks: ['APP_SECRET'] },
  ])('$of says all that it lacks, and nothing else', async ({ of, env, lacks }) => {
    const { code, errors } = await isms(of, env);
    expect(code).toBe(1);
    expect(errors).toMatch(/^The command lacks settings:\n/);
    for (const name of lacks) expect(errors).toContain(name);
    expect(errors.match(/^  - /gm)).toHaveLength(lacks.length);
    expect(errors).not.toMatch(/CATALOG_APP_ID|PUBLIC_URL|^\s+at /m);
  });

  it('doctor checks all it can without CATALOG_APP_ID and PUBLIC_URL, and says that they are missing', async () => {
    const { code, out } = await isms('doctor', { ...site, ...app, ...provisioning });
    expect(code).toBe(1);
    expect(out.match(/^BAD .+$/gm)).toEqual([
      expect.stringContaining('PUBLIC_URL is missing'),
      expect.stringContaining('CATALOG_APP_ID is missing'),
    ]);
    for (const line of [
      'The bot gets its token',
      'All lists and libraries are as declared',
      'The app reads people in Entra',
    ])
      expect(out).toContain(line);
    expect(out).toContain('The provisioning app makes lists on the SharePoint site.');
  });

  it('doctor tells the id that the catalog gave, where it may read that', async () => {
    const { graphRoles, clientId } = apps.app;
    desk.world?.entra.setApp(clientId, { permissions: [...graphRoles, 'AppCatalog.Read.All'] });
    const { out } = await isms('doctor', { ...site, ...app, MANIFEST_ID: manifestId });
    desk.world?.entra.setApp(clientId, { permissions: graphRoles });
    expect(out).toContain(`Set CATALOG_APP_ID to ${catalogAppId}.`);
  });

  it.each([
    { without: 'a site', env: app, sees: 'The app reads people in Entra', lacks: 'SITE_HOST' },
    {
      without: 'the app',
      env: { ...site, ...provisioning },
      sees: 'The provisioning app makes lists',
      lacks: 'APP_ID',
    },
    {
      without: 'a credential of the provisioning app',
      env: { ...site, ...app, PROVISIONING_APP_ID: apps.provisioning.clientId },
      sees: 'All lists and libraries are as declared',
      lacks: 'PROVISIONING_SECRET',
    },
  ])('doctor looks at the rest without $without', async ({ env, sees, lacks }) => {
    const { code, out } = await isms('doctor', env);
    expect(code).toBe(1);
    expect(out).toContain(sees);
    expect(out).toMatch(new RegExp(`^BAD .*${lacks}`, 'm'));
  });
});

describe('a command that was given something wrong says what, and what to do', () => {
  const env = { ...site, ...app };
  const file = join(folder, 'a-file');
  beforeAll(() => writeFileSync(file, 'x'));

  it.each([
    {
      command: 'map-group 11111111-1111-4111-8111-111111111111 ciso',
      says: /^Entra has no group 11111111-1111-4111-8111-111111111111\. .*Object ID/,
    },
    { command: 'person-data nobody', says: /^There is nobody with that ID\.\n→ / },
    { command: 'figures 2026-13', says: /frozen.*\n→ /i },
    { command: 'history AuditEntries 2026-13', says: /^2026-13 is no month/ },
    { command: 'history AuditEntries 2026-03', says: /^No items of AuditEntries are in a file of 2026-03/ },
    { command: 'history --since 2026', says: /^Unknown option '--since'\.\n→ npm run isms -- history / },
    { command: `backup ${file}`, says: /a-file\S* is not a folder.*\n→ / },
    { command: `export-lists ${file}`, says: /a-file\S* is not a folder.*\n→ / },
    { command: 'import-centres nowhere.csv', says: /nowhere\.csv is not there\.\n→ / },
  ])('$command', async ({ command, says }) => {
    const { code, errors } = await isms(command, { ...env, LOG_LEVEL: 'silent' });
    expect(errors).toMatch(says);
    expect(errors).not.toMatch(/unforeseen|^\s+at /m);
    expect(code).toBe(1);
  });

  it('map-group tells that a group has no members', async () => {
    const { code, out } = await isms(`map-group ${cisoGroup.id} ciso`, env);
    expect(out).toContain('LOOK: the group has no members');
    expect(code).toBe(0);
  });
});

describe('a command while Microsoft 365 does not answer', () => {
  const env = { ...site, ...app, ...provisioning };
  it.each(['provision', 'backup again'])('%s says that it waits, and goes on when it passes', async (command) => {
    fails(1, 9);
    const waits = /does not answer \(503\)\. The command waits \d+ s/;
    const { errors } = await isms(command, env, { onErrors: (said) => void (waits.test(said) && fails(0)) });
    expect(errors).toMatch(waits);
    // The obstacle then is no outage.
    expect(errors.split('\n').at(-2) ?? '').not.toMatch(/does not answer \(503\)\.$/);
  });

  it.each(['provision', 'history'])(
    '%s gives up after START_PATIENCE, and says why and what to do',
    async (command) => {
      fails(1, 9);
      const { code, errors } = await isms(command, { ...env, START_PATIENCE: '0' });
      expect(code).toBe(1);
      expect(errors).toMatch(/^Microsoft 365 does not answer \(503\)\.\n→ .+\n$/);
    },
  );

  it('doctor does not wait: that Microsoft 365 does not answer is what it finds', async () => {
    fails(1, 9);
    const { code, out } = await isms('doctor', env);
    expect(code).toBe(1);
    expect(out).toMatch(/^BAD   Microsoft 365 does not answer/m);
  });
});
