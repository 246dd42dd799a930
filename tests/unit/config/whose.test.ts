import { describe, expect, it } from 'vitest';
import { addressee, ConfigError } from '../../../teams-app/config/index.ts';
import { readConfig, type DeskValues } from '../../../teams-app/config/config.ts';
import { loadConfig, loadManifestConfig } from '../../../teams-app/config/load-config.ts';
import { variables } from '../../../teams-app/config/env.ts';
import { deskOnly, microsoft365Of, tenantOnly } from '../../../teams-app/config/whose.ts';
import { testKey } from './test-certificate.ts';

const id = (digit: string) => `${digit.repeat(8)}-1111-4111-8111-111111111111`;
const desk: DeskValues = {
  tenantId: id('a'),
  app: { clientId: id('b'), credential: { secret: 'desk' } },
  provisioning: { clientId: id('c'), credential: { secret: 'desk' } },
  site: { host: 'ishoj.sharepoint.com', path: '/sites/x' },
  catalogAppId: id('d'),
  manifestId: id('e'),
};
const tenant = {
  PUBLIC_URL: 'https://isms.example.dk',
  TENANT_ID: id('1'),
  APP_ID: id('2'),
  APP_SECRET: 'secret',
  SITE_HOST: 'ishoj.sharepoint.com',
  SITE_PATH: '/sites/informationssikkerhed',
  CATALOG_APP_ID: id('3'),
};
/** A plausible value for each setting of a tenant. */
const valueOf = (name: string): string => {
  if (name.endsWith('_ID') && name !== 'SITE_ID') return id('4');
  if (name.endsWith('EXPIRES_ON')) return '2030-01-01';
  if (name.endsWith('THUMBPRINT')) return 'ab'.repeat(32);
  if (name.endsWith('_KEY')) return testKey;
  return { SITE_HOST: 'x.sharepoint.com', SITE_PATH: '/sites/x', SITE_ID: `x,${id('5')},${id('6')}` }[name] ?? 'x';
};
const problemsOf = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env, desk);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.join('\n');
    throw error;
  }
  return '';
};

describe('which Microsoft 365', () => {
  it('is the desk when nothing is set', () => expect(microsoft365Of({})).toBe('desk'));

  it.each([...tenantOnly])('is the tenant as soon as %s is set, also without NODE_ENV', async (name) => {
    expect(microsoft365Of({ [name]: valueOf(name) })).toBe('cloud');
    await expect(loadConfig({ [name]: valueOf(name) })).rejects.toThrow(ConfigError);
  });

  it.each([...tenantOnly])(
    'is the tenant when %s is there and empty: a made-up municipality is not started',
    (name) => {
      expect(microsoft365Of({ [name]: '' })).toBe('cloud');
    },
  );

  it('is the tenant for an address that Teams can use, and the desk for one on this machine', () => {
    expect(microsoft365Of({ PUBLIC_URL: 'https://isms.example.dk' })).toBe('cloud');
    expect(microsoft365Of({ PUBLIC_URL: 'http://127.0.0.1:3978' })).toBe('desk');
  });

  it('reads a tenant without NODE_ENV', () => {
    expect(readConfig(tenant, desk)).toMatchObject({ microsoft365: { kind: 'cloud' }, tenantId: id('1') });
  });

  it('knows for every setting of this table that it exists', () => {
    for (const name of [...deskOnly, ...tenantOnly]) expect(Object.keys(variables)).toContain(name);
  });
});

describe('a mixture', () => {
  it('of the desk by name and a tenant is refused, with what to change', () => {
    const problems = problemsOf({ ...tenant, MICROSOFT365: 'desk' });
    expect(problems).toContain('remove MICROSOFT365');
    for (const name of Object.keys(tenant)) expect(problems).toContain(name);
  });

  it.each([
    ['EMULATOR_URL', 'http://127.0.0.1:3979'],
    ['EMULATOR_PORT', '3979'],
    ['GRAPH_PORT', '3980'],
    ['PEOPLE', '60'],
    ['DATA_DIR', '.data'],
    ['PROFILE', 'answers.json'],
  ])('of %s and a tenant is refused', (name, value) => {
    expect(problemsOf({ ...tenant, [name]: value })).toContain(
      `${name} is of the desk, and PUBLIC_URL`.slice(0, name.length + 15),
    );
    expect(problemsOf({ NODE_ENV: 'production', [name]: value })).toContain('NODE_ENV is production');
  });

  it('has a row here for every setting of the desk', () =>
    expect([...deskOnly].toSorted()).toEqual([
      'DATA_DIR',
      'EMULATOR_PORT',
      'EMULATOR_URL',
      'GRAPH_PORT',
      'PEOPLE',
      'PROFILE',
    ]));

  it('is none when an empty setting stands beside the desk by name', () => {
    expect(problemsOf({ MICROSOFT365: 'desk', TENANT_ID: '', APP_SECRET: '' })).toBe('');
  });
});

