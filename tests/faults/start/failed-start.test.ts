import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../../../teams-app/commands/setup/self-signed.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { apps, catalogAppId, siteHost, sitePath, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { startProgram } from '../../../teams-app/program/program.ts';
import { AppError } from '../../../api/kernel/index.ts';
import { whyNot } from '../../../teams-app/program/why-not.ts';
import { runToEnd, type Ended, type ToEnd } from '../../support/run-to-end.ts';
import { testCertificate, testKey } from '../../unit/config/test-certificate.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'failed-start-'));

/** An empty Microsoft 365: its site has no lists. */
let desk: Desk;
beforeAll(async () => {
  desk = await startDesk(readConfig({ DATA_DIR: ':memory:', PORT: '0' }, deskValues));
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  const { entra, sites } = desk.world ?? {};
  for (const { clientId, name, ...app } of [apps.app, apps.provisioning]) {
    entra?.setApp(clientId, { permissions: app.graphRoles, state: 'ok' });
    sites?.grants.put(clientId, name, app.siteRole);
  }
});

const tenantAlone = () => ({
  PUBLIC_URL: 'https://isms.example.dk',
  TENANT_ID: tenantId,
  APP_ID: apps.app.clientId,
  APP_SECRET: apps.app.secret,
  SITE_HOST: siteHost,
  SITE_PATH: sitePath,
  CATALOG_APP_ID: catalogAppId,
  STATE_DIR: join(folder, 'state'),
});
const tenant = () => ({ A_DESK: desk.address, ...tenantAlone() });
const provisioning = { PROVISIONING_APP_ID: apps.provisioning.clientId, PROVISIONING_SECRET: apps.provisioning.secret };
const another = '12345678-1111-4111-8111-111111111111';

const run = (env: Readonly<Record<string, string>>, options: Partial<ToEnd> = {}) =>
  runToEnd({ file: 'main', folder, ...options }, env);

/** The problem in one line, the remedy in one, nothing else; and never a stack. */
function expectReason({ code, errors }: Ended, what: RegExp, todo: RegExp): void {
  expect(errors).toMatch(what);
  const lines = errors.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(what);
  expect(lines[1]).toMatch(/^→ /);
  expect(lines[1]).toMatch(todo);
  expect(errors).not.toMatch(/^\s+at /m);
  expect(code).toBe(1);
}

interface Case {
  of: string;
  /** In a separate process, as an operator sees it; the rest starts in this process, for speed. */
  alone?: true;
  env(): Record<string, string>;
  before?(): void;
  what: RegExp;
  todo: RegExp;
}
const setApp = (app: 'app' | 'provisioning', state: 'secretExpired' | 'disabled' | 'blocked' | 'removed') => () =>
  desk.world?.entra.setApp(apps[app].clientId, { state });

const cases: readonly Case[] = [
  {
    of: 'no network',
    alone: true,
    env: () => ({ ...tenant(), A_DESK: 'none', START_PATIENCE: '0' }),
    what: /does not answer/,
    todo: /graph\.microsoft\.com/,
  },
  {
    of: 'a wrong secret',
    alone: true,
    env: () => ({ ...tenant(), APP_SECRET: 'wrong' }),
    what: /secret of the app .+ is wrong.+AADSTS7000215/,
    todo: /APP_SECRET/,
  },
  {
    of: 'a secret that has ended',
    env: tenant,
    before: setApp('app', 'secretExpired'),
    what: /has ended.+AADSTS7000222/,
    todo: /Make a new one/,
  },
  {
    of: 'a certificate that Entra does not have',
    env: () => ({ ...withoutSecret(), APP_CERTIFICATE_KEY: `${testKey}\n${testCertificate}` }),
    what: /does not know the certificate.+AADSTS700027/,
    todo: /Upload the certificate/,
  },
  {
    of: 'a certificate that has ended',
    env: () => ({ ...withoutSecret(), APP_CERTIFICATE_KEY: endedCertificate() }),
    what: /certificate of the app .+ ended on 2025-02-01 \(AADSTS700027\)/,
    todo: /Upload a new one/,
  },
  {
    of: 'another tenant',
    env: () => ({ ...tenant(), TENANT_ID: another }),
    what: new RegExp(`no tenant ${another}.+AADSTS90002`),
    todo: /TENANT_ID/,
  },
  {
    of: 'another app',
    env: () => ({ ...tenant(), APP_ID: another }),
    what: new RegExp(`no app ${another}.+AADSTS700016`),
    todo: /APP_ID/,
  },
  {
    of: 'an app that is not in the tenant',
    env: tenant,
    before: setApp('app', 'removed'),
    what: /has no app.+AADSTS7000229/,
    todo: /consented/,
  },
  {
    of: 'an app that is disabled',
    env: tenant,
    before: setApp('app', 'disabled'),
    what: /is disabled.+AADSTS7000112/,
    todo: /Enable it/,
  },
  {
    of: 'Conditional Access',
    env: tenant,
    before: setApp('app', 'blocked'),
    what: /Conditional Access.+AADSTS53003/,
    todo: /workload identities/,
  },
  {
    of: 'a wrong provisioning secret',
    env: () => ({ ...tenant(), ...provisioning, PROVISIONING_SECRET: 'wrong' }),
    what: new RegExp(`secret of the app ${apps.provisioning.clientId} is wrong`),
    todo: /PROVISIONING_SECRET/,
  },
  {
    of: 'another site',
    alone: true,
    env: () => ({ ...tenant(), SITE_PATH: '/sites/other' }),
    what: /may not read the SharePoint site .+\/sites\/other, or there is none/,
    todo: /SITE_PATH/,
  },
  {
    of: 'no grant on the site',
    env: tenant,
    before: () => {
      const grant = desk.world?.sites.grants.of(apps.app.clientId);
      if (grant) desk.world?.sites.grants.remove(grant.id);
    },
    what: /may not read the SharePoint site/,
    todo: /Grant-PnPEntraIDAppSitePermission/,
  },
  {
    of: 'no grant on a site that its id names',
    env: () => ({ ...withoutSite(), SITE_ID: `${siteHost},${another},${another}` }),
    what: /refuses the app .+403/,
    todo: /doctor/,
  },
  { of: 'lists that were never made', alone: true, env: tenant, what: /lacks? the lists?/i, todo: /isms -- provision/ },
  {
    of: 'a provisioning app that may make no lists',
    alone: true,
    env: () => ({ ...tenant(), ...provisioning }),
    before: () => void desk.world?.sites.grants.put(apps.provisioning.clientId, 'x', 'write'),
    what: /may not make or change lists/,
    todo: /fullcontrol/,
  },
];
function endedCertificate(): string {
  const [from, to] = [new Date('2025-01-01T12:00:00Z'), new Date('2025-02-01T12:00:00Z')];
  const { privateKey, certificate } = selfSigned({ name: 'desk', from, to, bits: 2048 });
  return `${privateKey.trim()}\n${certificate.trim()}`;
}
const withoutSecret = () => {
  const { APP_SECRET: _secret, ...rest } = tenant();
  return rest;
};
const withoutSite = () => {
  const { SITE_HOST: _host, SITE_PATH: _path, ...rest } = tenant();
  return rest;
};

describe('a start on a real tenant that fails says what is wrong and what to do', () => {
  it.each(cases.filter(({ alone }) => alone))('$of (the program itself)', async ({ env, before, what, todo }) => {
    before?.();
    const ended = await run(env());
    expect(ended.out.split('\n')[0]).toMatch(/^Microsoft 365: tenant /);
    expectReason(ended, what, todo);
  });

  it.each(cases.filter(({ alone }) => !alone))('$of', async ({ env, before, what, todo }) => {
    before?.();
    const { A_DESK: _address, ...settings } = env();
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...settings });
    const surroundings = { fetch: desk.fetch, clock: desk.clock, log: quiet };
    const thrown: unknown = await startProgram(config, surroundings).then(
      async (program) => program.close(),
      (error: unknown) => error,
    );
    const reason = whyNot(thrown, config);
    expect(reason.what).toMatch(what);
    expect(reason.todo).toMatch(todo);
  });
});

