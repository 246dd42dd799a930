import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { Cursors } from '../../../api/deliveries/index.ts';
import { defineList, text, type RecordIn } from '../../../api/sharepoint/index.ts';
import { createCardFollower } from '../../../bot/sending/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

const Receipts = defineList('Receipts', { describe: 'Receipts of a test.', columns: { title: text('Title') } });
type Receipt = RecordIn<typeof Receipts>;

const add = async (context: Context, ...keys: string[]) => {
  for (const key of keys) await context.list(Receipts).create({ key, title: key });
};

/** A follower with its own clock; each is one run of the program. */
function aFollower(context: Context, run?: (receipt: Receipt) => Promise<unknown>) {
  let now = 0;
  const seen: string[] = [];
  const follower = createCardFollower({
    context,
    name: 'receipts',
    list: Receipts,
    run: async (receipt) => {
      seen.push(receipt.key);
      await run?.(receipt);
    },
    time: { now: () => now, wait: async () => undefined },
  });
  return { follower, seen, minutePasses: () => void (now += 60_000) };
}
const cursor = (context: Context) => context.list(Cursors).get('receipts');

describe('following a list', () => {
  it('begins at its end the first time, and takes what is new in item order, once', async () => {
    const { context } = memoryContext();
    await add(context, 'a', 'b');
    const { follower, seen } = aFollower(context);
    await follower.process();
    await add(context, 'c', 'd');
    await Promise.all([follower.process(), follower.process()]);
    expect(seen).toEqual(['c', 'd']);
  });

  it('goes on after a restart without losing an item, whatever was not saved', async () => {
    const { context } = memoryContext();
    const first = aFollower(context);
    await first.follower.process();
    await add(context, 'a', 'b');
    const second = aFollower(context);
    await second.follower.process();
    expect(second.seen).toEqual(['a', 'b']);
  });

  it('saves its place at most once a minute, one minute behind', async () => {
    const { context } = memoryContext();
    const { follower, minutePasses } = aFollower(context);
    await follower.process();
    for (const key of ['a', 'b', 'c']) {
      await add(context, key);
      await follower.process();
    }
    expect(cursor(context)).toMatchObject({ position: 0, item: { etag: '1' } });
    minutePasses();
    await follower.process();
    expect(cursor(context)?.position).toBe(0);
    minutePasses();
    await follower.process();
    expect(cursor(context)).toMatchObject({ position: 3, item: { etag: '2' } });
    minutePasses();
    await follower.process();
    expect(cursor(context)?.item.etag).toBe('2');
    const restarted = aFollower(context);
    await restarted.follower.process();
    expect(restarted.seen).toEqual([]);
  });

  it('finds an item that becomes visible after one with a higher id', async () => {
    const { context } = memoryContext();
    const { follower, seen, minutePasses } = aFollower(context);
    await follower.process();
    await add(context, 'a', 'late', 'c');
    const list = context.list(Receipts);
    const { all } = list;
    list.all = () => all().filter(({ key }) => key !== 'late');
    await follower.process();
    minutePasses();
    await follower.process();
    list.all = all;
    await add(context, 'd');
    await follower.process();
    expect(seen).toEqual(['a', 'c', 'late', 'd']);
  });

  it('goes on with the next item when one fails', async () => {
    const { context } = memoryContext();
    const { follower, seen } = aFollower(context, ({ key }) =>
      key === 'a' ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    await follower.process();
    await add(context, 'a', 'b');
    await follower.process();
    await follower.process();
    expect(seen).toEqual(['a', 'b']);
  });

  it('is waited for when the program stops', async () => {
    const { context } = memoryContext();
    const gate = Promise.withResolvers<void>();
    const { follower, seen } = aFollower(context, () => gate.promise);
    await follower.process();
    await add(context, 'a');
    const run = follower.process();
    await expect.poll(() => seen).toEqual(['a']);
    let hasStopped = false;
    const stop = follower.stop().then(() => (hasStopped = true));
    await breath();
    expect(hasStopped).toBe(false);
    gate.resolve();
    await Promise.all([run, stop]);
    expect(hasStopped).toBe(true);
  });
});
