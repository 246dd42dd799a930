import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUserTokens, graphScope, identityAssertion } from '../../../api/sharepoint/index.ts';
import { rolesOf } from '../../../teams-app/commands/doctor/permissions.ts';
import { lookAround } from '../../../teams-app/commands/setup/look-around.ts';
import { partsFor } from '../../../teams-app/commands/setup/parts.ts';
import { readConfig, readSettings } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { identityHeader } from '../../../teams-app/emulator/entra/managed-identity.ts';
import { apps, managedIdentity, siteHost, sitePath, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { readCache, writeCache } from '../../../teams-app/program/cached-plans/cache-file.ts';
import { connect } from '../../../teams-app/program/connect.ts';
import { whyNot } from '../../../teams-app/program/why-not.ts';
import { carryOut } from '../../support/administrator.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const botScope = 'https://api.botframework.com/.default';
/** App Service's address on the desk's one port. */
const appService = 'http://localhost:42356/msi/token';

let desk: Desk;
let asked: string[] = [];
const fetchOf = (from: Desk) => (url: string, init?: RequestInit) => {
  asked.push(url);
  if (url.startsWith(appService)) return fetch(from.address + url.slice('http://localhost:42356'.length), init);
  return from.fetch(url, init);
};
const settingsWith = (env: Record<string, string>) =>
  readSettings({
    NODE_ENV: 'production',
    TENANT_ID: tenantId,
    APP_ID: apps.app.clientId,
    MANAGED_IDENTITY_CLIENT_ID: managedIdentity.clientId,
    STATE_KEY: 'k'.repeat(32),
    ...env,
  });
const connected = (env: Record<string, string> = {}, fetch = fetchOf(desk)) => {
  const settings = settingsWith(env);
  if (!settings.app) throw new Error(JSON.stringify(settings.missing));
  return connect({ ...settings, tenantId }, settings.app, { fetch, clock: desk.clock, log: quiet });
};
const refusal = async (work: Promise<unknown>) => {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  return whyNot(thrown, settingsWith({}));
};

beforeAll(async () => {
  desk = await startDesk(readConfig({ DATA_DIR: ':memory:', LOG_LEVEL: 'silent' }, deskValues));
});
afterAll(() => desk.close());

describe('an app that signs in by a managed identity', () => {
  it('is told what to do while the app does not trust the identity', async () => {
    expect(await refusal(connected().tokens(graphScope))).toMatchObject({
      what: expect.stringContaining('AADSTS700213') as string,
      todo: expect.stringContaining('object id of the identity') as string,
    });
  });

  it('has its tokens for Graph, for the bot and on behalf of people, and asks Azure once', async () => {
    desk.world?.entra.trustIdentity(apps.app.clientId);
    const fetch = fetchOf(desk);
    asked = [];
    const { tokens } = connected({}, fetch);
    expect(rolesOf(await tokens(graphScope))).toEqual([...apps.app.graphRoles]);
    expect(await tokens(botScope)).toMatch(/^ey/);
    expect(asked.filter((url) => url.startsWith('http://169.254.169.254/'))).toHaveLength(1);
    const person = desk.world?.directory.addUser({
      id: '0d5f2f5e-58f0-4b6c-9d29-0a8f3d1e0a01',
      displayName: 'Anne Holm',
      userPrincipalName: 'anne.holm@ishoj.example',
      accountEnabled: true,
      teamsLicence: true,
    });
    const assertion = identityAssertion({ clientId: managedIdentity.clientId, fetch });
    const userTokens = createUserTokens({ tenantId, clientId: apps.app.clientId, credential: { assertion }, fetch });
    const tab = await desk.world?.entra.personToken(person?.id ?? '');
    const scopes = ['https://graph.microsoft.com/LearningAssignedCourse.Read'];
    expect(await userTokens(tab ?? '', scopes)).toMatch(/^ey/);
  });

  it('asks App Service and Container Apps at the address that Azure sets', async () => {
    asked = [];
    const azure = { IDENTITY_ENDPOINT: appService, IDENTITY_HEADER: identityHeader };
    expect(await connected(azure).tokens(graphScope)).toMatch(/^ey/);
    expect(asked[0]).toContain(`${appService}?api-version=2019-08-01`);
    expect(await refusal(connected({ ...azure, IDENTITY_HEADER: 'wrong' }).tokens(graphScope))).toMatchObject({
      what: expect.stringContaining('Azure refuses the managed identity') as string,
    });
  });

  it('tells an identity that is not assigned here from an address that does not answer', async () => {
    const other = '00000000-0000-4000-8000-000000000000';
    const unknown = await refusal(connected({ MANAGED_IDENTITY_CLIENT_ID: other }).tokens(graphScope));
    expect(unknown.what).toContain(other);
    expect(unknown.todo).toContain('User assigned');
    const away = (url: string, init?: RequestInit) =>
      url.startsWith('http://') ? Promise.reject(new TypeError('fetch failed')) : desk.fetch(url, init);
    const nowhere = await refusal(connected({}, away).tokens(graphScope));
    expect(nowhere.what).toContain('nothing answers at http://169.254.169.254');
    expect(nowhere.todo).toContain('APP_CERTIFICATE_KEY_FILE');
  });

  it('is refused without STATE_KEY, and beside a certificate', () => {
    const problemsOf = (env: Record<string, string>) => {
      try {
        return JSON.stringify(settingsWith(env).missing?.program);
      } catch (error) {
        return String(error);
      }
    };
    expect(problemsOf({ STATE_KEY: '' })).toContain('STATE_KEY is missing');
    expect(problemsOf({ STATE_KEY: 'short' })).toContain('at least 32 characters');
    expect(problemsOf({ APP_SECRET: 'x' })).toContain('keep the managed identity');
  });
});

it('plans that are kept on the disk are read with the same STATE_KEY alone, whatever the app signs in with', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'kept-'));
  const { clientId } = apps.app;
  const byIdentity = { stateDir, tenantId, app: { clientId, credential: { managedIdentity: {} } } };
  const [key, other] = ['k'.repeat(32), 'o'.repeat(32)];
  const keptAt = '2026-11-30T09:00:00.000Z';
  await writeCache({ ...byIdentity, stateKey: key }, { keptAt, lists: [] });
  expect(await readCache({ ...byIdentity, stateKey: key })).toMatchObject({ keptAt });
  expect(
    await readCache({ ...byIdentity, app: { clientId, credential: { secret: 'x' } }, stateKey: key }),
  ).toBeDefined();
  expect(await readCache({ ...byIdentity, stateKey: other })).toBeUndefined();
  expect(await readCache({ ...byIdentity, app: { clientId, credential: { secret: 'x' } } })).toBeUndefined();
  rmSync(stateDir, { recursive: true });
});

