import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import { runDeskAlone } from '../../../teams-app/commands/run-desk-alone.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import { profileFile } from '../../support/turned-answers.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'desk-'));
const configOf = (env: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: folder, PEOPLE: '60', EMULATOR_PORT: '0', PORT: '0', ...env }, deskValues);
const peopleIn = (desk: Desk): number => desk.world?.directory.users().length ?? -1;

let alone: Desk;
beforeAll(async () => {
  alone = await runDeskAlone(configOf(), quiet, true);
});
afterAll(async () => {
  await alone.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a profile', () => {
  it('stops the start where it cannot be used, is answered by where it can, and is told of where it is ignored', async () => {
    const wrong = profileFile({ 'key.case': 'maybe' });
    await expect(startDesk(configOf({ DATA_DIR: ':memory:', PROFILE: wrong.path }))).rejects.toThrow(
      /PROFILE .*answers\.json cannot be used:\nkey\.case is "maybe", and is one of: clash, distinct\.\n Write it again/,
    );
    wrong.remove();
    const right = profileFile({ 'key.case': 'distinct' });
    const desk = await startDesk(configOf({ DATA_DIR: ':memory:', PROFILE: right.path }));
    expect(desk.world?.faults.tenant['key.case']).toBe('distinct');
    await desk.close();
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const elsewhere = await startDesk(configOf({ EMULATOR_URL: alone.address, PROFILE: right.path }));
    expect(said.mock.calls.join('')).toContain('PROFILE is not used: the desk at EMULATOR_URL');
    said.mockRestore();
    await elsewhere.close();
    right.remove();
  });
});

describe('the desk on its own', () => {
  it('is seeded once, into lists that were provisioned', () => {
    expect(peopleIn(alone)).toBeGreaterThanOrEqual(60);
    expect(alone.seed()).toBeUndefined();
  });

  it('is found by a program that knows its address, with its clock', async () => {
    const found = await startDesk(configOf({ EMULATOR_URL: alone.address }));
    alone.world?.clock.set('2030-01-01T08:00:00Z');
    const moved = await startDesk(configOf({ EMULATOR_URL: alone.address }));
    alone.world?.clock.set(undefined);
    expect(found.address).toBe(alone.address);
    expect(found.graphAddress).toBe(alone.graphAddress);
    expect(moved.clock.now().getFullYear()).toBe(2030);
    expect(found.seed()).toBeUndefined();
    await Promise.all([found.close(), moved.close()]);
  });

  it('says where to look when nothing answers there', async () => {
    await expect(startDesk(configOf({ EMULATOR_URL: 'http://127.0.0.1:1' }))).rejects.toThrow('No desk answers');
  });
});

describe('a program beside it', () => {
  let found: Desk;
  let address: string;
  let close: () => void;
  let processed = 0;
  beforeAll(async () => {
    found = await startDesk(configOf({ EMULATOR_URL: alone.address }));
    const app = express().use(found.control);
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
    await found.connect({
      address,
      process: async () => void (processed += 1),
      describe: () => ({ roles: ['employee', 'ciso'], centre: 'Center for Alt' }),
    });
  });
  afterAll(async () => {
    close();
    await found.close();
  });

  it('passes the control API on and adds what only it knows', async () => {
    const answer = await fetch(`${address}/emulator/people`);
    const people = z.array(z.object({ name: z.string(), roles: z.array(z.string()) })).parse(await answer.json());
    expect(people.length).toBe(alone.world?.directory.users().filter(({ accountEnabled }) => accountEnabled).length);
    expect(people[0]?.roles).toContain('ciso');
  });

  it('does its own due work when asked', async () => {
    const answer = await fetch(`${address}/emulator/process`, { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(processed).toBe(1);
  });

  it('moves the clock of both', async () => {
    const answer = await fetch(`${address}/emulator/clock`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: '2031-02-03' }),
    });
    expect(answer.status).toBe(200);
    expect(alone.world?.clock.now().getFullYear()).toBe(2031);
    expect(found.clock.now().getFullYear()).toBe(2031);
    alone.world?.clock.set(undefined);
  });

  it('hands errors over as they are', async () => {
    const answer = await fetch(`${address}/emulator/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: 'nobody' }),
    });
    expect(answer.status).toBe(404);
  });
});

describe('a desk in the program itself', () => {
  it('remembers after a stop, and forgets when it begins afresh', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    const first = await startDesk(configOf({ DATA_DIR: own }));
    first.world?.directory.addUser({ displayName: 'Anne' });
    await first.close();
    const second = await startDesk(configOf({ DATA_DIR: own }));
    expect(peopleIn(second)).toBe(1);
    await second.close();
    const third = await startDesk(configOf({ DATA_DIR: own }), { fresh: true });
    expect(peopleIn(third)).toBe(0);
    await third.close();
  });

  it('is seeded all or nothing', async () => {
    const desk = await startDesk(configOf({ DATA_DIR: ':memory:' }));
    expect(() => desk.seed()).toThrow('no such list');
    expect(peopleIn(desk)).toBe(0);
    await desk.close();
  });

  it('is never started for a real tenant', async () => {
    const cloud = { ...configOf(), microsoft365: { kind: 'cloud' } as const };
    await expect(startDesk(cloud)).rejects.toThrow('never started');
  });
});
