import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { anne, bo, cardActivity, connectorOf, emulatorWithTwo } from './world.ts';

let emulator: Emulator;
let connector: ReturnType<typeof connectorOf>;
let path: string;
beforeEach(async () => {
  emulator = await emulatorWithTwo();
  connector = connectorOf(emulator);
  path = `/${await connector.open(anne)}/activities`;
});
afterEach(() => emulator.close());

const send = () => connector.call('POST', path, cardActivity('Hej'));
const delivered = () => emulator.world.teams.chat(anne).messages.length;

describe('the switch for one person', () => {
  it.each([
    ['BadArgument', 400],
    ['BotNotRegistered', 401],
    ['BotNotInConversationRoster', 403],
    ['ConversationBlockedByUser', 403],
    ['BotDisabledByAdmin', 403],
    ['InvalidBotApiHost', 403],
    ['NotEnoughPermissions', 403],
    ['Forbidden', 403],
    ['ConversationNotFound', 404],
    ['ActivityNotFoundInConversation', 404],
    ['PreconditionFailed', 412],
    ['MessageSizeTooBig', 413],
    ['Throttled', 429],
    ['ServiceError', 500],
    ['BadGateway', 502],
    ['ServiceUnavailable', 503],
    ['GatewayTimeout', 504],
  ])('answers %s as Teams does and delivers nothing', async (name, status) => {
    emulator.world.faults.put({ connector: { person: { [anne]: name } } });
    const answer = await send();
    expect(answer).toMatchObject({ status, body: { error: { code: name } } });
    expect(delivered()).toBe(0);
  });

  it('wraps MessageWritesBlocked the way the chat service does', async () => {
    emulator.world.faults.put({ connector: { person: { [anne]: 'MessageWritesBlocked' } } });
    const { status, body } = await send();
    expect([status, body['errorCode'], body['message']]).toEqual([
      403,
      209,
      expect.stringContaining('"subCode": "MessageWritesBlocked"'),
    ]);
  });

  it('resets the connection, and leaves everybody else alone', async () => {
    await emulator.world.teams.install(bo);
    emulator.world.faults.put({ connector: { person: { [anne]: 'reset' } } });
    await expect(send()).rejects.toThrow(/fetch failed/);
    const other = await connector.call('POST', `/${await connector.open(bo)}/activities`, cardActivity('Hej'));
    expect(other.status).toBe(201);
  });

  it('never answers, until the caller gives up', async () => {
    emulator.world.faults.put({ connector: { person: { [anne]: 'hang' } } });
    const token = await emulator.world.entra.appToken('3e5a9b10-7d42-4c68-b0f3-8a1d6c25e010', 'connector');
    const call = fetch(`${emulator.address}/teams/v3/conversations${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(cardActivity('Hej')),
      signal: AbortSignal.timeout(200),
    });
    await expect(call).rejects.toThrow(/timeout/);
  });
});

describe('a lost answer', () => {
  it('is 504 although the message is there', async () => {
    emulator.world.faults.put({ connector: { acceptThen504: { next: 1 } } });
    expect((await send()).status).toBe(504);
    expect(delivered()).toBe(1);
    expect((await send()).status).toBe(201);
  });

  it('is a reset although the message is there', async () => {
    emulator.world.faults.put({ connector: { acceptThenReset: { next: 1 } } });
    await expect(send()).rejects.toThrow(/fetch failed/);
    expect(delivered()).toBe(1);
  });

  it('by chance is sometimes after and sometimes before the message was stored', async () => {
    emulator.world.faults.put({ seed: 7, connector: { random: { rate: 1, kinds: ['504'] } } });
    const statuses = new Set<number>();
    for (let round = 0; round < 20; round += 1) statuses.add((await send()).status);
    expect([...statuses]).toEqual([504]);
    expect(delivered()).toBeGreaterThan(0);
    expect(delivered()).toBeLessThan(20);
  });
});

describe('throttling', () => {
  it('allows seven messages a second into one chat, and says how long to wait', async () => {
    emulator.world.faults.put({ connector: { rateLimit: 50 } });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    const refused = answers.filter(({ status }) => status === 429);
    expect(delivered()).toBe(7);
    expect(refused.map(({ retryAfter }) => Number(retryAfter) >= 1)).toEqual([true, true, true]);
  });

  it('counts all calls of the app together', async () => {
    emulator.world.faults.put({ connector: { rateLimit: 5 } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => connector.call('POST', '', { members: [{ id: bo }] })),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
  });

  it('is off at first', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, send));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });

  it('can answer without Retry-After', async () => {
    emulator.world.faults.put({ connector: { person: { [anne]: 'Throttled' }, retryAfterSeconds: 0 } });
    expect(await send()).toMatchObject({ status: 429, retryAfter: null });
    emulator.world.faults.put({ connector: { retryAfterSeconds: 3 } });
    expect(await send()).toMatchObject({ status: 429, retryAfter: '3' });
  });
});

describe('the count of calls', () => {
  it('holds kind and status, and 0 for no answer', async () => {
    await send();
    emulator.world.faults.put({ connector: { acceptThenReset: { next: 1 } } });
    await send().catch(() => undefined);
    expect(emulator.world.stats.snapshot().connector.byKind).toMatchObject({
      createConversation: { calls: 1, statuses: { 201: 1 } },
      send: { calls: 2, statuses: { 201: 1, 0: 1 } },
    });
  });
});
