import { randomUUID } from 'node:crypto';
import { checkSite } from '../access.ts';
import { GraphFault, itemNotFound } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { graphRoot } from '../http/links.ts';
import type { Call, Route } from '../http/route.ts';
import { notificationAddress, shakeHands } from '../notifications.ts';
import type { Subscription } from '../store/subscriptions.ts';
import { isRecord, listOf } from './site-parts.ts';

/** Longest life of a subscription to a list, in minutes. */
const longestLife = 42_300;

const refused = (message: string) => new GraphFault(400, 'InvalidRequest', message);

function expiration(value: unknown): string {
  const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment) || moment <= Date.now()) throw refused('Subscription expiration must be in the future.');
  if (moment > Date.now() + longestLife * 60_000) {
    throw refused(`Subscription expiration can only be ${longestLife} minutes in the future.`);
  }
  return new Date(moment).toISOString();
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
  const list = listOf({ ...call, params: { site, list: decodeURIComponent(match[2]) } });
  const subscription: Subscription = {
    id: randomUUID(),
    ...{ resource, list: list.id, changeType },
    notificationUrl: notificationAddress(body.notificationUrl),
    clientState: typeof clientState === 'string' ? clientState : null,
    expirationDateTime: expiration(body.expirationDateTime),
    applicationId: call.caller.clientId,
  };
  await shakeHands(subscription.notificationUrl);
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

function deleteSubscription(call: Call): Answer {
  call.world.sites.subscriptions.remove(found(call).id);
  return { status: 204 };
}

const at = (method: Route['method'], path: string, run: Route['run']): Route => ({
  ...{ area: 'sharepoint', need: 'none', method, path: `/subscriptions${path}`, cost: 1, run },
});
export const subscriptionRoutes: readonly Route[] = [
  at('GET', '', listSubscriptions),
  at('POST', '', createSubscription),
  at('GET', '/{subscription}', getSubscription),
  at('PATCH', '/{subscription}', renewSubscription),
  at('DELETE', '/{subscription}', deleteSubscription),
];
