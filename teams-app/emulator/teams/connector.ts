import type { Answering, Asked } from '../exchange.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { readBody, sendJson, urlOf } from '../entra/plain-http.ts';
import type { Parts } from '../parts.ts';
import { contentOf, isRecord, isRefusal, messageBytes } from './activity-content.ts';
import type { ChatStore } from './chat-store.ts';
import {
  connectorError,
  notInstalledPersonally,
  type ConnectorError,
  type ConnectorErrorCode,
} from './connector-errors.ts';
import { createConnectorFaults, type Outcome } from './connector-faults.ts';
import { connectorCall, type ConnectorCall } from './connector-routes.ts';
import { accountIdOf } from './ids.ts';
import { registeredBot } from '../tenant/registered-bot.ts';
import type { Arrivals } from './arrivals.ts';
import { createRateLimits } from './rate-limits.ts';
import type { Directory, DirectoryUser } from '../graph/store/directory-types.ts';
import type { ConnectorFaults } from '../fault-settings.ts';
import { tenantId } from '../municipality.ts';

type Answer = { status: number; body: unknown };
/** Begins the second id of a chat, where opening it again gives another. */
const otherPrefix = 'again:';
/** Answers to opening a chat with somebody without the app; undefined opens it. */
const withoutChat = {
  badArgument: notInstalledPersonally,
  roster: connectorError('BotNotInConversationRoster'),
  opened: undefined,
};
const reads: ReadonlySet<ConnectorCall['kind']> = new Set(['members', 'member', 'pagedMembers']);

