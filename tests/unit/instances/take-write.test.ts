import { describe, expect, it, vi } from 'vitest';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { createMirror } from '../../../api/sharepoint/mirror.ts';
import { defineList, optional, text } from '../../../api/sharepoint/index.ts';
import { takeWrite } from '../../../api/sharepoint/take-write.ts';

const older = defineList('Notes', { describe: '', columns: { title: text('Title') } });
const newer = defineList('Notes', { describe: '', columns: { title: text('Title'), more: optional(text('More')) } });

/** The list as this program holds it, with one item. */
function held() {
  const codec = codecOf(newer);
  const mirror = createMirror(newer, codec);
  mirror.put({ id: '1', etag: '"a,1"', modified: '', fields: { Key: 'one', Title: 'One', More: 'kept' } });
  return { name: 'Notes', mirror, select: codec.select, everyItemCounts: false, most: 1, removing: 0 };
}
const writeOf = (columns: string, etag: string) => ({
  list: 'Notes',
  columns,
  item: { id: '1', etag, modified: '', fields: { Key: 'one', Title: 'Two' } },
});

describe('a write of another instance', () => {
  it('is in the mirror at once, and one that is older changes nothing', () => {
    const list = held();
    const look = vi.fn();
    takeWrite(list, writeOf(list.select, '"a,2"'), look);
    expect(list.mirror.get('one')).toMatchObject({ title: 'Two' });
    takeWrite(list, { ...writeOf(list.select, '"a,1"') }, look);
    expect(list.mirror.get('one')).toMatchObject({ title: 'Two', item: { etag: '"a,2"' } });
    expect(look).not.toHaveBeenCalled();
  });

  it('of a program with other columns is read from the list: what that one does not know is not lost', () => {
    const list = held();
    const look = vi.fn();
    takeWrite(list, writeOf(codecOf(older).select, '"a,2"'), look);
    expect(look).toHaveBeenCalledExactlyOnceWith(list);
    expect(list.mirror.get('one')).toMatchObject({ title: 'One', more: 'kept' });
  });

  it('that removes an item is no loss', () => {
    const list = held();
    takeWrite(list, { list: 'Notes', gone: '1' }, vi.fn());
    expect([list.mirror.count, list.most]).toEqual([0, 0]);
  });
});
