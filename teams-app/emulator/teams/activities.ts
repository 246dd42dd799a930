import { randomUUID } from 'node:crypto';
import type { DirectoryUser } from '../graph/store/directory-types.ts';
import { hosts, tenantId, type TeamsApp } from '../municipality.ts';
import { accountIdOf, botAccountIdOf, tenantReference } from './ids.ts';

/** The bot's answering address; the same for everyone, as with Teams' global endpoint. */
export const serviceUrl = `https://${hosts.connector}/teams/`;

export type Activity = Record<string, unknown>;

/** Common fields of a personal chat's activities. */
export interface ActivityScene {
  user: DirectoryUser;
  app: TeamsApp;
  conversation: string;
  now: Date;
  language: 'da' | 'en';
}

const locales = { da: 'da-DK', en: 'en-US' } as const;

function base(scene: ActivityScene, type: string): Activity {
  const { user, app, conversation, now, language } = scene;
  const locale = locales[language];
  return {
    type,
    id: `f:${randomUUID()}`,
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString(),
    localTimezone: 'Europe/Copenhagen',
    serviceUrl,
    channelId: 'msteams',
    from: { id: accountIdOf(user.id), name: user.displayName, aadObjectId: user.id },
    conversation: { conversationType: 'personal', tenantId, id: conversation },
    recipient: { id: botAccountIdOf(app.botId), name: 'Sikkerhedshjulet' },
    locale,
    entities: [{ type: 'clientInfo', locale, country: 'DK', platform: 'Web', timezone: 'Europe/Copenhagen' }],
    channelData: { tenant: tenantReference },
  };
}

export const messageActivity = (scene: ActivityScene, id: string, text: string): Activity => ({
  ...base(scene, 'message'),
  id,
  textFormat: 'plain',
  text,
});

/** `Action.Submit`: a message without text, whose value is the card's data and inputs. */
export const submitActivity = (scene: ActivityScene, replyToId: string, value: unknown): Activity => ({
  ...base(scene, 'message'),
  replyToId,
  value,
  channelData: { tenant: tenantReference, source: { name: 'message' }, legacy: { replyToId } },
});

/** `Action.Execute`: an invoke whose HTTP answer has the new card. */
export const executeActivity = (
  scene: ActivityScene,
  replyToId: string,
  action: { id?: string; title?: string; verb?: string; data: unknown },
): Activity => ({
  ...base(scene, 'invoke'),
  name: 'adaptiveCard/action',
  replyToId,
  value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
  channelData: { tenant: tenantReference, source: { name: 'message' }, legacy: { replyToId } },
});

export const installationActivity = (scene: ActivityScene, action: 'add' | 'remove'): Activity => ({
  ...base(scene, 'installationUpdate'),
  action,
  channelData: {
    tenant: tenantReference,
    settings: { selectedChannel: { id: scene.conversation } },
    source: { name: 'message' },
    appId: scene.app.catalogAppId,
  },
});

export const membershipActivity = (scene: ActivityScene, change: 'membersAdded' | 'membersRemoved'): Activity => ({
  ...base(scene, 'conversationUpdate'),
  [change]: [{ id: botAccountIdOf(scene.app.botId) }],
});
