import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someColumns, startGraph, type Json } from './world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const emulatorFile = fileURLToPath(new URL('../../../teams-app/emulator/index.ts', import.meta.url));
/** An emulator in a separate process that prints its address and a token. */
const alone = (database: string) => `
  const { startEmulator } = await import(${JSON.stringify(`file://${emulatorFile}`)});
  const emulator = await startEmulator({ database: ${JSON.stringify(database)} });
  const token = await emulator.world.entra.appToken('3e5a9b10-7d42-4c68-b0f3-8a1d6c25e010');
  process.stdout.write(JSON.stringify([emulator.graphAddress, token]) + '\\n');`;

describe('the world in a file', () => {
  it('survives a kill with everything that was answered, and nobody gets an id twice', async () => {
    const database = join(folder, 'killed.db');
    const first = await startGraph({ database });
    const list = await first.list('Kept', someColumns);
    await first.close();

    const child = spawn(process.execPath, ['--input-type=module', '-e', alone(database)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const [address, token] = JSON.parse(line) as [string, string];
    const answered: string[] = [];
    const write = async (writer: number) => {
      for (let number = 0; answered.length < 200; number += 1) {
        const response = await fetch(
          `${address}/v1.0/sites/ishoj.sharepoint.com:/sites/informationssikkerhed:/lists/${list}/items`,
          {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ fields: { Key: `${writer}-${number}` } }),
          },
        );
        answered.push(((await response.json()) as { id: string }).id);
      }
    };
    const writers = [write(1), write(2), write(3), write(4)];
    await Promise.race(writers);
    child.kill('SIGKILL');
    await Promise.allSettled(writers);

    const second = await startGraph({ database });
    const { value } = (await second.site('GET', `/lists/${list}/items?$top=5000`)).body;
    const kept = new Set(value.map((one: Json) => one.id));
    expect(answered.length).toBeGreaterThanOrEqual(200);
    expect(answered.filter((id) => !kept.has(id))).toEqual([]);
    const next = await second.item(list, { Title: 'after' });
    expect(kept.has(next.id)).toBe(false);
    await second.close();
  });

  it('keeps files, people, groups, installations, faults and the clock over a restart', async () => {
    const database = join(folder, 'restarted.db');
    const before = await startGraph({ database });
    const { world } = before.emulator;
    await before.site('PUT', '/drive/root:/a/b.txt:/content', { body: new TextEncoder().encode('kept') });
    const delta = await before.site('GET', '/lists/Documents/items/delta');
    const person = world.directory.addUser({ displayName: 'Anne', department: null, appInstalled: true });
    const group = world.directory.addGroup({ displayName: 'Group' });
    world.directory.addMember(group.id, person.id);
    world.faults.put({ graph: { threshold: 77, random: { rate: 0, statuses: [504], retryAfterSeconds: 9 } } });
    world.clock.set('2027-05-01T08:00:00Z');
    await before.close();

    const after = await startGraph({ database });
    const again = after.emulator.world;
    const file = await after.site('GET', '/drive/root:/a/b.txt:/content');
    const bytes = await (await after.fetch(file.headers.get('location') ?? '')).text();
    expect(bytes).toBe('kept');
    expect((await after.ask('GET', delta.body['@odata.deltaLink'])).body.value).toEqual([]);
    expect(again.directory.user(person.id)).toEqual(person);
    expect(again.directory.isInstalled(person.id)).toBe(true);
    expect(again.directory.members(group.id)).toEqual([person.id]);
    expect(again.faults.graph).toMatchObject({ threshold: 77, random: { statuses: [504], retryAfterSeconds: 9 } });
    expect(again.clock.now().toISOString().slice(0, 10)).toBe('2027-05-01');
    await after.close();
  });
});
