import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { apps, siteId } from '../../../teams-app/emulator/municipality.ts';
import { until } from '../../support/until.ts';
import { startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let receiver: Server;
let address: string;
let resource: string;
const received: unknown[] = [];
let shakesHands = true;
beforeAll(async () => {
  graph = await startGraph();
  resource = `sites/${siteId}/lists/${await graph.list('Watched')}`;
  receiver = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://receiver.invalid').searchParams.get('validationToken');
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (token === null) received.push(JSON.parse(text));
      const body = token !== null && shakesHands ? token : '';
      response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(body);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notifications`;
});
afterAll(async () => {
  receiver.close();
  await graph.close();
});
afterEach(() => {
  graph.emulator.world.faults.reset();
  received.length = 0;
  shakesHands = true;
  vi.useRealTimers();
});

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const wanted = (more = {}) => ({
  ...{ changeType: 'updated', resource, notificationUrl: address, clientState: 'secret' },
  ...{ expirationDateTime: inMinutes(60), ...more },
});
const subscribe = (more = {}) => graph.ask('POST', '/subscriptions', { body: wanted(more) });

describe('a subscription', () => {
  it.each([
    ['another change type', { changeType: 'created' }, "Invalid 'changeType' attribute: 'created'."],
    ['an absolute resource', { resource: 'https://graph.microsoft.com/v1.0/sites/x/lists/y' }, 'relative URI'],
    ['more than 42,300 minutes', { expirationDateTime: inMinutes(42_301) }, '42300 minutes'],
    ['the past', { expirationDateTime: inMinutes(-1) }, 'in the future'],
    [
      'an address that is not on this machine',
      { notificationUrl: 'https://away.example/' },
      'validation request failed',
    ],
  ])('is refused for %s', async (_title, more, message) => {
    const { status, body } = await subscribe(more);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(message)]);
  });

  it('is refused when the receiver does not give the validation token back', async () => {
    shakesHands = false;
    expect((await subscribe()).status).toBe(400);
  });

  it('is refused to whoever may not write to the site', async () => {
    const { status } = await graph.ask('POST', '/subscriptions', { as: 'weak', body: wanted() });
    expect(status).toBe(403);
  });

  it('tells that something has changed, not what, and once for changes in a row', async () => {
    const made = await subscribe();
    expect(made.status).toBe(201);
    for (let at = 0; at < 5; at += 1) await graph.item('Watched', { Title: `${at}` });
    const first = await until('the notification', () => received[0]);
    expect(first).toMatchObject({
      value: [{ subscriptionId: made.body.id, clientState: 'secret', changeType: 'updated', resource }],
    });
    expect(JSON.stringify(first)).not.toContain('Title');
    expect(received.length).toBeLessThan(5);
    expect((await graph.ask('DELETE', `/subscriptions/${made.body.id}`)).status).toBe(204);
  });

  it('may stay silent', async () => {
    const made = await subscribe();
    graph.emulator.world.faults.put({ graph: { dropNotifications: { next: 1 } } });
    await graph.item('Watched', { Title: 'unheard' });
    await until('the drop', () => {
      const { dropNotifications } = graph.emulator.world.faults.graph;
      return typeof dropNotifications === 'object' && dropNotifications.next === 0;
    });
    await graph.item('Watched', { Title: 'heard' });
    await until('the next notification', () => received[0]);
    expect(received).toHaveLength(1);
    await graph.ask('DELETE', `/subscriptions/${made.body.id}`);
  });

  it('is renewed, and gone when it has expired', async () => {
    const made = await subscribe();
    const path = `/subscriptions/${made.body.id}`;
    const later = inMinutes(120);
    const renewed = await graph.ask('PATCH', path, { body: { expirationDateTime: later } });
    expect(renewed.body.expirationDateTime).toBe(later);
    vi.useFakeTimers({ now: Date.now() + 121 * 60_000, toFake: ['Date'] });
    const token = await graph.emulator.world.entra.appToken(apps.app.clientId);
    expect((await graph.ask('GET', path, { token })).status).toBe(404);
  });
});
