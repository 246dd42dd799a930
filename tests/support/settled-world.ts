import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inWorkingHours } from './danish-time.ts';
import { startWorld, type JourneyWorld } from './world.ts';

const folderIn = (place = tmpdir()) => mkdtempSync(join(place, 'sikkerhedshjulet-world-'));

/** Data directories of finished worlds, for all workers of a run (`worlds-of-run.ts`), or for this process. */
const finished = process.env['WORLDS'] ?? folderIn();
if (process.env['WORLDS'] === undefined) process.on('exit', () => rmSync(finished, { recursive: true, force: true }));

/** The default moment is one for all worlds of a process, so that they share their data. */
let usualMoment: string | undefined;

/**
 * As `startWorld` and then `process`, from data prepared once per run: seeding and sending take most of a world's time.
 * It has a data directory of its own, deleted on close; the program has been restarted, as after an upgrade.
 */
export async function startSettledWorld(env: Record<string, string> = {}, at?: string): Promise<JourneyWorld> {
  usualMoment ??= inWorkingHours(new Date());
  const prepared = await preparedData(env['PEOPLE'], at ?? usualMoment);
  const own = folderIn();
  cpSync(join(prepared, 'data'), own, { recursive: true });
  const world = await startWorld({ ...env, DATA_DIR: own }, readFileSync(join(prepared, 'moment'), 'utf8'));
  await world.process();
  return {
    ...world,
    close: async () => {
      await world.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** The folder with a settled world's `data` and its `moment`, ISO. Only the number of people makes a difference to it. */
async function preparedData(people: string | undefined, at: string): Promise<string> {
  const folder = join(finished, `${people ?? 'usual'}-${at.slice(0, 13)}`);
  if (existsSync(folder)) return folder;
  const making = folderIn(finished);
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
