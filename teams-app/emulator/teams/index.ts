import type { Answering, Asked } from '../exchange.ts';
import { teamsApp } from '../municipality.ts';
import type { Parts } from '../parts.ts';
import { registeredBot } from '../tenant/registered-bot.ts';
import {
  installationActivity,
  membershipActivity,
  messageActivity,
  type Activity,
  type ActivityScene,
  serviceUrl,
} from './activities.ts';
import { createArrivals } from './arrivals.ts';
import { createBotClient, type BotAnswer } from './bot-client.ts';
import { createChatStore, type ChatMessage } from './chat-store.ts';
import { createConnector } from './connector.ts';
import { graphChatIdOf } from './ids.ts';
import { activityOf, actionPressed, readInvokeAnswer, type Press, type PressAnswer } from './press.ts';

export { PressRefused, type Press } from './press.ts';
export { connectorFaultNames } from './connector-errors.ts';
export { serviceUrl };
export type { ChatMessage } from './chat-store.ts';

/** A person's present chat with the bot. */
export interface Chat {
  personId: string;
  conversation: string;
  installed: boolean;
  blocked: boolean;
  /** Grows with every change. */
  version: number;
  /** Oldest first. */
  messages: ChatMessage[];
}

/** Teams: the bot connector, all chats, and people's acts in them. */
export type PlacedMessage = { summary: string; card: Record<string, unknown> };
export interface PlacedAt {
  activity: string;
  conversation: string;
  serviceUrl: string;
}

export interface Teams {
  /** Answers the bot connector's host. */
  handle(request: Asked, response: Answering): Promise<void>;
  /** Address for activities; `undefined` removes the bot. */
  setBot(url: string | undefined): void;
  chat(personId: string): Chat;
  /** Grows with every change of a person's chat; cheap. */
  version(personId: string): number;
  /** Present messages from the bot. */
  delivered(): number;
  /** Adds a message of the bot to a chat as if sent then; for the initial world. */
  place(personId: string, content: PlacedMessage, at: string): PlacedAt;
  /** The person writes to the bot. Resolves when the bot has handled it. */
  say(personId: string, text: string): Promise<{ id: string; answer: BotAnswer }>;
  /** The person presses a button. @throws PressRefused */
  press(personId: string, press: Press): Promise<PressAnswer>;
  /** Installs the app for a person; notifies the bot. */
  install(personId: string): Promise<void>;
  /** Removes the app; notifies the bot. */
  uninstall(personId: string): Promise<void>;
  /** An installation through Graph: chat and notification of the bot follow `chatDelayMs` later. Does not wait. */
  installed(personId: string): void;
  /** Whether the person has the app and its chat exists. */
  isChatThere(personId: string): boolean;
  block(personId: string, blocked: boolean): void;
  /** Deletes the chat: its conversation id becomes invalid. */
  deleteChat(personId: string): void;
  /** The chat's id in Graph. */
  graphChatId(personId: string): string;
  /** Sends any activity to the bot, for security tests. `token` replaces the true channel token. */
  postToBot(activity: Activity, options?: { token?: string }): Promise<BotAnswer>;
  /** A valid message activity, for tests to modify. */
  messageFrom(personId: string, text: string): Activity;
  /** Resolves when the bot has answered all background activities. */
  idle(): Promise<void>;
}

export function createTeams(parts: Parts): Teams {
  const { db, clock, directory, entra, faults, tenant, closing } = parts;
  const arrivals = createArrivals(() => faults.connector.chatDelayMs);
  const chats = createChatStore(db, () => clock.now());
  const bot = createBotClient(entra, () => (closing.aborted ? undefined : registeredBot(tenant)));
  const background = new Set<Promise<unknown>>();

  function sceneOf(personId: string): ActivityScene {
    const user = directory.user(personId);
    if (!user) throw new RangeError(`Nobody in the tenant has the id ${personId}.`);
    const language = user.preferredLanguage?.toLowerCase().startsWith('en') ? 'en' : 'da';
    return {
      user,
      app: tenant.teamsApp() ?? teamsApp,
      conversation: chats.conversationOf(user.id),
      now: clock.now(),
      language,
    };
  }

  async function announce(personId: string, action: 'add' | 'remove'): Promise<void> {
    const scene = sceneOf(personId);
    await bot.post(installationActivity(scene, action));
    await bot.post(membershipActivity(scene, action === 'add' ? 'membersAdded' : 'membersRemoved'));
  }

  async function press(personId: string, wanted: Press): Promise<PressAnswer> {
    const scene = sceneOf(personId);
    const message = chats.message(scene.user.id, wanted.messageId);
    const sending = activityOf(scene, wanted, actionPressed(message, wanted));
    if (!('activity' in sending)) return sending;
    const answer = await bot.post(sending.activity);
    if (sending.kind === 'submit') {
      const ok = answer.status >= 200 && answer.status < 300;
      return { status: answer.status, type: ok ? 'submit' : 'unreachable', value: answer.body };
    }
    const seen = readInvokeAnswer(answer);
    if (seen.card) chats.replaceCard(scene.user.id, wanted.messageId, seen.card);
    return seen;
  }

  return {
    handle: createConnector(parts, chats, arrivals),
    setBot: bot.setBot,
    chat(personId) {
      const { user, conversation } = sceneOf(personId);
      return {
        personId: user.id,
        conversation,
        installed: directory.isInstalled(user.id),
        blocked: user.botBlocked,
        version: chats.version(user.id),
        messages: chats.messages(user.id),
      };
    },
    version: chats.version,
    delivered: chats.countFromBot,
    place: (personId, content, at) => ({
      activity: chats.add(personId, 'bot', { ...content, text: undefined }, at),
      conversation: chats.conversationOf(personId),
      serviceUrl,
    }),
    async say(personId, text) {
      const scene = sceneOf(personId);
      const id = chats.add(scene.user.id, 'person', { text, summary: undefined, card: undefined });
      return { id, answer: await bot.post(messageActivity(scene, id, text)) };
    },
    press,
    async install(personId) {
      const { user } = sceneOf(personId);
      if (directory.isInstalled(user.id)) return;
      directory.install(user.id);
      await announce(user.id, 'add');
    },
    async uninstall(personId) {
      const { user } = sceneOf(personId);
      if (!directory.isInstalled(user.id)) return;
      directory.uninstall(user.id);
      await announce(user.id, 'remove');
    },
    installed(personId) {
      const telling = arrivals
        .begin(personId)
        .then(() => (bot.isSet() && directory.isInstalled(personId) ? announce(personId, 'add') : undefined))
        .finally(() => background.delete(telling));
      background.add(telling);
    },
    isChatThere: (personId) => directory.isInstalled(personId) && arrivals.isThere(personId),
    block(personId, blocked) {
      directory.updateUser(sceneOf(personId).user.id, { botBlocked: blocked });
    },
    deleteChat: (personId) => chats.deleteChat(sceneOf(personId).user.id),
    graphChatId: graphChatIdOf,
    postToBot: bot.post,
    messageFrom: (personId, text) => messageActivity(sceneOf(personId), String(Date.now()), text),
    async idle() {
      while (background.size > 0) await Promise.all(background);
    },
  };
}
