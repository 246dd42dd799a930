import { randomUUID } from 'node:crypto';
import { checkSite } from '../access.ts';
import { accessDenied, GraphFault, itemNotFound } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import type { Call, Route } from '../http/route.ts';
import { notificationAddress, shakeHands } from '../notifications.ts';
import type { Subscription } from '../store/subscriptions.ts';
import { isRecord, listOf } from './site-parts.ts';

/** Longest life of a subscription to a list, in minutes; shorter ones last the shortest. */
const longestLife = 42_300;
const shortestLife = 45;
const longestState = 128;

const refused = (message: string) => new GraphFault(400, 'InvalidRequest', message);

function expiration(value: unknown): string {
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment) || moment <= Date.now()) throw refused('Subscription expiration must be in the future.');
  if (moment > Date.now() + longestLife * 60_000) {
    throw refused(`Subscription expiration can only be ${longestLife} minutes in the future.`);
  }
  return new Date(Math.max(moment, Date.now() + shortestLife * 60_000)).toISOString();
}

function stateOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (value.length > longestState) throw refused(`'clientState' cannot be longer than ${longestState} characters.`);
  return value;
}

/** Both addresses are validated; the second must be on the first's host. */
function lifecycleAddress(value: unknown, notificationUrl: string): { lifecycleNotificationUrl?: string } {
  if (value === undefined || value === null) return {};
  const url = notificationAddress(value);
  if (new URL(url).host !== new URL(notificationUrl).host) {
    throw refused('Lifecycle notification URL must have the same host as the notification URL.');
  }
  return { lifecycleNotificationUrl: url };
}

const view = (one: Subscription) => {
  const { list: _, ...shown } = one;
  return { '@odata.context': `${graphRoot}/$metadata#subscriptions/$entity`, ...shown };
};

async function createSubscription(call: Call): Promise<Answer> {
  const body = isRecord(call.body) ? call.body : {};
  const { changeType, resource, clientState } = body;
  if (changeType !== 'updated') throw refused(`Invalid 'changeType' attribute: '${String(changeType)}'.`);
  if (typeof resource !== 'string' || resource.includes('://')) throw refused('The resource must be a relative URI.');
  const match = /^\/?sites\/([^/]+)\/lists\/([^/]+)\/?$/.exec(resource);
  if (!match?.[1] || !match[2]) throw refused('The resource cannot be subscribed to.');
  const site = decodeURIComponent(match[1]);
  checkSite(call.world, call.caller, site, 'write');
  if (call.world.faults.graph.subscriptionsRefused) throw accessDenied();
  const list = listOf({ ...call, params: { site, list: decodeURIComponent(match[2]) } });
  const notificationUrl = notificationAddress(body.notificationUrl);
  const subscription: Subscription = {
    id: randomUUID(),
    resource,
    list: list.id,
    changeType,
    notificationUrl,
    ...lifecycleAddress(body.lifecycleNotificationUrl, notificationUrl),
    clientState: stateOf(clientState),
    expirationDateTime: expiration(body.expirationDateTime),
    applicationId: call.caller.clientId,
  };
  await shakeHands(notificationUrl);
  if (subscription.lifecycleNotificationUrl !== undefined) await shakeHands(subscription.lifecycleNotificationUrl);
  call.world.sites.subscriptions.put(subscription);
  return { status: 201, body: view(subscription) };
}

const own = (call: Call) =>
  call.world.sites.subscriptions.all().filter((one) => one.applicationId === call.caller.clientId);

function found(call: Call): Subscription {
  const subscription = own(call).find((one) => one.id === call.params.subscription);
  if (!subscription) throw itemNotFound();
  return subscription;
}

function listSubscriptions(call: Call): Answer {
  return {
    status: 200,
    body: { '@odata.context': `${graphRoot}/$metadata#subscriptions`, value: own(call).map(view) },
  };
}

function getSubscription(call: Call): Answer {
  return { status: 200, body: view(found(call)) };
}

function renewSubscription(call: Call): Answer {
  const body = isRecord(call.body) ? call.body : {};
  const renewed = { ...found(call), expirationDateTime: expiration(body.expirationDateTime) };
  call.world.sites.subscriptions.put(renewed);
  return { status: 200, body: view(renewed) };
}

/** Answers `reauthorizationRequired`; a renewal does too. */
function reauthorize(call: Call): Answer {
  found(call);
  return { status: 204 };
}

function deleteSubscription(call: Call): Answer {
  call.world.sites.subscriptions.remove(found(call).id);
  return { status: 204 };
}

const at = (method: Route['method'], path: string, run: Route['run']): Route => ({
  area: 'sharepoint',
  need: 'none',
  method,
  path: `/subscriptions${path}`,
  cost: 1,
  run,
});
export const subscriptionRoutes: readonly Route[] = [
  at('GET', '', listSubscriptions),
  at('POST', '', createSubscription),
  at('GET', '/{subscription}', getSubscription),
  at('PATCH', '/{subscription}', renewSubscription),
  at('POST', '/{subscription}/reauthorize', reauthorize),
  at('DELETE', '/{subscription}', deleteSubscription),
];
