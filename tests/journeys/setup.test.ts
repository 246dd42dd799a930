import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { localDate } from '../../api/kernel/index.ts';
import { buildNext, settingsFrom } from '../../manifest/next-package.ts';
import type { Command } from '../../teams-app/commands/command.ts';
import { doctor } from '../../teams-app/commands/doctor.ts';
import { importCentres } from '../../teams-app/commands/import-centres.ts';
import { mapGroup } from '../../teams-app/commands/map-group.ts';
import { provisionLists } from '../../teams-app/commands/provision-lists.ts';
import { partsOf, setup } from '../../teams-app/commands/setup.ts';
import { lackedBy } from '../../teams-app/commands/setup/script-lines.ts';
import { readAnswers } from '../../teams-app/commands/setup/settings-file.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { loadConfig, loadManifestConfig, loadSettings } from '../../teams-app/config/index.ts';
import type { Desk } from '../../teams-app/desk/desk.ts';
import { startDesk } from '../../teams-app/desk/start-desk.ts';
import { organisationName, siteHost, sitePath, tenantId } from '../../teams-app/emulator/municipality.ts';
import { startProgram, type Program } from '../../teams-app/program/program.ts';
import { cisoGroup } from '../../teams-app/seed/empty-tenant.ts';
import { seedCentres } from '../../teams-app/seed/centres.ts';
import { carryOut } from '../support/administrator.ts';
import { inWorkingHours } from '../support/danish-time.ts';

const publicUrl = 'https://isms.ishoj.example';
/** The page's examples, and what they are on the desk. */
const examples: readonly (readonly [string, string])[] = [
  ['11111111-1111-4111-8111-111111111111', tenantId],
  ['https://isms.example.dk', publicUrl],
  ['example.sharepoint.com', siteHost],
  ['/sites/informationssikkerhed', sitePath],
  ['Eksempel_Kommune', organisationName],
  ['33333333-3333-4333-8333-333333333333', cisoGroup.id],
];
const commands: Readonly<Record<string, Command>> = {
  setup,
  doctor,
  provision: provisionLists,
  'import-centres': importCentres,
  'map-group': mapGroup,
};

