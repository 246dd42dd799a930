import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keyedQueue, waitedFor, whileSomebodyWaits } from '../../../api/kernel/index.ts';

describe('a keyed queue', () => {
  it('does the work of one key in order, also after a failure, and the work of others meanwhile', async () => {
    const queue = keyedQueue();
    const done: string[] = [];
    const work = (name: string, work: Promise<unknown>) => async () => {
      await work;
      done.push(name);
      return name;
    };
    const first = Promise.withResolvers<void>();
    const all = [
      queue('a', work('first', first.promise)),
      queue('a', () => Promise.reject(new Error('second'))),
      queue('a', work('third', Promise.resolve())),
      queue('b', work('other', Promise.resolve())).then(() => first.resolve()),
    ];
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(done).toEqual(['other', 'first', 'third']);
  });

  it('begins at once when nothing is under way', async () => {
    const queue = keyedQueue();
    let begun = 0;
    const work = () => Promise.resolve(void (begun += 1));
    const first = queue('a', work);
    expect(begun).toBe(1);
    await first;
    const next = queue('a', work);
    expect(begun).toBe(2);
    await next;
  });

  it('knows in each work who waits for it', async () => {
    const queue = keyedQueue();
    const who = () => queue('a', () => wait(0).then(() => waitedFor()?.who));
    const asked = ['anne', 'bo'].map((person) => whileSomebodyWaits({ what: 'POST /api/x', who: person }, who));
    expect(await Promise.all([...asked, who()])).toEqual(['anne', 'bo', undefined]);
  });
});
