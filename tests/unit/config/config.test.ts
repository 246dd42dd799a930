import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testCertificate, testKey } from './test-certificate.ts';
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
});
