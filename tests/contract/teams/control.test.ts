import { createServer, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../../teams-app/emulator/index.ts';
import { apps, siteId } from '../../../teams-app/emulator/municipality.ts';
import { aCard, anne, bo, connectorOf, emulatorWithTwo, scriptedBot } from './world.ts';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await emulatorWithTwo();
});
afterEach(() => emulator.close());

interface Answer {
  status: number;
  body: Record<string, unknown>;
}
async function call(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
  const response = await fetch(`${emulator.address}/emulator${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}
const refusal = (code: string, message: string) => ({
  error: { code, message: expect.stringContaining(message) as string },
});

describe('the control API', () => {
  it('lists people with what the app says of them', async () => {
    emulator.world.control.describePeople((id) =>
      id === anne ? { roles: ['employee', 'coordinator'], centre: 'Center for Børn og Unge' } : undefined,
    );
    const { body } = await call('GET', '/people');
    expect(body).toMatchObject([
      {
        id: anne,
        name: 'Anne Holm',
        upn: 'anne.holm@ishoj.example',
        roles: ['employee', 'coordinator'],
        centre: 'Center for Børn og Unge',
        installed: true,
      },
      { id: bo, roles: ['employee'], centre: null, installed: false },
    ]);
  });

  it("hands out a person's token and app-only Graph tokens", async () => {
    const person = decodeJwt(String((await call('POST', '/token', { personId: anne })).body['token']));
    expect(person).toMatchObject({ oid: anne, aud: apps.app.clientId, scp: 'access_as_user' });
    for (const client of ['app', 'provisioning', 'weak'] as const) {
      const token = decodeJwt(String((await call('POST', '/token', { client })).body['token']));
      expect(token).toMatchObject({ aud: 'https://graph.microsoft.com', appid: apps[client].clientId });
    }
    expect((await call('POST', '/token', { personId: 'nobody' })).status).toBe(404);
    expect((await call('POST', '/token', { client: 'other' })).status).toBe(400);
  });

  it('tells the addresses', async () => {
    expect((await call('GET', '/addresses')).body).toMatchObject({
      app: emulator.address,
      emulator: emulator.address,
      entra: emulator.address,
      connector: `${emulator.address}/teams/`,
      graph: emulator.graphAddress,
      site: siteId,
    });
  });

  it('shows a chat oldest first and passes on what the person writes and presses', async () => {
    const connector = connectorOf(emulator);
    const path = `/${await connector.open(anne)}/activities`;
    const bot = await scriptedBot((activity) =>
      activity['type'] === 'invoke'
        ? { body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: aCard('Tak') } }
        : {},
    );
    emulator.world.teams.setBot(bot.url);
    const sent = await connector.call('POST', path, {
      type: 'message',
      summary: 'Ny politik',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: aCard('Ny politik', [{ type: 'Action.Execute', title: 'Bekræft', verb: 'x' }]),
        },
      ],
    });
    const messageId = String(sent.body['id']);
    const written = await call('POST', `/chats/${anne}/messages`, { text: 'hjælp' });
    expect(written.body).toMatchObject({ status: 200, replies: [] });
    const pressed = await call('POST', `/chats/${anne}/actions`, { messageId, title: 'Bekræft', inputs: {} });
    expect(pressed.body).toMatchObject({ status: 200, card: aCard('Tak') });
    // Rewritten meanwhile: the button of the card as the client still shows it.
    const late = { messageId, card: aCard('Ny politik', [{ type: 'Action.Execute', title: 'Bekræft', verb: 'x' }]) };
    expect((await call('POST', `/chats/${anne}/actions`, { messageId, title: 'Bekræft' })).status).toBe(400);
    expect((await call('POST', `/chats/${anne}/actions`, { ...late, title: 'Bekræft' })).body).toMatchObject({
      status: 200,
      card: aCard('Tak'),
    });
    const { body } = await call('GET', `/chats/${anne}`);
    expect(body).toMatchObject({
      personId: anne,
      installed: true,
      messages: [
        { id: messageId, from: 'bot', summary: 'Ny politik', card: aCard('Tak'), text: null },
        { from: 'person', text: 'hjælp', card: null, updatedAt: null },
      ],
    });
    await bot.close();
  });

  it('says what is wrong with a press', async () => {
    expect(await call('POST', `/chats/${anne}/actions`, { messageId: '1', title: 'x' })).toEqual({
      status: 400,
      body: refusal('pressRefused', 'no message 1'),
    });
    expect(await call('POST', `/chats/${anne}/actions`, { messageId: '1' })).toEqual({
      status: 400,
      body: refusal('invalidBody', 'title'),
    });
    expect((await call('GET', '/chats/nobody')).status).toBe(404);
  });

  it('moves the clock to a moment, to a date at the same time of day, by days, and back', async () => {
    expect((await call('PUT', '/clock', { now: '2026-12-01T09:00:00Z' })).body).toMatchObject({
      now: expect.stringMatching(/^2026-12-01T09:00:0/) as string,
      moved: true,
    });
    expect((await call('PUT', '/clock', { addDays: 7 })).body['now']).toMatch(/^2026-12-08T09:00:0/);
    expect((await call('PUT', '/clock', { now: '2027-01-02' })).body['now']).toMatch(/^2027-01-02T09:00:0/);
    expect((await call('PUT', '/clock', { now: null })).body['moved']).toBe(false);
    expect((await call('PUT', '/clock', { now: 'i morgen' })).status).toBe(400);
    for (const absurd of [
      { now: '9000-01-01' },
      { now: '2100-01-01T00:00:00Z' },
      { now: '1970-01-01' },
      { addDays: -3650 },
    ])
      expect((await call('PUT', '/clock', absurd)).body).toEqual(refusal('clockOutOfRange', 'between 2020'));
    expect((await call('GET', '/clock')).body['moved']).toBe(false);
    expect((await call('PUT', '/clock', {})).body).toEqual(refusal('invalidBody', 'either'));
  });

  it('does all that is due, and says so when it is done', async () => {
    expect(await call('POST', '/process')).toEqual({ status: 503, body: refusal('appMissing', 'No app') });
    const done: string[] = [];
    emulator.onProcess(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('all');
    });
    expect((await call('POST', '/process')).body).toMatchObject({ done: true });
    expect(done).toEqual(['all']);
  });

  it('sets the named faults, leaves the others, and refuses what does not exist', async () => {
    await call('PUT', '/faults', { graph: { latencyMs: 5 } });
    const set = await call('PUT', '/faults', { connector: { person: { [anne]: 'ConversationBlockedByUser' } } });
    expect(set.body).toMatchObject({
      graph: { latencyMs: 5 },
      connector: { person: { [anne]: 'ConversationBlockedByUser' }, rateLimit: 0 },
    });
    for (const [body, message] of [
      [{ connector: { person: { [anne]: 'Sulky' } } }, 'must be one of'],
      [{ connector: { random: { rate: 2 } } }, 'connector.random.rate'],
      [{ connector: { moody: true } }, 'moody'],
      [{ graph: { moody: true } }, 'moody'],
      [{ graph: { away: 'yes' } }, 'away'],
      [{ sharepoint: {} }, 'sharepoint'],
    ] as const) {
      expect(await call('PUT', '/faults', body)).toEqual({ status: 400, body: refusal('invalidBody', message) });
    }
    expect((await call('DELETE', '/faults')).body).toMatchObject({
      graph: { latencyMs: 0 },
      connector: { person: {} },
    });
  });

  it('counts what was asked of the connector', async () => {
    await connectorOf(emulator).open(anne);
    expect((await call('GET', '/stats')).body).toMatchObject({
      connector: { calls: 1, byKind: { createConversation: { calls: 1 } } },
      chats: { messagesFromBot: 0 },
    });
  });

  it('installs and removes the app for a person, and blocks the bot', async () => {
    expect((await call('PUT', `/people/${bo}`, { installed: true })).body).toEqual({
      id: bo,
      installed: true,
      blocked: false,
    });
    expect((await call('PUT', `/people/${bo}`, { installed: false, blocked: true })).body).toEqual({
      id: bo,
      installed: false,
      blocked: true,
    });
  });
});

describe('the control API answers only to this machine', () => {
  /** Mounts the control API on a server that also listens outside loopback. */
  async function ask(host: string, headers: Record<string, string>): Promise<number> {
    const server = createServer(express().use(emulator.control));
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise<number>((resolve, reject) => {
      const outgoing = request({ host, port, path: '/emulator/people', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      outgoing.on('error', reject).end();
    });
    server.closeAllConnections();
    server.close();
    return status;
  }
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

  it('and says so with 403 to another address, whatever its headers claim', async () => {
    // A machine without a network has no other address; the next test covers access by name.
    const from = outside ?? '127.0.0.1';
    const status = await ask(from, {
      host: outside ? 'localhost' : 'noAccess.example',
      'x-forwarded-for': '127.0.0.1',
    });
    expect(status).toBe(403);
  });

  it('and not under a foreign name that resolves to loopback', async () => {
    expect(await ask('127.0.0.1', { host: 'evil.example' })).toBe(403);
    expect(await ask('127.0.0.1', { host: 'localhost:3978' })).toBe(200);
  });

  it('and not to a form of another page', async () => {
    const { status } = await call('POST', '/token', 'personId=x', { 'content-type': 'text/plain' });
    expect(status).toBe(415);
  });
});
