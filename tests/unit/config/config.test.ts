import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testCertificate, testKey } from './test-certificate.ts';
import { withSettingsFile } from '../../../teams-app/config/load-config.ts';
import { ConfigError, readConfig, type DeskValues } from '../../../teams-app/config/config.ts';

const id = (digit: string) => `${digit.repeat(8)}-1111-4111-8111-111111111111`;
const key = testKey;
const desk: DeskValues = {
  tenantId: id('a'),
  app: { clientId: id('b'), credential: { secret: 'desk' } },
  provisioning: { clientId: id('c'), credential: { secret: 'desk' } },
  site: { host: 'ishoj.sharepoint.com', path: '/sites/x' },
  catalogAppId: id('d'),
  manifestId: id('e'),
};
const cloud = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://isms.example.dk/',
  TENANT_ID: id('1'),
  APP_ID: id('2'),
  APP_CERTIFICATE_THUMBPRINT: 'AB'.repeat(32),
  APP_CERTIFICATE_KEY: key.replaceAll('\n', '\\n'),
  SITE_HOST: 'ishoj.sharepoint.com',
  SITE_PATH: '/sites/informationssikkerhed',
  CATALOG_APP_ID: id('3'),
};
const withKeyFile = (path: string) => ({
  ...cloud,
  APP_CERTIFICATE_THUMBPRINT: undefined,
  APP_CERTIFICATE_KEY: undefined,
  APP_CERTIFICATE_KEY_FILE: path,
});
const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(env, desk);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('readConfig', () => {
  it('stands on the desk with the desk’s names when nothing is set', () => {
    const config = readConfig({}, desk);
    expect(config.microsoft365.kind).toBe('desk');
    expect(config).toMatchObject({
      port: 3978,
      host: '127.0.0.1',
      openBrowser: true,
      dataDir: '.data',
      stateDir: '.data',
      publicUrl: 'http://127.0.0.1:3978',
      app: desk.app,
      sendRate: 40,
      licences: Infinity,
    });
  });

  it('reads a real tenant with a certificate', () => {
    const config = readConfig(cloud);
    expect(config).toMatchObject({
      microsoft365: { kind: 'cloud' },
      publicUrl: 'https://isms.example.dk',
      app: {
        clientId: id('2'),
        credential: { certificate: { thumbprintSha256: 'ab'.repeat(32), privateKeyPem: key } },
      },
      site: { host: 'ishoj.sharepoint.com', path: '/sites/informationssikkerhed' },
      licences: 1000,
      manifestId: id('2'),
    });
    expect(config.provisioning).toBeUndefined();
  });

  it('reads the key from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'key.pem');
    writeFileSync(file, key);
    const config = readConfig({ ...cloud, APP_CERTIFICATE_KEY: undefined, APP_CERTIFICATE_KEY_FILE: file });
    expect(config.app.credential).toMatchObject({
      certificate: { thumbprintSha256: 'ab'.repeat(32), privateKeyPem: key },
    });
  });

  it('finds thumbprint and expiry by itself when the certificate stands beside the key', () => {
    const both = { ...cloud, APP_CERTIFICATE_THUMBPRINT: undefined, APP_CERTIFICATE_KEY: `${key}\n${testCertificate}` };
    const { credential } = readConfig(both).app;
    expect('certificate' in credential && credential.certificate.privateKeyPem).toBe(key);
    const { fingerprint256, validTo } = new X509Certificate(testCertificate);
    expect('certificate' in credential && credential.certificate.thumbprintSha256).toBe(
      fingerprint256.replaceAll(':', '').toLowerCase(),
    );
    expect('certificate' in credential && credential.certificate.expiresAt).toBe(new Date(validTo).toISOString());
    expect(problemsOf({ ...both, APP_CERTIFICATE_THUMBPRINT: 'AB'.repeat(32) }).join(' ')).toContain(
      'THUMBPRINT is not',
    );
  });

  it('refuses a key that is none', () => {
    const broken = '-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----';
    expect(problemsOf({ ...cloud, APP_CERTIFICATE_KEY: broken }).join(' ')).toContain('APP_CERTIFICATE_KEY is not');
  });

  it.each([
    { of: 'is not there', path: '/nowhere/app.pem', says: 'names /nowhere/app.pem, which is not there.' },
    { of: 'is a folder', path: tmpdir(), says: `names ${tmpdir()}, which is a folder.` },
  ])('says of a file of the key that it $of, and nothing else', ({ path, says }) => {
    expect(problemsOf(withKeyFile(path))).toEqual([`APP_CERTIFICATE_KEY_FILE ${says}`]);
  });

  it.each([
    { of: 'holds no key', text: 'x', says: 'is not a private key' },
    {
      of: 'has a passphrase',
      text: '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIabc\n-----END ENCRYPTED PRIVATE KEY-----',
      says: 'has a passphrase',
    },
    { of: 'has no certificate beside its key', text: key, says: 'has no certificate beside its key' },
  ])('names the setting of the file when it $of', ({ text, says }) => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'app.pem');
    writeFileSync(file, text);
    const problems = problemsOf(withKeyFile(file));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^APP_CERTIFICATE_KEY_FILE /);
    expect(problems[0]).toContain(says);
  });

  it('says why a file of settings cannot be read', () => {
    expect(() => withSettingsFile({ SETTINGS_FILE: '/nowhere/setup.env' })).toThrow(/which is not there/);
    expect(() => withSettingsFile({ SETTINGS_FILE: tmpdir() })).toThrow(/which is a folder/);
  });

  it('refuses an address of the program with a path', () => {
    expect(problemsOf({ ...cloud, PUBLIC_URL: 'https://isms.example.dk/tab' })[0]).toMatch(/without a path/);
    expect(problemsOf({ ...cloud, PUBLIC_URL: 'https://isms.example.dk:8443/' })).toEqual([]);
  });

  it('refuses an address of Redis that cannot be read, without its password', () => {
    const problems = problemsOf({ ...cloud, ENGINE: 'redis', REDIS_URL: 'redis://:p/word#@cache:6379' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^REDIS_URL .+%23/);
    expect(problems[0]).not.toContain('word#');
  });

  it('refuses one port for people and metrics', () => {
    expect(problemsOf({ ...cloud, PORT: '4000', METRICS_PORT: '4000' })[0]).toMatch(/METRICS_PORT/);
    expect(problemsOf({ ...cloud, PORT: '0', METRICS_PORT: '0' })).toEqual([]);
  });

  it('refuses a key that Entra cannot use, or that belongs to another certificate', () => {
    const other = (type: 'ec' | 'rsa') =>
      (type === 'ec'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('rsa', { modulusLength: 2048 })
      ).privateKey
        .export({ type: 'pkcs8', format: 'pem' })
        .toString();
    expect(problemsOf({ ...cloud, APP_CERTIFICATE_KEY: other('ec') }).join(' ')).toContain('Entra takes RSA keys only');
    const beside = `${other('rsa')}\n${testCertificate}`;
    expect(problemsOf({ ...cloud, APP_CERTIFICATE_KEY: beside }).join(' ')).toContain(
      'does not belong to the certificate',
    );
  });

  it('refuses production without settings and names every missing one at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' }).join(' ');
    for (const name of ['PUBLIC_URL', 'TENANT_ID', 'APP_ID', 'SITE_HOST', 'SITE_PATH', 'CATALOG_APP_ID'])
      expect(problems).toContain(`${name}`);
  });

  it.each(['PUBLIC_URL', 'TENANT_ID', 'APP_ID', 'SITE_PATH', 'CATALOG_APP_ID'])(
    'refuses production without %s, however it is emptied',
    (name) => {
      expect(problemsOf({ ...cloud, [name]: '  ' }).join(' ')).toContain(`${name}`);
    },
  );

  it('refuses an app without a credential and half a certificate', () => {
    expect(
      problemsOf({ ...cloud, APP_CERTIFICATE_THUMBPRINT: undefined, APP_CERTIFICATE_KEY: undefined }).join(' '),
    ).toContain('no credential');
    expect(problemsOf({ ...cloud, APP_CERTIFICATE_KEY: undefined }).join(' ')).toContain(
      'APP_CERTIFICATE_KEY is missing',
    );
  });

  it('refuses the desk in production', () => {
    expect(problemsOf({ ...cloud, MICROSOFT365: 'desk' })).toHaveLength(1);
  });

  it('refuses plain http and an open gate on a real tenant', () => {
    expect(problemsOf({ ...cloud, PUBLIC_URL: 'http://isms.example.dk', SEND_RATE: 'unlimited' })).toHaveLength(2);
  });

  it('says for every wrong value what it should be', () => {
    const problems = problemsOf({
      PORT: '99999',
      SEND_RATE: '51',
      TENANT_ID: 'ishoj',
      SITE_PATH: 'x',
      LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(' ')[0]).toSorted()).toEqual(
      ['LOG_LEVEL', 'PORT', 'SEND_RATE', 'SITE_PATH', 'TENANT_ID'].toSorted(),
    );
  });

  it('never shows a secret in its message', () => {
    expect(problemsOf({ ...cloud, APP_CERTIFICATE_KEY: 'topsecret' }).join(' ')).not.toContain('topsecret');
  });
});

describe('the state folder', () => {
  it('lies with the desk, in a folder of its own in the cloud, or where it is set', () => {
    expect(readConfig({ DATA_DIR: ':memory:' }, desk).stateDir).toBe(':memory:');
    expect(readConfig(cloud).stateDir).toBe('.state');
    expect(readConfig({ ...cloud, STATE_DIR: '/var/lib/hjulet' }).stateDir).toBe('/var/lib/hjulet');
  });

  it.each(['/proc/self/x', '/proc', '/sys/hjulet', '/var/../proc/1/x'])(
    'is refused in %s, where making it never ends',
    (path) => {
      expect(problemsOf({ ...cloud, STATE_DIR: path })).toEqual([expect.stringMatching(/^STATE_DIR must be a folder/)]);
      expect(readConfig({ ...cloud, STATE_DIR: '/procedures' }).stateDir).toBe('/procedures');
    },
  );
});