describe('nothing that is set is ignored in silence', () => {
  it.each([
    [
      'two keys',
      { APP_CERTIFICATE_KEY: testKey, APP_CERTIFICATE_KEY_FILE: 'app.pem', APP_SECRET: '' },
      'keep one of them',
    ],
    ['a secret beside a certificate', { APP_CERTIFICATE_KEY: testKey }, 'two ways to sign in'],
    ['the last day of no secret', { APP_SECRET: '', APP_SECRET_EXPIRES_ON: '2030-01-01' }, 'there is no APP_SECRET'],
    ['a provisioning secret without its app', { PROVISIONING_SECRET: 'x' }, 'PROVISIONING_APP_ID is missing'],
    ['two names of the site', { SITE_ID: `x,${id('5')},${id('6')}` }, 'both name the site'],
    ['NODE_ENV in short', { NODE_ENV: 'prod' }, 'write production'],
  ])('%s', (_of, changed, said) => expect(problemsOf({ ...tenant, ...changed })).toContain(said));

  it.each([
    ['SITE_HOTS', 'SITE_HOST'],
    ['TENANT_ID_', 'TENANT_ID'],
    ['tenant_id', 'TENANT_ID'],
    ['LICENSES', 'LICENCES'],
    ['ORGANIZATION_NAME', 'ORGANISATION_NAME'],
    ['CENTER_ATTRIBUTE', 'CENTRE_ATTRIBUTE'],
    ['CATALOGUE_APP_ID', 'CATALOG_APP_ID'],
    ['EMULATOR_URI', 'EMULATOR_URL'],
    ['PUBLIC-URL', 'PUBLIC_URL'],
  ])('%s is no setting', (name, meant) => {
    expect(problemsOf({ [name]: 'x' })).toContain(`${name} is no setting: did you mean ${meant}`);
  });

  it.each(['PROVISIONING_CERT', 'APP_CERTIFICATE_FILE', 'APP_SECRET_VALUE'])('nor is %s', (name) => {
    expect(problemsOf({ [name]: 'x' })).toContain(`${name} is no setting`);
  });

  it('leaves the variables of others alone', () => {
    const others = [
      'HOSTNAME',
      'PATH',
      'WEBSITE_SITE_NAME',
      'APP_NAME',
      'APP_PORT',
      'AZURE_TENANT_ID',
      'PORTS',
      'LANG',
    ];
    expect(problemsOf(Object.fromEntries(others.map((name) => [name, 'x'])))).toBe('');
  });
});

describe('addressee', () => {
  it('names tenant, site and app, or the desk and its folder', () => {
    expect(addressee(readConfig(tenant))).toBe(
      `Microsoft 365: tenant ${id('1')}, site ishoj.sharepoint.com/sites/informationssikkerhed, as app ${id('2')}.`,
    );
    expect(addressee(readConfig({ DATA_DIR: '/somewhere' }, desk))).toContain('the desk in /somewhere');
    expect(addressee(readConfig({ EMULATOR_URL: 'http://127.0.0.1:1' }, desk))).toContain(
      'the desk at http://127.0.0.1:1',
    );
  });
});

describe('loadManifestConfig', () => {
  it('needs neither credential nor site nor catalog', async () => {
    expect(await loadManifestConfig({ APP_ID: id('2'), PUBLIC_URL: 'https://isms.example.dk' })).toEqual({
      microsoft365: 'cloud',
      organisation: 'Ishøj Kommune',
      publicUrl: 'https://isms.example.dk',
      appId: id('2'),
    });
  });

  it('refuses a mixture too', async () => {
    await expect(loadManifestConfig({ APP_ID: id('2'), EMULATOR_PORT: '1' })).rejects.toThrow('is of the desk');
  });
});
