import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apps, catalogAppId, siteHost, sitePath, tenantId } from '../../teams-app/emulator/municipality.ts';
import { startProgramProcess } from '../support/program-process.ts';
import { startDeskProcess, type DeskProcess } from './desk-process.ts';
import { megabytes, number, print, seconds, type Figure } from './figures.ts';
import { residentMemory } from './memory.ts';
import { processorOf } from './processor.ts';
import { untilQuiet } from './until-quiet.ts';

const folder = join(import.meta.dirname, '../../dist/program');
const sizes = [500, 2_300, 10_000, 50_000];

/**
 * The packed program in production mode, with a real tenant's settings, on desks of four sizes, or up to `people`: size
 * of its folder, start and memory. Requires `npm run package`.
 */
export async function measurePacked(people: number): Promise<void> {
  if (!existsSync(folder)) {
    console.log('\nThe packed program is not measured: run npm run package first.');
    return;
  }
  const { files, bytes } = sizeOf(folder);
  print('The packed program', [{ what: 'its folder', figure: megabytes(bytes), beside: `${number(files)} files` }]);
  for (const size of sizes.filter((one) => one <= people)) {
    const desk = await startDeskProcess(size);
    try {
      print(`The packed program in production mode, ${number(size)} people`, await measureStarts(desk));
    } finally {
      await desk.stop();
    }
  }
}

/** Two starts: the second one with what Node compiled in the first. */
async function measureStarts(desk: DeskProcess): Promise<Figure[]> {
  const state = mkdtempSync(join(tmpdir(), 'packed-'));
  const starts: Figure[] = [];
  for (const which of ['first', 'second']) {
    const program = await startProgramProcess(settings(desk, state), toDesk, join(folder, 'teams-app/main.ts'));
    const processor = processorOf(program.pid);
    const atStart = residentMemory(program.pid) ?? NaN;
    await untilQuiet(program);
    const quiet = residentMemory(program.pid) ?? NaN;
    await program.stop();
    starts.push({
      what: `${which} start`,
      figure: `${number(program.startSeconds, 1)} s`,
      beside: `processor ${seconds(processor)}; memory (RSS) ${megabytes(atStart)}, at rest ${megabytes(quiet)}`,
    });
  }
  rmSync(state, { recursive: true, force: true });
  return starts;
}

const toDesk = ['../support/fetch-to-a-desk.ts', './block-probe.ts'].flatMap((file) => [
  '--import',
  new URL(file, import.meta.url).href,
]);
const settings = (desk: DeskProcess, state: string): Record<string, string> => ({
  A_DESK: desk.address,
  NODE_ENV: 'production',
  NODE_COMPILE_CACHE: join(state, 'node-cache'),
  STATE_DIR: join(state, 'state'),
  PUBLIC_URL: 'https://isms.example.dk',
  TENANT_ID: tenantId,
  APP_ID: apps.app.clientId,
  APP_SECRET: apps.app.secret,
  SITE_HOST: siteHost,
  SITE_PATH: sitePath,
  CATALOG_APP_ID: catalogAppId,
  LICENCES: 'unlimited',
  SEND_RATE: '40',
  PERSON_LIMITS: 'on',
});

function sizeOf(path: string): { files: number; bytes: number } {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = entries.map((entry) => lstatSync(join(entry.parentPath, entry.name)).size);
  return { files: entries.length, bytes: bytes.reduce((sum, one) => sum + one, 0) };
}
