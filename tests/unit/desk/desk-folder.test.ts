import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { StartRefused } from '../../../teams-app/config/start-refused.ts';
import { runDeskAlone } from '../../../teams-app/commands/run-desk-alone.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const parent = mkdtempSync(join(tmpdir(), 'desk-folder-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const configIn = (DATA_DIR: string) =>
  readConfig({ DATA_DIR, PEOPLE: '60', EMULATOR_PORT: '0', PORT: '0', LOG_LEVEL: 'silent' }, deskValues);
const peopleIn = (desk: Desk): number => desk.world?.directory.users().length ?? -1;

let model: string;
beforeAll(async () => {
  model = mkdtempSync(join(parent, 'model-'));
  const desk = await runDeskAlone(configIn(model), quiet, false);
  await desk.close();
});

/** The folder of a municipality without people. */
function aMunicipality(): { folder: string; file: string } {
  const folder = mkdtempSync(join(parent, 'm-'));
  cpSync(model, folder, { recursive: true });
  return { folder, file: join(folder, 'microsoft365.sqlite') };
}
const start = (folder: string, fresh = false) => startDesk(configIn(folder), { fresh });
const refusal = (folder: string, starting = start(folder)) =>
  starting.then(
    async (desk) => {
      await desk.close();
      throw new Error('The desk started.');
    },
    (thrown: unknown) => thrown,
  );
/** Refused with a sentence containing this, and a remedy. */
async function expectRefusal(
  folder: string,
  what: string | RegExp,
  todo = '',
  starting = start(folder),
): Promise<void> {
  const refused = await refusal(folder, starting);
  if (!(refused instanceof StartRefused)) throw refused;
  expect(refused.what).toMatch(what);
  expect(refused.todo).toContain(todo);
}
const asideIn = (folder: string) =>
  readdirSync(folder).filter((name) => /\.aside-[^.]*$/.test(name) && !/-(wal|shm)$/.test(name));

function overwrite(file: string, at: number, bytes: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(handle);
}

describe('a folder that cannot be used', () => {
  it('is told when it is a file, or below one', async () => {
    const file = join(parent, 'a-file');
    writeFileSync(file, 'mine');
    for (const dataDir of [file, join(file, 'below')]) await expectRefusal(dataDir, 'is a file', 'DATA_DIR');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it.runIf(process.platform === 'linux')('is told when nobody may write there', async () => {
    // The settings refuse these before; nowhere else may an administrator not write.
    for (const dataDir of ['/proc/desk', '/sys/kernel'])
      await expectRefusal(
        dataDir,
        `cannot write in its folder ${dataDir}`,
        'the right to write',
        startDesk({ ...configIn(parent), dataDir }),
      );
  });
});

describe('a file that is damaged', () => {
  it.each<[string, (size: number) => number, number]>([
    ['its head', () => 0, 100],
    ['64 kB in the middle', (size) => Math.floor(size / 8192) * 4096, 65_536],
    ['the last pages', (size) => size - 32_768, 32_768],
  ])('is refused and kept as it is: %s', async (_of, place, bytes) => {
    const { folder, file } = aMunicipality();
    const { size } = statSync(file);
    overwrite(file, place(size), bytes);
    const before = readFileSync(file);
    await expectRefusal(folder, new RegExp(`file ${file} is damaged: [^*]+Nothing was changed`), '--fresh');
    expect(readFileSync(file).equals(before)).toBe(true);

    const fresh = await start(folder, true);
    expect(peopleIn(fresh)).toBe(0);
    await fresh.close();
    const [aside = ''] = asideIn(folder);
    expect(readFileSync(join(folder, aside)).equals(before)).toBe(true);
  });

  it('is kept at most three times', async () => {
    const { folder, file } = aMunicipality();
    for (let round = 0; round < 5; round += 1) {
      overwrite(file, 0, 100);
      await (await start(folder, true)).close();
    }
    expect(asideIn(folder)).toHaveLength(3);
  });
});

describe('a file that was emptied', () => {
  it.each<[string, (file: string) => void]>([
    ['nothing in it', (file) => truncateSync(file, 0)],
    ['no file', (file) => rmSync(file)],
    ['no people', (file) => withDatabase(file, (database) => database.exec('DELETE FROM users'))],
    ['no items', (file) => withDatabase(file, (database) => database.exec('DELETE FROM items'))],
    ['no table of lists', (file) => withDatabase(file, (database) => database.exec('DROP TABLE lists'))],
    ['no tables at all', (file) => withDatabase(file, dropAll)],
  ])('is no new municipality in silence: %s', async (_of, empty) => {
    const { folder, file } = aMunicipality();
    empty(file);
    await expectRefusal(folder, 'is emptied', '--fresh');
    const fresh = await start(folder, true);
    expect(peopleIn(fresh)).toBe(0);
    await fresh.close();
  });

  it('is seen without what an earlier version did not write down', async () => {
    const { folder, file } = aMunicipality();
    rmSync(join(folder, 'desk.json'));
    withDatabase(file, (database) => database.exec('DELETE FROM users'));
    await expectRefusal(folder, 'nothing is left in users');
  });

  it('is a new one when a first start was killed before anything stood in it', async () => {
    const folder = mkdtempSync(join(parent, 'first-'));
    writeFileSync(join(folder, 'microsoft365.sqlite'), '');
    const desk = await start(folder);
    expect(peopleIn(desk)).toBe(0);
    await desk.close();
  });
});

describe('a folder that is in use', () => {
  it('is refused to a second desk, which says who has it', async () => {
    const { folder } = aMunicipality();
    const first = await start(folder);
    await expectRefusal(folder, `process ${process.pid} at ${first.address}`, 'DATA_DIR');
    await first.close();
    await (await start(folder)).close();
  });

  it('is free again when its process was killed', async () => {
    const { folder } = aMunicipality();
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '-e',
        `import { takeFolder } from ${JSON.stringify(join(import.meta.dirname, '../../../teams-app/desk/desk-folder.ts'))};
         const folder = await takeFolder(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => folder.path, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    await expectRefusal(folder, `process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const desk = await start(folder);
    expect(peopleIn(desk)).toBeGreaterThan(50);
    await desk.close();
    expect(existsSync(join(folder, 'desk.lock'))).toBe(true);
  });
});

function withDatabase(file: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file);
  work(database);
  database.close();
}

function dropAll(database: DatabaseSync): void {
  for (const { name } of database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all())
    database.exec(`DROP TABLE "${String(name)}"`);
}
