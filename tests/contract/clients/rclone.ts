import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startGraph } from '../graph/world.ts';
import { openHttpsDoor } from './https-door.ts';

// rclone with the desk as SharePoint: `node tests/contract/clients/rclone.ts`. A program and no test, since rclone is
// no package of npm and no test may be skipped; what it asks of the desk is tested in
// tests/contract/graph/drive-items.test.ts.

const run = promisify(execFile);
const graph = await startGraph();
const door = await openHttpsDoor(graph.emulator.address);
const file = (...names: string[]) => join(door.folder, ...names);
const env = { PATH: process.env.PATH, HTTPS_PROXY: door.proxy, SSL_CERT_FILE: door.ca };
const rclone = async (...words: string[]) => {
  const once = ['--retries', '1', '--low-level-retries', '1'];
  const { stdout } = await run('rclone', [...words, '--config', file('rclone.conf'), ...once], { env });
  process.stdout.write(`rclone ${words.join(' ')}\n`);
  return stdout;
};

async function prepare(): Promise<void> {
  const access_token = await graph.token('app');
  const token = { access_token, token_type: 'Bearer', refresh_token: '-', expiry: '2099-01-01T00:00:00Z' };
  const drive = (await graph.site('GET', '/drive')).body.id;
  const remote = ['[desk]', 'type = onedrive', 'drive_type = documentLibrary', `drive_id = ${drive}`];
  writeFileSync(file('rclone.conf'), [...remote, `token = ${JSON.stringify(token)}`].join('\n'));
  mkdirSync(file('from', 'sub', 'deep'), { recursive: true });
  writeFileSync(file('from', 'Årshjul & plan #1 100%.txt'), 'hej æøå');
  writeFileSync(file('from', 'large.bin'), Buffer.alloc(11 * 1024 * 1024, 'sikkerhed'));
  writeFileSync(file('from', 'sub', 'deep', 'a.txt'), 'a');
  const moment = new Date('2021-02-03T04:05:06Z');
  utimesSync(file('from', 'sub', 'deep', 'a.txt'), moment, moment);
}

/** Round trip: no difference by size, time and hash. */
async function copies(): Promise<void> {
  await rclone('copy', file('from'), 'desk:copied');
  await rclone('check', file('from'), 'desk:copied');
  const hashes = async (of: string) => (await rclone('hashsum', 'quickxor', of)).split('\n').toSorted();
  deepEqual(await hashes('desk:copied'), await hashes(file('from')));
  ok((await rclone('lsl', 'desk:copied/sub')).includes('2021-02-03 04:05:06'));
  await rclone('copy', 'desk:copied', file('back'));
  deepEqual(readFileSync(file('back', 'large.bin')), readFileSync(file('from', 'large.bin')));
  equal(readFileSync(file('back', 'Årshjul & plan #1 100%.txt'), 'utf8'), 'hej æøå');
}

/** Moves, server-side copies, changes and deletions, cleanup. */
async function moves(): Promise<void> {
  await rclone('copy', file('from'), 'desk:tree');
  await rclone('moveto', 'desk:tree/sub/deep/a.txt', 'desk:tree/other/b.txt');
  await rclone('moveto', 'desk:tree/other', 'desk:moved');
  await rclone('copyto', 'desk:tree/large.bin', 'desk:twin.bin');
  const listed = (await rclone('lsf', '-R', 'desk:')).split('\n');
  for (const name of ['moved/b.txt', 'twin.bin', 'tree/large.bin']) ok(listed.includes(name), name);
  ok(!listed.includes('tree/sub/deep/a.txt'));
  rmSync(file('from', 'large.bin'));
  await rclone('sync', file('from'), 'desk:tree');
  await rclone('check', file('from'), 'desk:tree');
  await rclone('purge', 'desk:moved');
  ok(!(await rclone('lsf', 'desk:')).includes('moved/'));
}

try {
  await prepare();
  await copies();
  await moves();
  process.stdout.write('rclone works on the desk\n');
} finally {
  await door.close();
  await graph.close();
}
