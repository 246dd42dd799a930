import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openEmbeddedEngine, StateFolderRefused, type EmbeddedOptions } from '../../../api/journal/index.ts';
import { aStateFolder } from '../../support/journal-folder.ts';
import { memoryEngine } from '../../support/memory-journal.ts';
import { journalContract } from './journal-contract.ts';

const owner = 'the-municipality';
const folders: ReturnType<typeof aStateFolder>[] = [];
const aFolder = () => {
  const made = aStateFolder();
  folders.push(made);
  return made.folder;
};
afterAll(() => folders.forEach(({ remove }) => remove()));

journalContract('a file', () => openEmbeddedEngine({ folder: aFolder(), owner }));
journalContract('SQLite in memory', () => openEmbeddedEngine({ folder: ':memory:', owner }));
journalContract('memory, for unit tests', async () => memoryEngine());

describe('the embedded journal', () => {
  const open: Awaited<ReturnType<typeof openEmbeddedEngine>>[] = [];
  const engineOn = async (folder: string, options: Partial<EmbeddedOptions> = {}) => {
    const engine = await openEmbeddedEngine({ folder, owner, waitForLockMs: 50, ...options });
    open.push(engine);
    return engine;
  };
  const keysIn = async (engine: Awaited<ReturnType<typeof engineOn>>) =>
    (await engine.all('promise')).map(({ key }) => key);
  afterEach(async () => {
    for (const engine of open.splice(0)) await engine.close();
  });

  it('has every entry that was answered after kill -9', async () => {
    const folder = aFolder();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'write-until-killed.ts'), folder, owner], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let answered = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        answered += chunk.toString();
        if (answered.split('\n').length > 300) resolve();
      });
    });
    child.kill('SIGKILL');
    await once(child, 'close');
    const told = answered.split('\n').slice(0, -1);
    const kept = new Set(await keysIn(await engineOn(folder)));
    expect(told.length).toBeGreaterThanOrEqual(300);
    expect(told.filter((key) => !kept.has(key))).toEqual([]);
  });

  it('is there again after it was closed, in the same order', async () => {
    const folder = aFolder();
    const first = await engineOn(folder);
    for (const key of ['b', 'a']) await first.add('promise', key, '1');
    await first.close();
    const second = await engineOn(folder);
    await second.add('promise', 'c', '1');
    expect(await keysIn(second)).toEqual(['b', 'a', 'c']);
  });

  it('refuses a second program on the folder, which is free again when the first ends', async () => {
    const folder = aFolder();
    const first = await engineOn(folder);
    await first.add('promise', 'a', '1');
    await expect(engineOn(folder)).rejects.toBeInstanceOf(StateFolderRefused);
    await expect(engineOn(folder)).rejects.toThrow(/another program uses the state folder .*: stop it/);
    expect(await first.add('promise', 'b', '1')).toBe(true);
    await first.close();
    expect(await keysIn(await engineOn(folder))).toEqual(['a', 'b']);
  });

  it('waits for a program that is about to end', async () => {
    const folder = aFolder();
    const first = await engineOn(folder);
    await first.add('promise', 'a', '1');
    const second = engineOn(folder, { waitForLockMs: 20_000 });
    await first.close();
    expect(await keysIn(await second)).toEqual(['a']);
  });

  it('refuses the folder of another site, so that nothing is carried out in the wrong place', async () => {
    const folder = aFolder();
    await (await engineOn(folder)).close();
    await expect(engineOn(folder, { owner: 'another' })).rejects.toThrow(/belongs to another SharePoint site/);
  });

  it('opens without a folder that can be written to, says why, and writes as soon as it can', async () => {
    const folder = join(aFolder(), 'state');
    writeFileSync(folder, 'a file stands in the way');
    const engine = await engineOn(folder);
    expect(engine.status()).toMatchObject({ state: 'unavailable', code: 'notWritable' });
    await expect(engine.add('promise', 'a', '1')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'journal.unavailable',
    });
    rmSync(folder);
    expect(await engine.add('promise', 'a', '1')).toBe(true);
    expect(engine.status()).toMatchObject({ state: 'ok', damaged: [] });
  });

  it('says that the disk is full, keeps what it has, and goes on when there is room', async () => {
    const folder = aFolder();
    const small = await engineOn(folder, { mostPages: 12 });
    const text = JSON.stringify('x'.repeat(8_000));
    const written: string[] = [];
    const refusal = await (async () => {
      for (let number = 0; number < 20; number += 1) {
        await small.add('promise', `p${number}`, text);
        written.push(`p${number}`);
      }
      return undefined;
    })().catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ kind: 'unavailable', details: { reason: 'diskFull' } });
    expect(small.status()).toMatchObject({ state: 'unavailable', code: 'diskFull' });
    expect(await keysIn(small)).toEqual(written);
    await small.remove('promise', written);
    expect(await small.add('promise', 'again', text)).toBe(true);
    expect(small.status().state).toBe('ok');
  });

  const spoil: Record<string, (file: string) => void> = {
    'is not SQLite at all': (file) => writeFileSync(file, 'x'.repeat(70_000)),
    'was emptied': (file) => truncateSync(file, 0),
    'was cut off': (file) => truncateSync(file, 5_000),
    'was overwritten in the middle': (file) => {
      const handle = openSync(file, 'r+');
      writeSync(handle, Buffer.alloc(8_192, 0x5a), 0, 8_192, 4_096);
      closeSync(handle);
    },
  };
  it.each(Object.keys(spoil))(
    'puts a file aside that %s, begins another, and says so until it is taken away',
    async (how) => {
      const folder = aFolder();
      const first = await engineOn(folder);
      for (let number = 0; number < 200; number += 1)
        await first.add('promise', `p${number}`, JSON.stringify('x'.repeat(200)));
      await first.close();
      spoil[how]?.(join(folder, 'journal.sqlite'));
      const second = await engineOn(folder);
      expect(second.status()).toMatchObject({
        state: 'ok',
        damaged: [expect.stringMatching(/^journal\.sqlite\.damaged-/)],
      });
      expect(await second.add('promise', 'new', '1')).toBe(true);
      await second.close();
      const third = await engineOn(folder);
      expect(await keysIn(third)).toEqual(['new']);
      for (const name of readdirSync(folder)) if (name.includes('.damaged-')) rmSync(join(folder, name));
      await third.add('promise', 'newer', '1');
      expect(third.status()).toMatchObject({ state: 'ok', damaged: [] });
    },
  );

  it('writes all again also when another could not be begun at once', async () => {
    const folder = aFolder();
    const engine = await engineOn(folder);
    await engine.add('promise', 'a', '1');
    const away = `${folder}-away`;
    renameSync(folder, away);
    writeFileSync(folder, 'a file stands in the way');
    await expect(engine.add('promise', 'b', '1')).rejects.toMatchObject({ kind: 'unavailable' });
    rmSync(folder);
    await engine.add('promise', 'c', '1');
    await engine.close();
    rmSync(away, { recursive: true });
    expect(await keysIn(await engineOn(folder))).toEqual(['a', 'c']);
  });

  it('writes all again when its folder was moved away under it', async () => {
    const folder = aFolder();
    const engine = await engineOn(folder);
    await engine.add('promise', 'a', '1');
    const away = `${folder}-away`;
    renameSync(folder, away);
    mkdirSync(folder);
    await engine.add('promise', 'b', '1');
    await engine.close();
    rmSync(away, { recursive: true });
    expect(await keysIn(await engineOn(folder))).toEqual(['a', 'b']);
  });
});
