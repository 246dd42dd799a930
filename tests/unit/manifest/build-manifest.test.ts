import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareVersions, lastVersionIn, nextVersion, versionToBuild } from '../../../manifest/last-version.ts';
import { buildNext, settingsFrom, type ManifestOptions } from '../../../manifest/next-package.ts';
import { loadManifestConfig } from '../../../teams-app/config/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const appId = '22222222-1111-4111-8111-111111111111';
const tenant = { APP_ID: appId, PUBLIC_URL: 'https://isms.example.dk', ORGANISATION_NAME: 'Ishøj Kommune' };

/** The command, run in this process. */
async function run(out: string, options: Partial<ManifestOptions>, env: Record<string, string> = tenant) {
  const given = { check: false, out: join(folder, out), ...options };
  return buildNext(given, settingsFrom(given, await loadManifestConfig(env))).join('\n');
}

describe('npm run manifest', () => {
  it('works before the app is in the catalog, and says first whose package it is', async () => {
    const { PATH = '' } = process.env;
    const command = join(import.meta.dirname, '../../../teams-app/commands/build-manifest.ts');
    const file = join(folder, 'first.zip');
    const said = await new Promise<string>((resolve) => {
      const args = ['--disable-warning=ExperimentalWarning', command, '--out', file, '--version', '1.0.0'];
      execFile(process.execPath, args, { env: { PATH, ...tenant } }, (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
    expect(said.split('\n')[0]).toBe(`Package for app ${appId} at https://isms.example.dk.`);
    expect(lastVersionIn(file, appId)).toBe('1.0.0');
  });

  it('says which settings it lacks', async () => {
    await expect(run('none.zip', {}, { APP_ID: appId })).rejects.toThrow('set PUBLIC_URL');
    await expect(run('none.zip', {}, { PUBLIC_URL: 'https://isms.example.dk' })).rejects.toThrow('set APP_ID');
    await expect(run('none.zip', { 'base-url': 'isms' })).rejects.toThrow('no address');
  });

  it('refuses a version that does not rise, and raises it by itself when none is given', async () => {
    await run('rising.zip', { version: '1.4.9' });
    const moved = { ...tenant, PUBLIC_URL: 'https://hjulet.example.dk' };
    await expect(run('rising.zip', { version: '1.4.9' }, moved)).rejects.toThrow('Give 1.4.10 or more');
    expect(await run('rising.zip', {}, moved)).toContain('version 1.4.10');
    expect(await run('rising.zip', {}, moved)).toContain('version 1.4.10 already');
  });

  it('begins anew for another app in the same place', async () => {
    await run('other.zip', { version: '3.0.0' });
    expect(await run('other.zip', { version: '1.0.0', 'app-id': '44444444-1111-4111-8111-111111111111' })).toContain(
      'version 1.0.0',
    );
  });
});

describe('versionToBuild', () => {
  const ofProgram = '0.2.0';
  it.each([
    [undefined, undefined, '0.2.0'],
    ['1.0.0', undefined, '1.0.0'],
    [undefined, '0.1.9', '0.2.0'],
    [undefined, '0.2.0', '0.2.1'],
    [undefined, '1.9.9', '1.9.10'],
    ['2.0.0', '1.10.0', '2.0.0'],
  ])('asked for %s after %s is %s', (asked, last, version) =>
    expect(versionToBuild({ asked, ofProgram, last })).toBe(version),
  );

  it.each(['1.9.0', '1.10.0', '1.2', 'v2.0.0', ''])('refuses %s after 1.10.0', (asked) =>
    expect(() => versionToBuild({ asked, ofProgram, last: '1.10.0' })).toThrow('--version'),
  );

  it('compares numbers and not letters', () => {
    expect(compareVersions('1.10.0', '1.9.0')).toBeGreaterThan(0);
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
    expect(nextVersion('1.0.99')).toBe('1.0.100');
  });
});
