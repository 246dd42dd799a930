import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tellFileTrouble } from '../../../teams-app/emulator/file-trouble.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await startWorld({ PEOPLE: '60', LOG_LEVEL: 'silent' }, '2026-11-24T08:00:00.000Z');
});
afterAll(() => world.close());

const database = () => {
  const { db } = world.desk.world ?? {};
  if (!db) throw new Error('The desk runs elsewhere.');
  return db;
};
/** SQLite responds as on a full disk: it can add this many pages. */
const leave = (pages: number) => {
  // No free space inside pages either: earlier writes must not decide what fails first.
  database().exec('VACUUM');
  const taken = Number(database().prepare('PRAGMA page_count').get()?.['page_count']);
  database().exec(`PRAGMA max_page_count = ${taken + pages}`);
};
const makeRoom = () => database().exec('PRAGMA max_page_count = 4294967294');
const failed = () => world.program.jobs.status().flatMap(({ name, problem }) => (problem === undefined ? [] : [name]));
/** Digests in each person's chat. */
async function digests(): Promise<number[]> {
  const people = await world.people();
  const chats = await Promise.all(people.map((person) => world.chatOf(person)));
  return chats.map((lines) => lines.filter(({ from }) => from === 'bot').length);
}

/** Duplicate cards in a chat, word for word. */
async function repeated(): Promise<string[]> {
  const people = await world.people();
  const chats = await Promise.all(people.map((person) => world.chatOf(person)));
  return chats.flatMap((lines) => {
    const cards = lines
      .filter(({ from }) => from === 'bot')
      .map(({ card, summary }) => JSON.stringify([card, summary]));
    return cards.filter((card, place) => cards.indexOf(card) !== place);
  });
}

/** Requests that Graph had no room for. */
const refused = () =>
  Object.entries(world.desk.world?.stats.snapshot().graph.byRoute ?? {}).flatMap(([route, { statuses }]) =>
    '507' in statuses ? [route] : [],
  );

describe('a disk that was full', () => {
  it.each([
    { pages: 0, before: '2026-12-01', on: '2026-12-08' },
    // Room for the jobs' first writes: the disk is full while sending.
    { pages: 12, before: '2026-12-09', on: '2026-12-15' },
    { pages: 24, before: '2026-12-16', on: '2026-12-22' },
  ])(
    'leaves no job failed when there is room again, and nobody without or with two of what was due ($pages pages left)',
    async ({ pages, before, on }) => {
      const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      await world.control('PUT', 'clock', { now: `${before}T09:00:00Z` });
      await world.process();
      expect(failed()).toEqual([]);

      leave(pages);
      world.desk.world?.stats.reset();
      await world.control('PUT', 'clock', { now: `${on}T09:00:00Z` });
      await world.process();
      expect(refused()).not.toEqual([]);
      if (pages === 0) {
        expect(failed()).not.toEqual([]);
        expect(said.mock.calls.flat().join('')).toContain('The disk of the desk is full. Make room');
      }
      said.mockRestore();

      makeRoom();
      // A daily job that failed on the full disk is retried after a quarter of an hour.
      await world.control('PUT', 'clock', { now: `${on}T09:30:00Z` });
      const afterwards = async () => {
        await world.process();
        return failed();
      };
      await expect.poll(afterwards, { timeout: 120_000 }).toEqual([]);
      // A campaign stopped by the full disk resumes after a pause.
      let once = await digests();
      for (let before: number[] = []; JSON.stringify(before) !== JSON.stringify(once);) {
        before = once;
        await world.process();
        once = await digests();
      }
      expect(await repeated()).toEqual([]);
      expect(world.program.lists.status().stale).toBe(false);
    },
  );
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
