import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inWorkingHours } from './danish-time.ts';
import { startWorld, type JourneyWorld } from './world.ts';

/** Data directories of the worlds of a run, deleted at its end (`worlds-of-run.ts`), or of this process. */
const worlds = process.env['WORLDS'] ?? mkdtempSync(join(tmpdir(), 'sikkerhedshjulet-worlds-'));
if (process.env['WORLDS'] === undefined) process.on('exit', () => rmSync(worlds, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(worlds, 'world-'));

/** The default moment: a full hour, so that the worlds of all workers share their data. */
const usualMoment = () => `${inWorkingHours(new Date()).slice(0, 13)}:00:00.000Z`;

/**
 * As `startWorld` and then `process`, from data prepared once per run: seeding and sending take most of a world's time.
 * It has a data directory of its own, deleted on close; the program has been restarted, as after an upgrade.
 */
export async function startSettledWorld(
  env: Record<string, string> = {},
  at?: string,
  around?: Parameters<typeof startWorld>[2],
): Promise<JourneyWorld> {
  const prepared = await preparedData(env['PEOPLE'], at ?? usualMoment());
  const own = newFolder();
  cpSync(join(prepared, 'data'), own, { recursive: true });
  const moment = readFileSync(join(prepared, 'moment'), 'utf8');
  const world = await startWorld({ ...env, DATA_DIR: own }, moment, around);
  await world.process();
  return {
    ...world,
    close: async () => {
      await world.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/**
 * The folder with a settled world's `data` and its `moment`, ISO. Only the number of people makes a difference to it.
 */
async function preparedData(people: string | undefined, at: string): Promise<string> {
  const folder = join(worlds, `${people ?? 'usual'}-${at.replaceAll(':', '')}`);
  if (existsSync(folder)) return folder;
  const making = newFolder();
  const data = join(making, 'data');
  mkdirSync(data);
  const world = await startWorld({ DATA_DIR: data, ...(people === undefined ? {} : { PEOPLE: people }) }, at);
  await world.process();
  writeFileSync(join(making, 'moment'), world.desk.clock.now().toISOString());
  await world.close();
  rmSync(join(data, 'desk.lock'), { force: true });
  try {
    renameSync(making, folder);
  } catch {
    // Another worker was first.
    rmSync(making, { recursive: true });
  }
  return folder;
}
