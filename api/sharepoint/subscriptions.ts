import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { GraphFailure, failedAs } from './graph-failure.ts';
import type { Graph } from './graph.ts';

export interface SubscriptionsSettings {
  graph: Graph;
  siteId: string;
  /** Where Microsoft Graph reaches this program, without a slash at the end. */
  baseUrl: string;
  /** Only this program knows it, and it is the same after a restart: what was subscribed to before goes on being heard. */
  secret: string;
}

/** Path of the door that notifications come to; a name that nobody can guess follows. */
export const listChangesPath = '/api/list-changes';

/**
 * How long a subscription lasts (ms): Microsoft allows 42,300 minutes, but one of a program that is no more should
 * end soon. Renewed when half of it has passed, so that a night's outage ends none.
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
  /** The last part of the door's path; whoever does not know it is nobody. */
  readonly doorName: string;
  /**
   * The subscriptions of this program that an earlier run of it has made, by list id; what it made twice, or with another secret, is
   * ended. One call for each hundred or so, and one for each that is ended. Throws GraphFailure.
   */
  known(): Promise<Map<string, Subscribed>>;
  /** Subscribes; the door must answer the handshake meanwhile. Throws GraphFailure: `refused` where the app may not. */
  make(listId: string): Promise<Subscribed>;
  /** Nothing when the subscription is gone. Throws GraphFailure. */
  renew(subscription: Subscribed): Promise<Subscribed | undefined>;
  /** Best effort: what cannot be ended ends by itself. */
  end(subscription: Subscribed): Promise<void>;
  isRenewalDue(subscription: Subscribed): boolean;
  /** Which of these lists a notification with such a `clientState` is about. As slow for a wrong one as for a right one. */
  listOf(clientState: string, listIds: readonly string[]): string | undefined;
}

/** Subscriptions of Microsoft Graph to the changes of lists. Each list has a `clientState` of its own, derived from the secret. */
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

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const unreadable = (path: string) =>
  new GraphFailure('POST', path, { status: 502, graphCode: '', message: 'no subscription', innerCodes: [] }, false);
