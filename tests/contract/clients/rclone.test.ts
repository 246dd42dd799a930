import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraph, type GraphWorld } from '../graph/world.ts';
import { openHttpsDoor, type HttpsDoor } from './https-door.ts';

/** rclone is no package of npm: where a machine lacks it, this says that it was skipped. */
const installed = ['rclone', 'openssl'].every((program) => spawnSync(program, ['version']).status === 0);
const run = promisify(execFile);

describe.skipIf(!installed)('rclone with the desk as SharePoint', () => {
  let graph: GraphWorld;
  let door: HttpsDoor;
  const file = (...names: string[]) => join(door.folder, ...names);
  const rclone = async (...words: string[]) => {
    const always = [
      '--config',
      file('rclone.conf'),
      '--ca-cert',
      door.ca,
      '--retries',
      '1',
      '--low-level-retries',
      '1',
    ];
    const env = { PATH: process.env.PATH, HTTPS_PROXY: door.proxy, SSL_CERT_FILE: door.ca };
    return (await run('rclone', [...words, ...always], { env })).stdout;
  };
  beforeAll(async () => {
    graph = await startGraph();
    door = await openHttpsDoor(graph.emulator.address);
    const access_token = await graph.token('app');
    const token = { access_token, token_type: 'Bearer', refresh_token: '-', expiry: '2099-01-01T00:00:00Z' };
    const drive = (await graph.site('GET', '/drive')).body.id;
    const lines = ['[desk]', 'type = onedrive', 'drive_type = documentLibrary', `drive_id = ${drive}`];
    writeFileSync(file('rclone.conf'), [...lines, `token = ${JSON.stringify(token)}`].join('\n'));
    mkdirSync(file('from', 'sub', 'deep'), { recursive: true });
    writeFileSync(file('from', 'Årshjul & plan #1 100%.txt'), 'hej æøå');
    writeFileSync(file('from', 'large.bin'), Buffer.alloc(11 * 1024 * 1024, 'sikkerhed'));
    writeFileSync(file('from', 'sub', 'deep', 'a.txt'), 'a');
    const moment = new Date('2021-02-03T04:05:06Z');
    utimesSync(file('from', 'sub', 'deep', 'a.txt'), moment, moment);
  });
  afterAll(async () => {
    await door.close();
    await graph.close();
  });

  it('copies a folder there, finds no difference by size, time and hash, and brings it back the same', async () => {
    await rclone('copy', file('from'), 'desk:copied');
    await rclone('check', file('from'), 'desk:copied');
    expect(await rclone('hashsum', 'quickxor', 'desk:copied/large.bin')).toBe(
      await rclone('hashsum', 'quickxor', file('from', 'large.bin')),
    );
    expect(await rclone('lsl', 'desk:copied/sub')).toContain('2021-02-03 04:05:06');
    await rclone('copy', 'desk:copied', file('back'));
    expect(readFileSync(file('back', 'large.bin')).equals(readFileSync(file('from', 'large.bin')))).toBe(true);
    expect(readFileSync(file('back', 'Årshjul & plan #1 100%.txt'), 'utf8')).toBe('hej æøå');
  });

  it('moves, copies on the server, follows what was changed and deleted, and cleans up', async () => {
    await rclone('copy', file('from'), 'desk:tree');
    await rclone('moveto', 'desk:tree/sub/deep/a.txt', 'desk:tree/other/b.txt');
    await rclone('moveto', 'desk:tree/other', 'desk:moved');
    await rclone('copyto', 'desk:tree/large.bin', 'desk:twin.bin');
    const listed = (await rclone('lsf', '-R', 'desk:')).split('\n');
    expect(listed).toEqual(expect.arrayContaining(['moved/b.txt', 'twin.bin', 'tree/large.bin']));
    expect(listed).not.toContain('tree/sub/deep/a.txt');
    rmSync(file('from', 'large.bin'));
    await rclone('sync', file('from'), 'desk:tree');
    await rclone('check', file('from'), 'desk:tree');
    await rclone('purge', 'desk:moved');
    expect(await rclone('lsf', 'desk:')).not.toContain('moved/');
  });
});