describe('what cannot be listened on is named by its own setting', () => {
  const config = readConfig({ ...tenantAlone(), METRICS_PORT: '9464', METRICS_HOST: '192.0.2.1' });
  const failed = (code: string, more: object) => Object.assign(new Error(code), { code, ...more });

  it.each([
    { code: 'EADDRINUSE', more: { port: 9464 }, says: /METRICS_PORT/ },
    { code: 'EADDRINUSE', more: { port: 3978 }, says: /set PORT/ },
    { code: 'EACCES', more: { syscall: 'listen', port: 9464 }, says: /METRICS_PORT/ },
    { code: 'EADDRNOTAVAIL', more: { address: '192.0.2.1', port: 9464 }, says: /METRICS_HOST/ },
    { code: 'EADDRNOTAVAIL', more: { address: '127.0.0.1', port: 3978 }, says: /Set HOST/ },
    { code: 'ENOTFOUND', more: { hostname: '192.0.2.1' }, says: /METRICS_HOST/ },
  ])('$code $more', ({ code, more, says }) => {
    expect(whyNot(failed(code, more), config).todo).toMatch(says);
  });
});

it.each([
  { reason: 'ECONNREFUSED', todo: /reaches it/ },
  { reason: 'WRONGPASS', todo: /password/ },
])('a Redis that does not let in ($reason) is named, with what to do', ({ reason, todo }) => {
  const why = whyNot(new AppError('unavailable', 'instances.unavailable', { reason }));
  expect(why.what).toBe(`The Redis of REDIS_URL does not answer (${reason}).`);
  expect(why.todo).toMatch(todo);
});

it('a reason is one sentence with one full stop', () => {
  const missing = new AppError('unexpected', 'sharepoint.listMissing', { list: 'People' });
  const unknown = Object.assign(new TypeError("Unknown option '--frehs'. To specify a positional argument, …"), {
    code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION',
  });
  expect(whyNot(missing).what).toBe('The SharePoint site lacks the list People.');
  expect(whyNot(unknown).what).toBe("Unknown option '--frehs'.");
});

