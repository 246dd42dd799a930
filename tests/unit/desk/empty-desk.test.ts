import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { administrators } from '../../../teams-app/commands/administrators.ts';
import { writeAnswers } from '../../../teams-app/commands/setup/settings-file.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { startEmptyDesk, type EmptyDesk } from '../../../teams-app/desk/empty-desk.ts';
import { answers } from '../../support/setup-answers.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'practice-'));
const settings = join(folder, 'setup.env');

describe('an empty Microsoft 365, on which setup is practised', () => {
  let practice: EmptyDesk;
  beforeAll(async () => {
    const env = { DATA_DIR: folder, PEOPLE: '60', EMULATOR_PORT: '0', LOG_LEVEL: 'silent' };
    practice = await startEmptyDesk(readConfig(env, deskValues), false);
    writeAnswers(settings, answers);
  });
  afterAll(async () => {
    await practice.desk.close();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  const administrator = async (...args: string[]) => {
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    await administrators.run({ args, print, config: () => Promise.reject(new Error('no settings are read')) });
    return lines;
  };

  it('has people and a file of their centres, and tells how to begin', () => {
    expect(practice.desk.world?.directory.users().length).toBeGreaterThan(50);
    expect(practice.desk.world?.sites.lists.all().map(({ displayName }) => displayName)).not.toContain('People');
    expect(readFileSync(join(folder, 'empty/centres.csv'), 'utf8')).toMatch(/^Center;Afdeling\n.+;.+/);
    expect(practice.begin.join('\n')).toContain('npm run practise -- setup --set TENANT_ID=');
  });

  it('has administrators who do what the script does, and nothing twice; elsewhere there are none', async () => {
    await expect(administrator()).rejects.toThrow('on an empty desk only');
    vi.stubEnv('PRACTICE_DESK', practice.desk.address);
    vi.stubEnv('SETTINGS_FILE', settings);
    const plain = globalThis.fetch;
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) =>
      input.startsWith('https:') ? practice.desk.fetch(input, init) : plain(input, init),
    );
    const first = await administrator('entra,consent');
    expect(first.filter((line) => line.startsWith('made')).length).toBeGreaterThan(10);
    expect(readFileSync(join(folder, 'setup-ids.env'), 'utf8')).toMatch(/^APP_ID=[0-9a-f-]{36}$/m);
    const again = await administrator('entra,consent');
    expect(again.filter((line) => line.startsWith('made'))).toEqual([]);
    await expect(administrator('entre')).rejects.toThrow('entra,consent,sharepoint,azure,teams');
  });

  it('answers a command with a tenant’s settings, for Microsoft', async () => {
    const child = spawn(
      process.execPath,
      ['--import', './teams-app/desk/practise.ts', 'teams-app/commands/isms.ts', 'setup', '--settings', settings],
      { cwd: root, env: { ...process.env, EMULATOR_URL: practice.desk.address }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (some: Buffer) => (said += some.toString()));
    await once(child, 'close');
    expect(said).toContain('MISSING The app is not known');
  });
});
