import { getPriority } from 'node:os';
import { threadId } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { whileSomebodyWaits } from '../../../api/kernel/index.ts';
import { mostAtOnce } from '../../../api/threads/own-thread.ts';
import { ownThread } from '../../../api/threads/index.ts';
import type { Wanted } from './work.ts';

const limits = { milliseconds: 20_000, megabytes: 64 };
const threadFor = (own: Partial<typeof limits> = {}) =>
  ownThread<Wanted, number>(new URL('./work.ts', import.meta.url), { ...limits, ...own });

it('works on another thread, and on the same one the next time', async () => {
  const work = threadFor();
  const first = await work('thread');
  expect(first).not.toBe(threadId);
  expect(await work('thread')).toBe(first);
});

it('does a few pieces of work at a time, and the others after them', async () => {
  const work = threadFor();
  const threads = await Promise.all(Array.from({ length: mostAtOnce + 2 }, () => work('wait')));
  expect(new Set(threads).size).toBe(mostAtOnce);
});

it('tells what went wrong on the thread, and goes on', async () => {
  const work = threadFor();
  await expect(work('throw')).rejects.toThrow('No such sheet');
  expect(await work('thread')).toBeGreaterThan(0);
});

it('gives up what takes too long or too much memory, and the next is done', async () => {
  // More than the start of a thread takes on a busy machine.
  const work = threadFor({ milliseconds: 15_000 });
  await expect(work('endless')).rejects.toMatchObject({ kind: 'invalid', code: 'threads.tooMuch' });
  expect(await work('thread')).toBeGreaterThan(0);
  const narrow = threadFor({ megabytes: 32 });
  await expect(narrow('memory')).rejects.toMatchObject({ kind: 'invalid', code: 'threads.tooMuch' });
  expect(await narrow('thread')).toBeGreaterThan(0);
});

it('serves people in turn, whatever they ask for: who asks for much waits for it, and nobody else does', async () => {
  const [work, other] = [threadFor(), threadFor()];
  // Threads that are running: on a busy machine the start of one takes longer than all the work of others.
  await Promise.all([work, other].flatMap((run) => Array.from({ length: mostAtOnce }, () => run('wait'))));
  const done: string[] = [];
  const as = (who: string, run: typeof work) =>
    whileSomebodyWaits({ what: 'GET /api/x', who }, async () => {
      await run('wait');
      done.push(who);
    });
  const annes = Promise.allSettled(Array.from({ length: 12 }, () => as('anne', work)));
  await as('bo', other);
  // The running ones, those that end at the same moment, and one in between.
  expect(done.length).toBeLessThan(8);
  // A person's limit is eight, of all kinds together.
  const refused = (await annes).flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toHaveLength(4);
  expect(refused[0]).toMatchObject({ kind: 'unavailable', code: 'threads.busy' });
});

it.runIf(process.platform === 'linux')('gives way to the thread that answers people', async () => {
  expect(await threadFor()('priority')).toBeGreaterThan(getPriority());
});

it('lets so many wait and no more: whoever comes then is told to try again', async () => {
  const work = threadFor();
  const asked = await Promise.allSettled(Array.from({ length: 60 }, () => work('wait')));
  const refused = asked.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused.length).toBeGreaterThan(20);
  for (const reason of refused) expect(reason).toMatchObject({ kind: 'unavailable', code: 'threads.busy' });
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(20);
});
