import { describe, expect, it } from 'vitest';
import { Cursors } from '../../../api/deliveries/index.ts';
import { conflict, missing, unavailable } from '../../../api/kernel/index.ts';
import { followerCursor } from '../../../bot/sending/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

function aCursor() {
  const { context } = memoryContext();
  const list = context.list(Cursors);
  return { list, cursor: followerCursor(context, { name: 'receipts', title: 'receipts follows Receipts' }) };
}

describe('how far a follower has come', () => {
  it('is stored at the first start, and what is saved is there after a restart', async () => {
    const { list, cursor } = aCursor();
    expect(await cursor.read(() => 4)).toBe(4);
    await cursor.save(9);
    expect(list.get('receipts')?.position).toBe(9);
    expect(await cursor.read(() => 4)).toBe(9);
  });

  it('is created again when its item was deleted by hand', async () => {
    const { list, cursor } = aCursor();
    await cursor.read(() => 4);
    await list.remove('receipts');
    await cursor.save(9);
    expect(list.get('receipts')?.position).toBe(9);
  });

  it('stops nobody while its item is set aside', async () => {
    const { list, cursor } = aCursor();
    // What the list answers of an item that does not parse.
    list.get = () => undefined;
    list.update = () => Promise.reject(missing('sharepoint.itemGone'));
    list.create = () => Promise.reject(conflict('sharepoint.itemSetAside'));
    expect(await cursor.read(() => 4)).toBe(4);
    await expect(cursor.save(9)).resolves.toBeUndefined();
  });

  it('is asked for again where the list is away', async () => {
    const { list, cursor } = aCursor();
    list.update = () => Promise.reject(unavailable('sharepoint.away'));
    list.create = () => Promise.reject(unavailable('sharepoint.away'));
    await expect(cursor.read(() => 4)).rejects.toMatchObject({ code: 'sharepoint.away' });
    await expect(cursor.save(9)).rejects.toMatchObject({ code: 'sharepoint.away' });
  });
});
