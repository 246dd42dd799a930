import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { tenantId } from '../municipality.ts';
import type { World } from '../world.ts';
import { GraphFault } from './errors.ts';
import type { Subscription } from './store/subscriptions.ts';

/** Milliseconds: for the handshake, one delivery, and before each retry. */
const handshakeTime = 10_000;
const deliveryTime = 3000;
const repeats = [1000, 5000] as const;

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

/** Posts a validation token that the receiver must return as plain text. Throws 400. */
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

/** Graph's events about a subscription, for its `lifecycleNotificationUrl`. */
export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

const entryOf = (one: Subscription) => ({
  subscriptionId: one.id,
  subscriptionExpirationDateTime: one.expirationDateTime,
  clientState: one.clientState,
  tenantId,
});
const changeOf = (one: Subscription) => ({
  ...entryOf(one),
  changeType: 'updated',
  resource: one.resource,
  resourceData: null,
});

async function post(url: string, value: readonly unknown[]): Promise<boolean> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ value }),
    signal: AbortSignal.timeout(deliveryTime),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Resolves after the first try; failed deliveries are retried. */
async function deliver(url: string, value: readonly unknown[]): Promise<void> {
  if (!(await post(url, value))) void repeat(url, value);
}

async function repeat(url: string, value: readonly unknown[]): Promise<void> {
  for (const pause of repeats) {
    await sleep(pause, undefined, { ref: false });
    if (await post(url, value)) return;
  }
}

/** Changes being gathered or delivered. */
const untold = new WeakMap<World, Set<Promise<void>>>();

/** Resolves when all changes so far have been delivered or refused. */
export async function allTold(world: World): Promise<void> {
  const left = untold.get(world);
  while (left && left.size > 0) await Promise.all(left);
}

/** Notifies subscribers of changed lists: no content, some never, consecutive changes once, grouped by address. */
export function startNotifications(world: World): void {
  const gathering = new Set<string>();
  const underWay = new Set<Promise<void>>();
  untold.set(world, underWay);
  const tell = async () => {
    if (world.closing.aborted) return;
    const changed = new Set(gathering);
    gathering.clear();
    const { faults } = world;
    const told = world.sites.subscriptions
      .all()
      .filter(({ list }) => changed.has(list) && !faults.strikes(faults.graph.dropNotifications, 'dropNotifications'));
    const byUrl = Map.groupBy(told, ({ notificationUrl }) => notificationUrl);
    await Promise.all([...byUrl].map(([url, all]) => deliver(url, all.map(changeOf))));
  };
  world.sites.items.onChange((list) => {
    if (!world.sites.subscriptions.isWatched(list.id)) return;
    if (gathering.size === 0) {
      const gathered = new Promise<void>((resolve) => {
        setTimeout(resolve, world.faults.graph.lagNotifications).unref();
      });
      const telling = gathered.then(tell).finally(() => underWay.delete(telling));
      underWay.add(telling);
    }
    gathering.add(list.id);
  });
}

/** Sends a lifecycle event for every subscription with such an address; deletes removed ones. Returns the number. */
export async function tellLifecycle(world: World, lifecycleEvent: LifecycleEvent): Promise<number> {
  const asked = world.sites.subscriptions.all().filter((one) => one.lifecycleNotificationUrl !== undefined);
  if (lifecycleEvent === 'subscriptionRemoved') for (const { id } of asked) world.sites.subscriptions.remove(id);
  const byUrl = Map.groupBy(asked, ({ lifecycleNotificationUrl = '' }) => lifecycleNotificationUrl);
  await Promise.all(
    [...byUrl].map(([url, all]) =>
      deliver(
        url,
        all.map((one) => ({ ...entryOf(one), lifecycleEvent })),
      ),
    ),
  );
  return asked.length;
}
