import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkFiles, closeMonths, ClosedMonths, closedRecords, damagedFiles } from '../../../api/history/index.ts';
import { refusal } from '../organisation/builders.ts';
import { aHistory, Notes } from './a-history.ts';

/** Two closed months, and the number of file downloads. */
async function twoClosedMonths() {
  const history = await aHistory();
  const { context } = history;
  await closeMonths(context);
  const { documents } = context;
  const { download } = documents;
  const state = { fetched: 0, change: (bytes: Uint8Array) => bytes };
  documents.download = async (...given) => {
    state.fetched += 1;
    return state.change(await download(...given));
  };
  return { ...history, state };
}
const where = (day: string) => ({ column: 'Day', values: [day] });

describe('closedRecords', () => {
  it('gives the records of a month, or those of one value, as the list gave them', async () => {
    const { context } = await twoClosedMonths();
    const august = await closedRecords(context, Notes, '2026-08');
    expect(august.map(({ key }) => key)).toEqual(['2026-08-02_1', '2026-08-02_2', '2026-08-16_1', '2026-08-16_2']);
    expect(august[0]).toMatchObject({ title: 'Note 1 – æøå', lines: ['one', 'two\nlines'], item: { id: '1' } });
    expect(await closedRecords(context, Notes, '2026-08', where('2026-08-16'))).toHaveLength(2);
    expect(await closedRecords(context, Notes, '2026-10')).toEqual([]);
  });

  it('fetches a file once for whoever asks at once, and not again for the next page', async () => {
    const { context, state } = await twoClosedMonths();
    const ask = () => closedRecords(context, Notes, '2026-08', where('2026-08-02'));
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(state.fetched).toBe(1);
  });

  it.each([
    ['a byte is another', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte))],
    ['its end is missing', (bytes: Uint8Array) => bytes.subarray(0, -9)],
    ['something was put behind it', (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
    ['it is empty', () => new Uint8Array()],
  ])(
    'gives nothing of a file that was changed by hand: %s; says so to the operators until it is back',
    async (_how, change) => {
      const { context, state } = await twoClosedMonths();
      state.change = change;
      const ask = () => refusal(() => closedRecords(context, Notes, '2026-08'));
      expect(await ask()).toBe('history.fileChanged');
      expect(await ask()).toBe('history.fileChanged');
      expect(damagedFiles(context)).toMatchObject([{ month: '2026-08', problem: 'history.fileChanged' }]);
      state.change = (bytes) => bytes;
      expect(await closedRecords(context, Notes, '2026-08')).toHaveLength(4);
      expect(damagedFiles(context)).toEqual([]);
    },
  );

  it('says that a file is gone, and nothing about a file while Microsoft 365 is away', async () => {
    const { context } = await twoClosedMonths();
    await context.list(ClosedMonths).update('Notes_2026-08_1', () => ({ fileId: 'deleted' }));
    expect(await refusal(() => closedRecords(context, Notes, '2026-08'))).toBe('history.fileGone');
    context.documents.download = () => Promise.reject(new Error('fetch failed'));
    await expect(closedRecords(context, Notes, '2026-09')).rejects.toThrow('fetch failed');
    expect(damagedFiles(context)).toMatchObject([{ month: '2026-08', problem: 'history.fileGone' }]);
  });

  it('gives everything of a month that is closed while it is read', async () => {
    const { context } = await aHistory({ notesADay: 20 });
    let isOver = false;
    const closing = closeMonths(context, { itemsInFile: 7 }).finally(() => void (isOver = true));
    const seen: number[] = [];
    while (!isOver) {
      await breath();
      const inFiles = await closedRecords(context, Notes, '2026-08');
      const inList = context
        .list(Notes)
        .all()
        .filter(({ day }) => day.startsWith('2026-08'));
      seen.push(new Set([...inFiles, ...inList].map(({ key }) => key)).size);
    }
    await closing;
    expect(new Set(seen)).toEqual(new Set([40]));
  });
});

describe('checkFiles', () => {
  it('looks at each file in turn, and finds the one that somebody changed', async () => {
    const { context, state } = await twoClosedMonths();
    await checkFiles(context, 1);
    await checkFiles(context, 1);
    expect(state.fetched).toBe(2);
    expect(
      context
        .list(ClosedMonths)
        .all()
        .every(({ checkedAt }) => checkedAt !== undefined),
    ).toBe(true);
    state.change = (bytes) => bytes.subarray(1);
    await checkFiles(context, 2);
    expect(damagedFiles(context)).toHaveLength(2);
    state.change = (bytes) => bytes;
    await checkFiles(context, 2);
    expect(damagedFiles(context)).toEqual([]);
  });

  it('goes on with the others where a file stays damaged', async () => {
    const { context, state, setNow } = await twoClosedMonths();
    const turns = () =>
      context
        .list(ClosedMonths)
        .all()
        .map(({ checkedAt }) => checkedAt);
    state.change = (bytes) => bytes.subarray(1);
    await checkFiles(context, 2);
    const before = turns();
    for (const day of ['2027-01-02', '2027-01-03']) {
      setNow(`${day}T03:30:00.000Z`);
      await checkFiles(context, 1);
    }
    expect(turns().filter((checkedAt) => before.includes(checkedAt))).toEqual([]);
  });
});
