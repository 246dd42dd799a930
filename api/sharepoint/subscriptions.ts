import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { GraphFailure, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';

export interface SubscriptionsSettings {
  graph: Graph;
  siteId: string;
  /** Public address for Microsoft Graph, without a trailing slash. */
  baseUrl: string;
  /** Known to this program only, and stable over restarts: existing subscriptions stay valid. */
  secret: string;
}

/** Endpoint path of notifications; an unguessable name follows. */
export const listChangesPath = '/api/list-changes';

/**
 * Lifetime of a subscription (ms): Microsoft allows 42,300 minutes, but those of a removed program should end soon.
 * Renewed at half time, so that it survives a night's outage.
 */
const lifetime = 48 * 60 * 60_000;
const background = { lane: 'background' } as const;

const subscriptionSchema = z.object({
  id: z.string().min(1).max(200),
  resource: z.string(),
  notificationUrl: z.string().nullish(),
  expirationDateTime: z.string().refine((moment) => !Number.isNaN(Date.parse(moment))),
});

export interface Subscribed {
  id: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface Subscriptions {
  /** Last part of the endpoint's path; requests without it are rejected. */
  readonly doorName: string;
  /**
   * This program's subscriptions from earlier runs, by list id; duplicates, and those with another secret, are deleted.
   * One call per hundred or so, and one per deletion. Throws GraphFailure.
   */
  known(): Promise<Map<string, Subscribed>>;
  /** Subscribes; the endpoint must answer a handshake. Throws GraphFailure: `refused` without permission. */
  make(listId: string): Promise<Subscribed>;
  /** Undefined when it is gone. Throws GraphFailure. */
  renew(subscription: Subscribed): Promise<Subscribed | undefined>;
  /** Best effort: subscriptions expire by themselves. */
  end(subscription: Subscribed): Promise<void>;
  isRenewalDue(subscription: Subscribed): boolean;
  /** Which of these lists a `clientState` belongs to. Constant time. */
  listOf(clientState: string, listIds: readonly string[]): string | undefined;
}

/** Graph subscriptions to list changes. Each list has its own `clientState`, derived from the secret. */
export function createSubscriptions({ graph, siteId, baseUrl, secret }: SubscriptionsSettings): Subscriptions {
  const derived = (what: string) => createHmac('sha256', secret).update(what).digest('base64url');
  const doorName = derived(`list changes of ${siteId}: door`);
  const clientState = (listId: string) => derived(`list changes of ${siteId}: list ${listId}`);
  const hashes = new Map<string, Buffer>();
  const stateHash = (listId: string): Buffer => {
    const known = hashes.get(listId) ?? hashOf(clientState(listId));
    hashes.set(listId, known);
    return known;
  };
  const url = `${baseUrl}${listChangesPath}/${doorName}`;
  const resourceOf = (listId: string) => `sites/${siteId}/lists/${listId}`;
  const listIdIn = (resource: string): string | undefined =>
    resource.replace(/^\//, '').startsWith(resourceOf('')) ? resource.split('/').at(-1) : undefined;
  const expiration = () => new Date(Date.now() + lifetime).toISOString();

  const subscribed = (answer: unknown, path: string): Subscribed => {
    const parsed = subscriptionSchema.safeParse(answer);
    if (!parsed.success) throw unreadable(path);
    return { id: parsed.data.id, expiresAt: Date.parse(parsed.data.expirationDateTime) };
  };
  const pathOf = ({ id }: Subscribed) => `/subscriptions/${encodeURIComponent(id)}`;

  const end = async (subscription: Subscribed): Promise<void> => {
    await graph.delete(pathOf(subscription), background).catch(() => undefined);
  };

  return {
    doorName,
    known: async () => {
      const found = new Map<string, Subscribed>();
      for await (const page of graph.pages('/subscriptions', background)) {
        for (const value of page.value) {
          const one = subscriptionSchema.safeParse(value).data;
          const listId = one && listIdIn(one.resource);
          if (!listId || !one.notificationUrl?.startsWith(`${baseUrl}${listChangesPath}/`)) continue;
          const mine = { id: one.id, expiresAt: Date.parse(one.expirationDateTime) };
          if (one.notificationUrl === url && !found.has(listId)) found.set(listId, mine);
          else await end(mine);
        }
      }
      return found;
    },
    make: async (listId) => {
      const wanted = { changeType: 'updated', resource: resourceOf(listId), clientState: clientState(listId) };
      const urls = { notificationUrl: url, lifecycleNotificationUrl: url };
      const body = { ...wanted, ...urls, expirationDateTime: expiration() };
      return subscribed(await graph.post('/subscriptions', body, background), '/subscriptions');
    },
    renew: async (subscription) => {
      const path = pathOf(subscription);
      try {
        const body = { expirationDateTime: expiration() };
        return subscribed(await graph.patch(path, body, { ...background, repeatable: true }), path);
      } catch (failure) {
        if (failedAs(failure, 'itemGone')) return undefined;
        throw failure;
      }
    },
    end,
    isRenewalDue: ({ expiresAt }) => expiresAt - Date.now() < lifetime / 2,
    listOf: (given, listIds) => {
      const asked = hashOf(given);
      let found: string | undefined;
      for (const listId of listIds) if (timingSafeEqual(asked, stateHash(listId))) found = listId;
      return found;
    },
  };
}

/** Compares two texts in constant time. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const unreadable = (path: string) =>
  new GraphFailure('POST', path, { status: 502, graphCode: '', message: 'no subscription', innerCodes: [] }, false);
