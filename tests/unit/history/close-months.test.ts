import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { closeMonths, ClosedMonths, closedRecords, declareHistory } from '../../../api/history/index.ts';
import { aHistory, dyingAt, everything, filesOf, keysOf, Notes } from './a-history.ts';

const living = ['2026-10-02_1', '2026-10-02_2', '2026-10-16_1', '2026-10-16_2'];
const newest = living.map((key) => key.replace('-10-', '-11-'));

describe('closeMonths', () => {
  it('writes each month that no rule looks back to as one file, and removes it from the list', async () => {
    const { context } = await aHistory();
    const before = await everything(context);
    expect(await closeMonths(context)).toBe(8);
    expect(keysOf(context)).toEqual([...living, ...newest]);
    expect(filesOf(context)).toEqual(['2026-08 1: 4 closed', '2026-09 1: 4 closed']);
    expect(await everything(context)).toEqual(before);
    expect(await closeMonths(context)).toBe(0);
  });

  it('writes a file that says what it is, and that anything reads that knows gzip and JSON', async () => {
    const { context } = await aHistory();
    await closeMonths(context);
    const [file] = context.list(ClosedMonths).all();
    if (!file) throw new Error('no file');
    const bytes = await context.documents.download(file.fileId);
    const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
    const [head, first] = lines.map((line): unknown => JSON.parse(line));
    expect(head).toMatchObject({ format: 'history', version: 1, list: 'Notes', month: '2026-08', part: 1, items: 4 });
    expect(first).toMatchObject({ id: '1', fields: { Key: '2026-08-02_1', Title: 'Note 1 – æøå', Day: '2026-08-02' } });
    expect(lines).toHaveLength(5);
    expect(file).toMatchObject({
      bytes: bytes.length,
      path: expect.stringMatching(/^Historik\/Notes\/2026-08-1-/) as unknown,
    });
  });

  it('keeps a month as long as one of its days is looked back to, and longer where the municipality says so', async () => {
    const { context } = await aHistory({ lookBack: 80 });
    await closeMonths(context);
    expect(filesOf(context)).toEqual(['2026-08 1: 4 closed']);
    const longer = await aHistory({ lookBack: 40 });
    longer.context.organisation.historyLiveDays = 80;
    await closeMonths(longer.context);
    expect(filesOf(longer.context)).toEqual(['2026-08 1: 4 closed']);
    const shorter = await aHistory({ lookBack: 80 });
    shorter.context.organisation.historyLiveDays = 1;
    await closeMonths(shorter.context);
    expect(filesOf(shorter.context)).toEqual(['2026-08 1: 4 closed']);
  });

  it('makes more than one file of a large month, and stops after so many items to go on next time', async () => {
    const { context } = await aHistory({ notesADay: 5 });
    const before = await everything(context);
    expect(await closeMonths(context, { itemsInFile: 4, itemsInRun: 14 })).toBe(14);
    expect(filesOf(context)).toEqual([
      '2026-08 1: 4 closed',
      '2026-08 2: 4 closed',
      '2026-08 3: 2 closed',
      '2026-09 1: 4 closed',
    ]);
    expect(await closeMonths(context, { charactersInFile: 500 })).toBe(6);
    expect(await everything(context)).toEqual(before);
  });

  it('leaves an item that is changed while its month is written, and takes it along later as it then is', async () => {
    const { context } = await aHistory();
    const { upload } = context.documents;
    context.documents.upload = async (...given) => {
      context.documents.upload = upload;
      const stored = await upload(...given);
      await context.list(Notes).update('2026-08-16_1', () => ({ title: 'Changed' }));
      return stored;
    };
    await closeMonths(context);
    expect(keysOf(context)).toContain('2026-08-16_1');
    await closeMonths(context);
    expect(keysOf(context)).not.toContain('2026-08-16_1');
    expect(filesOf(context)).toEqual(['2026-08 1: 4 closed', '2026-09 1: 4 closed', '2026-08 2: 1 closed']);
    const august = await closedRecords(context, Notes, '2026-08');
    expect(august.find(({ key }) => key === '2026-08-16_1')?.title).toBe('Changed');
    expect(august).toHaveLength(4);
  });

  it('leaves what a follower has not come to, until it has', async () => {
    let reached = 3;
    const { context } = await aHistory({ reached: () => reached });
    await closeMonths(context);
    expect(filesOf(context)).toEqual(['2026-08 1: 3 closed']);
    expect(keysOf(context)).toContain('2026-08-16_2');
    reached = 8;
    await closeMonths(context);
    expect(keysOf(context)).toEqual([...living, ...newest]);
    expect(filesOf(context)).toEqual(['2026-08 1: 3 closed', '2026-08 2: 1 closed', '2026-09 1: 4 closed']);
  });

  it('removes nothing while the library gives back something else than was written', async () => {
    const { context } = await aHistory();
    const { download } = context.documents;
    context.documents.download = async (...given) =>
      (await download(...given)).map((byte, at) => (at === 40 ? byte ^ 1 : byte));
    await expect(closeMonths(context)).rejects.toMatchObject({ code: 'history.fileChanged' });
    expect(keysOf(context)).toHaveLength(16);
    expect(filesOf(context)).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'loses nothing and doubles nothing, killed %s any of its calls',
    async (when) => {
      let calls = 0;
      for (let nth = 1; ; nth += 1) {
        const { context, another } = await aHistory();
        const before = await everything(context);
        const dying = dyingAt(context, nth, when);
        declareHistory(dying, await aHistory().then(({ row }) => [row]));
        const isKilled = await closeMonths(dying).then(
          () => false,
          () => true,
        );
        expect(await everything(another())).toEqual(before);
        const next = another();
        await closeMonths(next);
        expect(keysOf(next)).toEqual([...living, ...newest]);
        expect(await everything(next)).toEqual(before);
        expect(
          next
            .list(ClosedMonths)
            .all()
            .every(({ state }) => state === 'closed'),
        ).toBe(true);
        const held = next
          .list(ClosedMonths)
          .all()
          .reduce((sum, { items }) => sum + items, 0);
        expect(held).toBe(8);
        expect(await closeMonths(next)).toBe(0);
        if (!isKilled) break;
        calls = nth;
      }
      // Two months: upload, read back, sums, record, four removals, record.
      expect(calls).toBeGreaterThanOrEqual(18);
    },
  );
});