describe('a start on the desk that fails says what is wrong and what to do', () => {
  it.each(['PORT', 'GRAPH_PORT'])('a port that is taken: %s', async (name) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ended = await run({ DATA_DIR: join(folder, 'ports'), PEOPLE: '60', [name]: String(port) });
    expectReason(ended, new RegExp(`Port ${port} is taken`), new RegExp(`set ${name}`));
    server.close();
  });

  it('an address that is not this machine’s', async () => {
    const ended = await run({ DATA_DIR: join(folder, 'host'), PEOPLE: '60', HOST: '192.0.2.1' });
    expectReason(ended, /HOST 192\.0\.2\.1 is no address/, /Set HOST/);
  });

  it('a folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    expectReason(await run({ DATA_DIR: file }), /is a file/, /Name a folder in DATA_DIR/);
  });

  it('a desk that is not there', async () => {
    expectReason(await run({ EMULATOR_URL: 'http://127.0.0.1:1' }), /No desk answers/, /isms -- desk/);
  });

  it('a word that means nothing', async () => {
    expectReason(await run({}, { args: ['--frehs'] }), /Unknown option '--frehs'/, /--fresh and nothing else/);
  });

  it('--fresh where nothing is emptied', async () => {
    const { errors, code } = await run(tenant(), { args: ['--fresh'] });
    expect(errors).toContain('a real tenant is never emptied');
    expect(code).toBe(1);
  });
});

describe('a command says whom it talks to, and why it failed', () => {
  const isms = (command: string, env: Record<string, string>) => run(env, { file: 'isms', args: [command] });

  it('provision without the right to make lists', async () => {
    desk.world?.sites.grants.put(apps.provisioning.clientId, 'x', 'write');
    const ended = await isms('provision', { ...tenant(), ...provisioning });
    expect(ended.out).toMatch(new RegExp(`^Microsoft 365: tenant ${tenantId}, site ${siteHost}${sitePath}, as app `));
    expectReason(ended, /may not make or change lists/, /fullcontrol/);
  });

  it('provision makes the lists of a tenant without NODE_ENV, and not those of a desk', async () => {
    const ended = await isms('provision', { ...tenant(), ...provisioning });
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.out).toContain('made     Cursors');
    expect(desk.world?.sites.lists.find('Cursors')).toBeDefined();
  });

  it('and the program starts on them in production', async () => {
    const { out, errors } = await run({ ...tenant(), ...provisioning, NODE_ENV: 'production', START_PATIENCE: '0' });
    expect(errors).toBe('');
    expect(out).toMatch(/^Microsoft 365: tenant .+\nSikkerhedshjulet: http:\/\/127\.0\.0\.1:\d+\/tab\/\n$/);
  });
});

describe('a start while Microsoft 365 does not answer', () => {
  const started = /^Sikkerhedshjulet:/m;
  const env = () => ({ ...tenant(), ...provisioning });
  const fails = (statuses: (number | 'reset')[], rate: number, retryAfterSeconds = 1) =>
    desk.world?.faults.put({ graph: { random: { rate, statuses, retryAfterSeconds } } });
  afterEach(() => void fails([503], 0));

  it.each([
    { of: 'no answer', statuses: ['reset' as const], asked: 1, waits: /does not answer\. The start waits \d+ s/ },
    { of: '504', statuses: [504], asked: 1, waits: /does not answer \(504\)\. The start waits \d+ s/ },
    {
      of: '429 that asks for more than a call waits',
      statuses: [429],
      asked: 9,
      waits: /\(429\)\. The start waits (9|10) s/,
    },
  ])('says that it waits, and starts when it passes: $of', async ({ statuses, asked, waits }) => {
    fails(statuses, 1, asked);
    const ended = await run(env(), { onErrors: (errors) => void (waits.test(errors) && fails(statuses, 0)) });
    expect(ended.errors).toMatch(waits);
    expect(ended.errors).not.toContain('→');
    expect(ended.out).toMatch(started);
  });

  it('starts though a fifth of all calls fail', async () => {
    fails([429, 504, 'reset'], 0.2);
    const ended = await run(env());
    expect(ended.errors).not.toContain('→');
    expect(ended.out).toMatch(started);
  });

  it('gives up after START_PATIENCE, and says why and what to do', async () => {
    fails([503], 1, 9);
    const ended = await run({ ...env(), START_PATIENCE: '12' });
    expect(ended.code).toBe(1);
    const lines = ended.errors.trimEnd().split('\n');
    expect(lines.at(-2)).toMatch(/does not answer \(503\)\.$/);
    expect(lines.at(-1)).toMatch(/^→ /);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/does not answer \(503\)\. The start waits 9 s and tries again, for 12 s more at most\.$/);
  });

  it('ends at once when it is told to while it waits', async () => {
    fails([503], 1, 9);
    const { code, errors, out } = await run(env(), { onErrors: (_errors, tellToEnd) => tellToEnd() });
    expect({ code, lines: errors.trimEnd().split('\n').length }).toEqual({ code: 0, lines: 1 });
    expect(errors).toMatch(/The start waits 9 s/);
    expect(out).not.toMatch(started);
  });
});
