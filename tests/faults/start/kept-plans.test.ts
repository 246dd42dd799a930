import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pocketView } from '../../../api/contingency/pocket/pocket-contract.ts';
import { freshness } from '../../../api/http/contract.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { startDesk } from '../../../teams-app/desk/start-desk.ts';
import type { Desk } from '../../../teams-app/desk/desk.ts';
import type { Config } from '../../../teams-app/config/config.ts';
import { readCache } from '../../../teams-app/program/cached-plans/cache-file.ts';
import { createLog } from '../../../teams-app/program/logging.ts';
import { startProgram, type Program } from '../../../teams-app/program/program.ts';
import { until } from '../../support/until.ts';

const seen = pocketView.extend({ freshness });
const replied = z.object({ replies: z.array(z.object({ card: z.unknown() })) });
const person = z.array(z.object({ id: z.string(), name: z.string() }));

describe('a start while Microsoft 365 is away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  let config: Config;
  let desk: Desk;
  let program: Program;
  let address = '';
  let [anne, mette] = ['', ''];

  const start = (): Promise<Program> =>
    startProgram(
      config,
      { fetch: desk.fetch, clock: desk.clock, log: createLog('silent') },
      {
        ...desk,
        connect: (given) => {
          ({ address } = given);
          return desk.connect(given);
        },
      },
    );
  const ask = async (method: string, path: string, given: { as?: string; body?: unknown } = {}) => {
    const token = given.as === undefined ? undefined : await tokenOf(given.as);
    const response = await fetch(address + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text,
    };
  };
  const tokenOf = async (personId: string): Promise<string> =>
    z.object({ token: z.string() }).parse((await ask('POST', '/emulator/token', { body: { personId } })).body).token;
  const pocket = async () => seen.parse((await ask('GET', '/api/contingency/pocket', { as: anne })).body);
  const say = async (text: string) => {
    const { body } = await ask('POST', `/emulator/chats/${anne}/messages`, { body: { text } });
    return JSON.stringify(replied.parse(body).replies.at(-1)?.card ?? '');
  };
  const away = (isAway: boolean) => void desk.world?.faults.put({ graph: { away: isAway } });

  beforeAll(async () => {
    config = readConfig(
      {
        ...{ PORT: '0', DATA_DIR: ':memory:', STATE_DIR: folder, PEOPLE: '80', OPEN: '0', LOG_LEVEL: 'error' },
        ...{ SEND_RATE: 'unlimited', PERSON_LIMITS: 'off' },
      },
      deskValues,
    );
    desk = await startDesk(config);
    program = await start();
    const everybody = person.parse((await ask('GET', '/emulator/people')).body);
    const named = (name: string) => everybody.find((one) => one.name === name)?.id ?? '';
    [anne, mette] = [named('Anne Jensen'), named('Mette Sørensen')];
    await program.process();
    await program.close();
  });
  afterAll(async () => {
    away(false);
    await program.close();
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  it('answers with the plans as they were and says how old they are, takes nothing, and goes on when it is back', async () => {
    desk.world?.clock.set(new Date(desk.clock.now().getTime() + 3 * 3_600_000).toISOString());
    away(true);
    address = '';
    const starting = start();
    await until('the door of the kept plans', () => Promise.resolve(address !== ''), 60_000);

    const kept = await pocket();
    expect(kept.plans.map(({ key }) => key)).toContain('plan-omsorg');
    expect(kept.call.coordinators.map(({ name }) => name)).toContain('Mette Sørensen');
    expect(kept.freshness.stale).toBe(true);
    expect(desk.clock.now().getTime() - Date.parse(kept.freshness.asOf ?? '')).toBeGreaterThan(2 * 3_600_000);
    const answer = await say('omsorgsjournalen er nede');
    expect(answer).toContain('Når omsorgsjournalen er nede');
    expect(answer).toContain('Microsoft 365 svarer ikke. Sådan så planerne ud');
    expect(answer).not.toContain('Når nødkald er nede');

    expect(await ask('GET', '/api/health')).toMatchObject({ status: 200, body: { status: 'degraded' } });
    const notReady = { status: 'notReady', code: 'cachedPlans' };
    expect(await ask('GET', '/api/ready')).toEqual({ status: 503, body: notReady });
    expect(await ask('GET', '/api/ready?cachedPlans=allowed')).toEqual({ status: 200, body: notReady });
    const report = { assetKey: 'sys-omsorg', note: 'Sort skærm' };
    const refused = await ask('POST', '/api/contingency/downtimes', { as: mette, body: report });
    expect(refused).toMatchObject({ status: 503 });
    expect((await ask('GET', '/api/policy', { as: anne })).status).not.toBe(200);
    expect((await ask('GET', '/api/contingency/pocket')).status).toBe(401);
    expect(await say('mine opgaver')).not.toContain('Du har 0');

    away(false);
    program = await starting;
    expect((await pocket()).freshness.stale).toBe(false);
    expect(await say('omsorgsjournalen er nede')).not.toContain('Sådan så planerne ud');
    expect((await ask('POST', '/api/contingency/downtimes', { as: mette, body: report })).status).toBe(200);
  });

  it('keeps a file that only the program reads, and takes no other for its own', async () => {
    const file = join(folder, 'kept-plans.bin');
    expect(statSync(file).mode & 0o077).toBe(0);
    const bytes = readFileSync(file);
    for (const words of ['Mette', 'omsorg', 'lists']) expect(bytes.includes(words)).toBe(false);
    expect((await readCache(config))?.lists.length).toBeGreaterThan(5);
    const others = { ...config, app: { ...config.app, credential: { secret: 'another' } } };
    expect(await readCache(others)).toBeUndefined();
    writeFileSync(file, bytes.with(40, (bytes[40] ?? 0) ^ 1));
    expect(await readCache(config)).toBeUndefined();
    writeFileSync(file, '');
    expect(await readCache(config)).toBeUndefined();
    expect(await readCache({ ...config, stateDir: ':memory:' })).toBeUndefined();
  });
});