/** The bot connector of Teams (`smba.trafficmanager.net/teams/`): what the bot calls to reach people. */
export function createConnector(parts: Parts, chats: ChatStore, arrivals: Arrivals) {
  const { faults, stats, directory, entra, tenant } = parts;
  const limits = createRateLimits();
  const faultsNow = createConnectorFaults(faults);
  const givenOther = new Set<string>();

  return async function handle(request: Asked, response: Answering): Promise<void> {
    const call = connectorCall(request.method ?? 'GET', urlOf(request).pathname);
    const body = await readBody(request);
    if (faults.connector.latencyMs > 0) await wait(faults.connector.latencyMs);
    if (!call) return sendJson(response, 405, { error: { code: 'MethodNotAllowed', message: 'No such call.' } });
    const refusal = (await checkToken(request)) ?? checkSize(body);
    if (refusal) return send(call, refusal, response);
    const seconds = throttled(call);
    if (seconds > 0) return send(call, { error: connectorError('Throttled'), retryAfterSeconds: seconds }, response);
    const person = personOf(call, body);
    const outcome = faultsNow(person, reads.has(call.kind));
    if (outcome.fault === undefined) return send(call, { answer: perform(call, body, person) }, response);
    // The message is stored although its answer is lost: the cause of duplicates.
    if (outcome.afterwards) perform(call, body, person);
    return send(call, outcome, response);
  };

  async function checkToken(request: Asked): Promise<Outcome | undefined> {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return { error: connectorError('Unauthorized') };
    const caller = await entra.verifyConnectorToken(token).catch(() => undefined);
    if (!caller) return { error: connectorError('Unauthorized') };
    return caller.clientId === registeredBot(tenant) ? undefined : { error: connectorError('BotNotRegistered') };
  }

  function checkSize(body: string): Outcome | undefined {
    return Buffer.byteLength(body) > messageBytes ? { error: connectorError('MessageSizeTooBig') } : undefined;
  }

  function throttled(call: ConnectorCall): number {
    const perSecond = faults.connector.rateLimit;
    if (perSecond <= 0) return 0;
    const conversation = call.kind === 'createConversation' ? undefined : call.conversation;
    return limits.take(perSecond, {
      reads: reads.has(call.kind),
      ...(conversation === undefined ? {} : { conversation }),
    });
  }

  function personOf(call: ConnectorCall, body: string): string | undefined {
    if (call.kind !== 'createConversation') return personOfChat(call.conversation);
    const members = parse(body)?.['members'];
    const first: unknown = Array.isArray(members) ? members[0] : undefined;
    return isRecord(first) && typeof first['id'] === 'string' ? personNamed(directory, first['id']) : undefined;
  }

  function personOfChat(conversation: string): string | undefined {
    if (conversation.startsWith('19:') && faults.tenant['chat.graphId'] === 'refused') return undefined;
    return chats.personOf(conversation.startsWith(otherPrefix) ? conversation.slice(otherPrefix.length) : conversation);
  }

  function perform(call: ConnectorCall, body: string, person: string | undefined): Answer {
    if (call.kind === 'createConversation') return createConversation(body, person);
    const user = person === undefined ? undefined : directory.user(person);
    if (!user) return connectorError('ConversationNotFound');
    const unreachable = reachability(directory, user, faults.connector.uninstalled);
    if (unreachable) return connectorError(unreachable);
    switch (call.kind) {
      case 'send':
        return deliver(user.id, body);
      case 'reply':
        return deliver(user.id, body, call.activity);
      case 'update':
        return change(user.id, call.activity, body);
      case 'delete':
        return chats.remove(user.id, call.activity)
          ? { status: 200, body: {} }
          : connectorError('ActivityNotFoundInConversation');
      case 'members':
        return { status: 200, body: [memberOf(user)] };
      case 'pagedMembers':
        return { status: 200, body: { members: [memberOf(user)] } };
      case 'member':
        return [user.id, accountIdOf(user.id)].includes(call.member)
          ? { status: 200, body: memberOf(user) }
          : connectorError('ConversationNotFound', 'The member was not found in the conversation.');
    }
  }

  function createConversation(body: string, person: string | undefined): Answer {
    const wanted = parse(body);
    if (!wanted || !Array.isArray(wanted['members']) || wanted['members'].length !== 1 || wanted['isGroup'] === true) {
      return connectorError('BadArgument', 'A bot can open a personal conversation with one member only.');
    }
    const user = person === undefined ? undefined : directory.user(person);
    if (!user || !user.accountEnabled || !user.teamsLicence)
      return connectorError('ConversationNotFound', 'User not found.');
    const isThere = directory.isInstalled(user.id) && arrivals.isThere(user.id);
    const refusal = isThere ? undefined : withoutChat[faults.tenant['chat.beforeInstall']];
    return refusal ?? { status: 201, body: { id: idGiven(user.id) } };
  }

  /** Where opening a chat again gives another id, both of its ids in turn. */
  function idGiven(person: string): string {
    const id = chats.conversationOf(person);
    if (faults.tenant['chat.same'] === 'same' || givenOther.delete(person)) return id;
    givenOther.add(person);
    return otherPrefix + id;
  }

  function deliver(person: string, body: string, replyTo?: string): Answer {
    const activity = parse(body);
    if (!activity) return connectorError('BadSyntax', 'The body is not an activity.');
    if (activity['type'] === 'typing') return { status: 202, body: {} };
    const content = contentOf(activity);
    if (isRefusal(content)) return content;
    return { status: 201, body: { id: chats.add(person, 'bot', { ...content, replyTo }) } };
  }

  function change(person: string, id: string, body: string): Answer {
    const content = contentOf(parse(body) ?? {});
    if (isRefusal(content)) return content;
    if (chats.message(person, id)?.from === 'person') return connectorError('NotEnoughPermissions');
    return chats.replace(person, id, content) || faults.tenant['chat.editDeleted'] === 'taken'
      ? { status: 200, body: { id } }
      : connectorError('ActivityNotFoundInConversation');
  }

  function send(call: ConnectorCall, outcome: Outcome & { answer?: Answer }, response: Answering): void {
    if (outcome.fault === 'hang') return stats.connector(call.kind, 0);
    if (outcome.fault === 'reset') {
      stats.connector(call.kind, 0);
      response.socket?.resetAndDestroy();
      return;
    }
    const { status, body } = outcome.answer ?? outcome.error ?? connectorError('ServiceError');
    stats.connector(call.kind, status);
    const retry = status === 429 ? outcome.retryAfterSeconds : undefined;
    sendJson(response, status, body, retry === undefined ? {} : { 'retry-after': String(Math.ceil(retry)) });
  }
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export type { ConnectorError };

/** Why Teams refuses messages to this person; `undefined` when allowed. */
function reachability(
  directory: Directory,
  user: DirectoryUser,
  uninstalled: ConnectorFaults['uninstalled'],
): ConnectorErrorCode | 'MessageWritesBlocked' | undefined {
  if (!user.accountEnabled || !user.teamsLicence) return 'ConversationNotFound';
  if (!directory.isInstalled(user.id)) return uninstalled === 'delivered' ? undefined : uninstalled;
  return user.botBlocked ? 'ConversationBlockedByUser' : undefined;
}

/** A member in the connector's form. */
const memberOf = (user: DirectoryUser) => ({
  id: accountIdOf(user.id),
  name: user.displayName,
  objectId: user.id,
  aadObjectId: user.id,
  givenName: user.givenName ?? undefined,
  surname: user.surname ?? undefined,
  email: user.mail ?? undefined,
  userPrincipalName: user.userPrincipalName,
  userRole: 'user',
  tenantId,
});

const byAccount = new Map<string, string>();

/** The person of an Entra object id or `29:…` id. User names and mail addresses are refused, as in Teams. */
function personNamed(directory: Directory, id: string): string | undefined {
  if (!id.startsWith('29:')) return id.includes('@') ? undefined : directory.user(id)?.id;
  const known = byAccount.get(id);
  if (known !== undefined) return known;
  for (const user of directory.users()) byAccount.set(accountIdOf(user.id), user.id);
  return byAccount.get(id);
}
