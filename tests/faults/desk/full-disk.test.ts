import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tellFileTrouble } from '../../../teams-app/emulator/file-trouble.ts';
import { until } from '../../support/until.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await startWorld({ PEOPLE: '60' });
});
afterAll(() => world.close());

const database = () => {
  const { db } = world.desk.world ?? {};
  if (!db) throw new Error('The desk runs elsewhere.');
  return db;
};
/** SQLite answers as on a full disk: no page can be added. */
const disk = (state: 'full' | 'empty') => {
  // No page has room inside either: how much was written before must not decide what fails first.
  if (state === 'full') database().exec('VACUUM');
  const pages =
    state === 'full' ? Number(database().prepare('PRAGMA page_count').get()?.['page_count']) : 4_294_967_294;
  database().exec(`PRAGMA max_page_count = ${pages}`);
};
const failed = () => world.program.jobs.status().flatMap(({ name, problem }) => (problem === undefined ? [] : [name]));
/** How many digests each person has in the chat. */
async function digests(): Promise<number[]> {
  const people = await world.people();
  const chats = await Promise.all(people.map((person) => world.chatOf(person)));
  return chats.map((lines) => lines.filter(({ from }) => from === 'bot').length);
}

describe('a disk that was full', () => {
  it('leaves no job failed when there is room again, and nobody without or with two of what was due', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await world.control('PUT', 'clock', { now: '2026-12-01T09:00:00Z' });
    await world.process();
    expect(failed()).toEqual([]);

    disk('full');
    await world.control('PUT', 'clock', { now: '2026-12-08T09:00:00Z' });
    const run = world.process();
    const words = 'The disk of the desk is full. Make room';
    await until('the trouble to be told', () => said.mock.calls.flat().join('').includes(words), 120_000);
    // Somebody makes room in the middle of it: what was refused is tried again with pauses, and goes on.
    const aJobFails = until('a job to fail', () => failed().length > 0).catch(() => 'still being tried');
    await Promise.race([run, aJobFails]);
    said.mockRestore();

    disk('empty');
    await run;
    await world.process();
    expect(failed()).toEqual([]);
    const once = await digests();
    await world.process();
    expect(await digests()).toEqual(once);
    expect(world.program.lists.status().stale).toBe(false);
    // Calls to a full desk are tried again with pauses.
  }, 240_000);
});

describe('tellFileTrouble', () => {
  it('says the same trouble once a minute, and nothing of what is no trouble with the file', () => {
    const lines: string[] = [];
    const trouble = Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
    for (const thrown of [trouble, trouble, new Error('other'), Object.assign(new Error('unique'), { errcode: 2067 })])
      tellFileTrouble(thrown, (line) => lines.push(line));
    expect(lines).toEqual([expect.stringContaining('file is damaged')]);
  });
});
