import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { journalFile } from '../../../api/journal/embedded/journal-file.ts';
import type { Order } from '../../../api/journal/embedded/protocol.ts';
import { aStateFolder } from '../../support/journal-folder.ts';
import { startWorld, type JourneyWorld } from '../../support/world.ts';

/** SQLITE_IOERR_FSYNC, and the answer to every statement on a connection that it has hit: SQLITE_IOERR. */
const [fsyncFailed, ioFailed] = [1_034, 10];
const failure = (errcode: number) => Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode });

const { exec } = DatabaseSync.prototype;
/** From now on no commit reaches the disk, but those of `spared`. */
function failFsync({ rollback = true, spared }: { rollback?: boolean; spared?: unknown } = {}) {
  return vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql: string) {
    if (this !== spared && sql === 'COMMIT') throw failure(fsyncFailed);
    if (this !== spared && sql === 'ROLLBACK' && !rollback) throw failure(ioFailed);
    exec.call(this, sql);
  });
}
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the journal’s file, when an fsync fails', () => {
  let id = 0;
  const add = (key: string): Order => ({ id: (id += 1), do: 'add', kind: 'promise', key, text: '1' });
  const folders: ReturnType<typeof aStateFolder>[] = [];
  afterAll(() => folders.forEach(({ remove }) => remove()));
  const aFile = () => {
    const made = aStateFolder();
    folders.push(made);
    return journalFile({ folder: made.folder, owner: 'the-municipality', waitForLockMs: 50, mostPages: 1_000 });
  };
  const keysIn = (file: ReturnType<typeof aFile>) => {
    const [reply] = file.carryOut([{ id: (id += 1), do: 'all', kind: 'promise' }]).replies;
    return reply?.done ? (reply.entries ?? []).map(({ key }) => key) : undefined;
  };

  it.each([
    ['and the change is taken back', true],
    ['and nothing more is possible on the connection', false],
  ])('promises nothing, keeps what it has, and writes again on a connection of its own, %s', (_how, rollback) => {
    const file = aFile();
    expect(file.carryOut([add('a')])).toMatchObject({
      replies: [{ done: true, added: true }],
      status: { state: 'ok' },
    });
    const failing = failFsync({ rollback });
    for (const key of ['b', 'c'])
      expect(file.carryOut([add(key)])).toMatchObject({
        replies: [{ done: false, code: 'failed' }],
        status: { state: 'unavailable', code: 'failed', damaged: [] },
      });
    failing.mockRestore();
    expect(keysIn(file)).toEqual(['a']);
    expect(file.carryOut([add('d')])).toMatchObject({ replies: [{ done: true }], status: { state: 'ok', entries: 2 } });
    expect(keysIn(file)).toEqual(['a', 'd']);
    file.carryOut([{ id: (id += 1), do: 'close' }]);
  });

  it('that is opened on such a disk opens, and writes as soon as it can', () => {
    const failing = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(() => {
      throw failure(fsyncFailed);
    });
    const file = aFile();
    expect(file.carryOut([{ id: 1, do: 'open' }])).toMatchObject({
      replies: [{ done: false, code: 'failed' }],
      status: { state: 'unavailable' },
    });
    failing.mockRestore();
    expect(file.carryOut([add('a')])).toMatchObject({ replies: [{ done: true }], status: { state: 'ok' } });
  });
});

describe('a program whose journal cannot be brought to the disk', () => {
  let world: JourneyWorld;
  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', LOG_LEVEL: 'silent' });
  });
  afterAll(() => world.close());
  const journal = async () => {
    const { body } = await world.as(await world.personWith('ciso'), 'GET', '/api/health');
    return z.object({ journal: z.looseObject({}) }).parse(body).journal;
  };

  it('carries out what people do and tells it in the trail, and its health says what is wrong until it is over', async () => {
    const ciso = await world.personWith('ciso');
    const measure = { title: 'Lås dørene', background: 'Fordi', costOnce: 1, costYearly: 0, risk: 'Høj', steps: [] };
    const propose = (title: string) =>
      world.as(ciso, 'POST', '/api/measures', { ...measure, title, recommendation: 'Gør det' });
    expect(await journal()).toMatchObject({ state: 'ok' });
    const failing = failFsync({ spared: world.desk.world?.db });
    expect((await propose('Lås vinduerne')).status).toBe(200);
    expect(await journal()).toMatchObject({ state: 'unavailable', code: 'failed' });
    failing.mockRestore();
    expect((await propose('Lås kælderen')).status).toBe(200);
    expect(await journal()).toMatchObject({ state: 'ok', damaged: 0 });
    const { context } = world.program;
    await continueAudit(context);
    const told = context
      .list(AuditEntries)
      .all()
      .filter(({ title }) => title === 'proposeMeasure');
    expect(told.length).toBeGreaterThanOrEqual(2);
  });
});
