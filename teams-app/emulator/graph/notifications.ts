import { randomUUID } from 'node:crypto';
import { tenantId } from '../municipality.ts';
import type { World } from '../world.ts';
import { GraphFault } from './errors.ts';
import type { List } from './store/column-types.ts';
import type { Subscription } from './store/subscriptions.ts';

/** Milliseconds: for the handshake, for one delivery, and how long changes are gathered before one is sent. */
const handshakeTime = 10_000;
const deliveryTime = 3000;
const gatherTime = 50;
const attempts = 3;

const refused = (message: string) => new GraphFault(400, 'ValidationError', message);

/** Only this machine can be notified. Throws 400 for other addresses. */
export function notificationAddress(url: unknown): string {
  if (typeof url !== 'string' || !URL.canParse(url)) throw refused('Invalid notificationUrl.');
  const { hostname } = new URL(url);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw refused('Subscription validation request failed. The notification endpoint cannot be reached.');
  }
  return url;
}

/** Posts a validation token that the receiver must give back as plain text. Throws 400. */
export async function shakeHands(url: string): Promise<void> {
  const token = `Validation: desk & ${randomUUID()}`;
  const address = new URL(url);
  address.searchParams.set('validationToken', token);
  const failed = refused('Subscription validation request failed. Must respond with 200 OK to this request.');
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    signal: AbortSignal.timeout(handshakeTime),
  }).catch(() => {
    throw failed;
  });
  const plain = answer.headers.get('content-type')?.startsWith('text/plain') ?? false;
  if (answer.status !== 200 || !plain || (await answer.text()) !== token) throw failed;
}

const message = (one: Subscription) => ({
  value: [
    {
      subscriptionId: one.id,
      subscriptionExpirationDateTime: one.expirationDateTime,
      clientState: one.clientState,
      changeType: 'updated',
      resource: one.resource,
      tenantId,
      resourceData: null,
    },
  ],
});

async function deliver(one: Subscription): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const taken = await fetch(one.notificationUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message(one)),
      signal: AbortSignal.timeout(deliveryTime),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (taken) return;
  }
}

/** Tells subscribers that a list has changed: never what, some never, changes in a row once. */
export function startNotifications(world: World): void {
  const gathering = new Set<string>();
  const tell = (list: List) => {
    gathering.delete(list.id);
    for (const one of world.sites.subscriptions.all()) {
      const { faults } = world;
      if (one.list !== list.id || faults.strikes(faults.graph.dropNotifications, 'dropNotifications')) continue;
      void deliver(one);
    }
  };
  world.sites.items.onChange((list) => {
    if (gathering.has(list.id) || world.sites.subscriptions.all().every((one) => one.list !== list.id)) return;
    gathering.add(list.id);
    setTimeout(tell, gatherTime, list).unref();
  });
}