/** The lines of each step of docs/setup.md, by its heading's number. */
function stepsOfPage(): Map<string, string[]> {
  const page = readFileSync(new URL('../../docs/setup.md', import.meta.url), 'utf8');
  const steps = new Map<string, string[]>();
  for (const section of page.split(/^## /m).slice(1)) {
    const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, text = '']) => text.trim().split('\n'));
    if (blocks.length > 0) steps.set(section.split('.')[0] ?? '', blocks.flat());
  }
  return steps;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('from an empty folder and an empty tenant, by docs/setup.md alone', () => {
  const steps = stepsOfPage();
  const folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const file = (name: string) => join(folder, name);
  const settings = { SETTINGS_FILE: file('setup.env'), LOG_LEVEL: 'silent', START_PATIENCE: '0' };
  let desk: Desk;
  let program: Program | undefined;

  /** One line of the page: exit code and what was printed. */
  async function carriedOut(line: string): Promise<{ code: number; text: string }> {
    const words = examples
      .reduce((text, [example, real]) => text.replaceAll(example, real.replaceAll(' ', '\u00A0')), line)
      .split(' ')
      .map((word) => word.replaceAll('\u00A0', ' '))
      .map((word) => word.replace(/(?:^|(?<==))[\w-]+\.(pem|md|ps1|env|csv)$/, (name) => file(name)));
    const lines: string[] = [];
    const print = (one: string) => void lines.push(one);
    const [first, , , , name = '', ...args] = words;
    let code = 0;
    if (line.startsWith('npm run isms -- ')) {
      const command = commands[name];
      if (!command) throw new Error(`docs/setup.md has an unknown command: ${line}`);
      code = await command.run({ args, print, config: () => loadSettings(settings) });
    } else if (line === 'npm run manifest') {
      const given = { out: file('app.zip'), check: false };
      buildNext(given, settingsFrom(given, await loadManifestConfig(settings)));
    } else if (first === 'pwsh') {
      const wanted = /-Parts (\S+)/.exec(line)?.[1]?.split(',');
      await administrators(wanted);
    } else if (line.startsWith('NODE_ENV=production node teams-app/main.ts')) program = await started();
    else throw new Error(`docs/setup.md has an unknown line: ${line}`);
    return { code, text: lines.join('\n') };
  }
  async function step(number: string) {
    const lines = steps.get(number) ?? [];
    const found = [];
    for (const line of lines) found.push(await carriedOut(line));
    return found;
  }

  /** The script's parts, as it was written: those that lack an answer are left out. */
  async function administrators(wanted?: readonly string[]) {
    const made: string[] = [];
    for (const part of partsOf(readAnswers(file('setup.env')))) {
      if (lackedBy(part).length > 0 || (wanted && !wanted.includes(part.name))) continue;
      const done = await carryOut(desk, part);
      made.push(...done.made);
      const lines = Object.entries(done.given).map(([name, value]) => `${name}=${value}\n`);
      appendFileSync(file('setup-ids.env'), lines.join(''));
    }
    return made;
  }

  async function started(): Promise<Program> {
    const env = { ...settings, NODE_ENV: 'production', PORT: '0', SEND_RATE: '50', STATE_DIR: file('state') };
    const running = await startProgram(await loadConfig(env), { fetch, clock: desk.clock, log: quiet });
    const { address, process: work } = running;
    await desk.connect({ address, process: work, describe: () => undefined });
    return running;
  }

  const api = async (personId: string, method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${program?.address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await desk.world?.entra.personToken(personId)}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };

  beforeAll(async () => {
    const config = readConfig({ DATA_DIR: ':memory:', PEOPLE: '60', LOG_LEVEL: 'silent' }, deskValues);
    desk = await startDesk(config, { empty: true });
    const plain = globalThis.fetch;
    // Microsoft's hosts are the desk's, the program's address is its proxy's, and nothing else is reached.
    vi.stubGlobal('fetch', async (input: string | URL, init?: RequestInit) => {
      const url = String(input);
      if (url.startsWith('http://127.0.0.1')) return plain(url, init);
      if (url.startsWith(publicUrl))
        return plain(url.replace(publicUrl, program?.address ?? 'http://127.0.0.1:1'), init);
      return desk.fetch(url, init);
    });
    vi.stubEnv('SETTINGS_FILE', settings.SETTINGS_FILE);
    // Packages of this folder that somebody has built are no part of the test.
    appendFileSync(file('setup.env'), `SETUP_PACKAGE=${file('app.zip')}\n`);
    vi.stubEnv('LOG_LEVEL', 'silent');
    const rows = seedCentres.flatMap(({ title, departments }) => departments.map(({ name }) => `${title};${name}`));
    writeFileSync(file('centres.csv'), ['Center;Afdeling', ...rows, ''].join('\n'));
  });
  afterAll(async () => {
    await program?.close();
    await desk.close();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says of everything that it is missing, and who makes it', async () => {
    const [first] = await step('1');
    expect(first?.code).toBe(1);
    expect(first?.text).toContain('done    The questions are answered.');
    expect(first?.text).toMatch(/MISSING The app is not known[\s\S]+\(Application Administrator\)/);
    expect(first?.text).not.toContain('done    The app ');
  });

  it('makes certificates, whose keys are in no file for others', async () => {
    await step('2');
    await step('3');
    const key = readFileSync(file('app.pem'), 'utf8').split('\n')[1] ?? '';
    for (const name of ['setup.env', 'setup.md', 'setup.ps1']) {
      const text = readFileSync(file(name), 'utf8');
      expect(text).not.toContain(key);
      expect(text).not.toContain('PRIVATE KEY');
    }
    expect(readFileSync(file('setup.md'), 'utf8')).toContain('Privileged Role Administrator');
  });

  it('has the bot and the app in the catalogue once the ids are handed back, and the script makes nothing twice', async () => {
    await step('4');
    expect(Object.keys(readAnswers(file('setup.env')))).toEqual(
      expect.arrayContaining(['APP_ID', 'PROVISIONING_APP_ID', 'CATALOG_APP_ID']),
    );
    expect(await administrators()).toEqual([]);
    expect(desk.world?.tenant.made.applications).toHaveLength(2);
  });

  it('makes lists, sets centres and the first CISO, and starts', async () => {
    expect((await step('5')).map(({ code }) => code)).toEqual([0, 0, 0]);
    await step('6');
    const [status, checked] = await step('7');
    expect(status?.text).not.toContain('MISSING');
    expect(status?.code).toBe(0);
    expect(checked?.text).not.toContain('BAD');
    expect(checked?.code).toBe(0);
  });

  it('publishes the first policy, and an employee acknowledges it from the card', async () => {
    desk.world?.clock.set(inWorkingHours(desk.clock.now()));
    await program?.process();
    const idOf = (name: string) =>
      desk.world?.directory.users().find(({ displayName }) => displayName === name)?.id ?? '';
    const ciso = idOf('Camilla Holm Vestergaard');
    const employee = idOf('Anne Jensen');
    const draft = z.looseObject({ key: z.string() }).parse(
      await api(ciso, 'POST', '/api/policy/versions', {
        title: 'Informationssikkerhedspolitik',
        number: '1.0',
        body: '# Formål\n\nVi passer på oplysninger om borgere.',
        summary: 'Kommunens første politik.',
        changeKind: 'major',
        effectiveOn: localDate(desk.clock.now()),
      }),
    );
    await api(ciso, 'POST', `/api/policy/versions/${draft.key}/publish`, { reason: 'Vedtaget af Byrådet' });
    const card = () => desk.world?.teams.chat(employee).messages.findLast(({ from }) => from === 'bot');
    // The app is installed for each person first, and the chat is there a moment later.
    for (let round = 0; round < 20 && !card(); round += 1) {
      await program?.process();
      await desk.world?.teams.idle();
    }
    const asked = card();
    expect(JSON.stringify(asked?.card)).toContain('Kommunens første politik.');
    await desk.world?.teams.press(employee, {
      messageId: asked?.id ?? '',
      title: 'Jeg har læst og følger den',
      inputs: {},
    });
    const given = program?.context.list(Acknowledgements).all() ?? [];
    expect(given.filter(({ personId }) => personId === employee)).toMatchObject([{ channel: 'card' }]);
  });
});
