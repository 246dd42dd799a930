import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createJournal, journalKind, type JournalEngine } from '../../../api/journal/index.ts';

const notes = journalKind('note', z.object({ text: z.string(), at: z.number().optional() }));
const others = journalKind('other', z.string());

/** The engines' contract. `open` returns a fresh one. */
export function journalContract(name: string, open: () => Promise<JournalEngine>): void {
  describe(`the journal on ${name}`, () => {
    const engines: JournalEngine[] = [];
    const aJournal = async () => {
      const engine = await open();
      engines.push(engine);
      const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
      return { journal: createJournal(engine, log), engine, log };
    };
    afterEach(async () => {
      for (const engine of engines.splice(0)) await engine.close();
    });

    it('gives entries back in order of adding, kind by kind', async () => {
      const { journal } = await aJournal();
      for (const key of ['c', 'a', 'b']) await journal.add(notes, key, { text: key });
      await journal.add(others, 'a', 'something else');
      expect((await journal.all(notes)).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
      expect(await journal.all(others)).toEqual([{ key: 'a', data: 'something else' }]);
    });

    it('adds a key once, also when two ask at once', async () => {
      const { journal } = await aJournal();
      const answers = await Promise.all(
        ['first', 'second', 'third'].map((text) => journal.add(notes, 'same', { text })),
      );
      expect(answers).toEqual([true, false, false]);
      expect(await journal.all(notes)).toEqual([{ key: 'same', data: { text: 'first' } }]);
    });

    it('replaces with put, and what is replaced keeps its place', async () => {
      const { journal } = await aJournal();
      await journal.put(notes, 'a', { text: 'one' });
      await journal.put(notes, 'b', { text: 'two' });
      await journal.put(notes, 'a', { text: 'three', at: 3 });
      expect(await journal.all(notes)).toEqual([
        { key: 'a', data: { text: 'three', at: 3 } },
        { key: 'b', data: { text: 'two' } },
      ]);
    });

    it('removes what is named and nothing else; what is not there is removed already', async () => {
      const { journal } = await aJournal();
      for (const key of ['a', 'b', 'c']) await journal.add(notes, key, { text: key });
      await journal.add(others, 'a', 'stays');
      await journal.remove(notes, ['a', 'c', 'never there']);
      await journal.remove(notes, []);
      expect((await journal.all(notes)).map(({ key }) => key)).toEqual(['b']);
      expect(await journal.all(others)).toHaveLength(1);
    });

    it('takes a thousand at once, each in its place', async () => {
      const { journal } = await aJournal();
      const keys = Array.from({ length: 1_000 }, (_, number) => `key-${number}`);
      await Promise.all(keys.map((key) => journal.add(notes, key, { text: key })));
      expect((await journal.all(notes)).map(({ key }) => key)).toEqual(keys);
    });

    it('keeps any text as it was', async () => {
      const { journal } = await aJournal();
      const text = '"Æøå" \u0000 \u2028 👍🏽\n\\';
      await journal.add(others, 'Æ/ø å"\'', text);
      expect(await journal.all(others)).toEqual([{ key: 'Æ/ø å"\'', data: text }]);
    });

    it('leaves an entry that its schema does not know where it is, says so, and gives the others', async () => {
      const { journal, engine, log } = await aJournal();
      await journal.add(notes, 'a', { text: 'good' });
      await engine.put('note', 'b', '{"text":7}');
      await engine.put('note', 'c', 'not JSON');
      expect((await journal.all(notes)).map(({ key }) => key)).toEqual(['a']);
      expect(log.error).toHaveBeenCalledTimes(2);
      expect(await engine.all('note')).toHaveLength(3);
    });

    it('refuses an entry that is too large, and takes the next', async () => {
      const { journal } = await aJournal();
      await expect(journal.add(others, 'large', 'x'.repeat(300_000))).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await journal.add(others, 'small', 'x')).toBe(true);
      expect(journal.status()).toMatchObject({ state: 'ok', damaged: [] });
    });
  });
}