it('the administrators’ steps make an empty tenant trust the identity, once', async () => {
  const empty = await startDesk(readConfig({ DATA_DIR: ':memory:', PEOPLE: '60', LOG_LEVEL: 'silent' }, deskValues), {
    empty: true,
  });
  const answers = {
    TENANT_ID: tenantId,
    PUBLIC_URL: 'https://isms.example.dk',
    SITE_HOST: siteHost,
    SITE_PATH: sitePath,
    SETUP_MANAGED_IDENTITY_OBJECT_ID: managedIdentity.principalId,
  };
  const [entra, consent] = partsFor(answers, {});
  if (!entra || !consent) throw new Error('no parts');
  const { given } = await carryOut(empty, entra);
  await carryOut(empty, consent);
  const { tokens } = connected({ APP_ID: given['APP_ID'] ?? '' }, fetchOf(empty));
  expect(rolesOf(await tokens(graphScope))).toHaveLength(4);
  expect((await carryOut(empty, entra)).made).toEqual([]);

  // On an administrator's machine, where nothing answers for the identity, what it would show is unseen and not
  // missing.
  const settings = settingsWith({ ...given, PROVISIONING_SECRET: 'x', SITE_HOST: siteHost, SITE_PATH: sitePath });
  const away = (url: string, init?: RequestInit) =>
    url.startsWith('http://') ? Promise.reject(new TypeError('fetch failed')) : empty.fetch(url, init);
  const around = (fetch: typeof away) =>
    lookAround({ answers, settings, surroundings: { fetch, clock: empty.clock, log: quiet } }, () => undefined);
  const unseen = (await around(away)).filter(({ state }) => state === 'unseen').map(({ what }) => what);
  expect(unseen).toEqual(
    expect.arrayContaining([
      'The app signs in by a managed identity, which this machine is not.',
      'Consent to the permissions of the app.',
      'Whether Teams knows the bot.',
    ]),
  );
  const seen = (await around(empty.fetch)).filter(({ state }) => state === 'done').map(({ what }) => what);
  expect(seen).toContain('The app has its permissions of Microsoft Graph.');
  await empty.close();
});

// Linux has a file whose disk is always full; elsewhere the file cannot be opened.
it('plans that were kept stay when the disk is full, with words for it and no half file', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'kept-'));
  const where = { stateDir, tenantId, app: { clientId: apps.app.clientId, credential: { secret: 'x' } } };
  const keptAt = '2026-11-30T09:00:00.000Z';
  const later = { keptAt: '2026-11-30T09:10:00.000Z', lists: [] };
  await writeCache(where, { keptAt, lists: [] });
  symlinkSync(existsSync('/dev/full') ? '/dev/full' : '/dev/null/full', join(stateDir, 'kept-plans.bin.new'));
  await expect(writeCache(where, later)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'journal.unavailable',
    details: { reason: expect.stringMatching(/^ENOSPC$|^ENOTDIR$/) as string },
  });
  expect(readdirSync(stateDir)).toEqual(['kept-plans.bin']);
  expect(await readCache(where)).toMatchObject({ keptAt });
  await writeCache(where, later);
  expect(await readCache(where)).toMatchObject({ keptAt: later.keptAt });
  rmSync(stateDir, { recursive: true });
});
