import type { ChatMessage, ChatPort } from '../sending/chat-port.ts';
import { ChatError } from '../sending/chat-port.ts';
import type { Connectors } from './connectors.ts';
import { defaultServiceUrl, type ChatSettings } from './settings.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** A message as an activity: the card with its summary for feed and toast, and text only on request. */
export const activityOf = (message: ChatMessage) => ({
  type: 'message',
  summary: message.summary,
  ...(message.text === undefined ? {} : { text: message.text }),
  attachments: [{ contentType: adaptiveCardType, content: message.card }],
});

/**
 * Teams behind the port. `newestServiceUrl` is the latest address of an incoming activity, used to create chats; before
 * any activity the global address.
 */
export function teamsChat(
  connectors: Connectors,
  settings: Pick<ChatSettings, 'appId' | 'tenantId'>,
  newestServiceUrl: () => string | undefined,
): ChatPort {
  const bot = { id: `28:${settings.appId}`, name: 'Sikkerhedshjulet' };
  return {
    createConversation: async (personId) => {
      const serviceUrl = newestServiceUrl() ?? defaultServiceUrl;
      const answer = await connectors.call(serviceUrl, (client, options) =>
        client.conversations.createConversation(
          {
            bot,
            isGroup: false,
            members: [{ id: personId, name: '' }],
            tenantId: settings.tenantId,
            channelData: { tenant: { id: settings.tenantId } },
          },
          options,
        ),
      );
      if (!answer.id) throw new ChatError(0, 'NoConversationId');
      return { conversation: answer.id, serviceUrl: answer.serviceUrl || serviceUrl };
    },
    addressOf: (conversation) => ({ conversation, serviceUrl: newestServiceUrl() ?? defaultServiceUrl }),
    send: async (to, message) => {
      const answer = await connectors.call(to.serviceUrl, (client, options) =>
        client.conversations.sendToConversation(
          to.conversation,
          {
            ...activityOf(message),
            ...(message.rings === true ? { channelData: { notification: { alert: true } } } : {}),
            from: bot,
            conversation: conversationAccount(to.conversation, settings.tenantId),
          },
          options,
        ),
      );
      return { activity: answer.id };
    },
    update: async (to, message) => {
      await connectors.call(to.serviceUrl, (client, options) =>
        client.conversations.updateActivity(
          to.conversation,
          to.activity,
          {
            ...activityOf(message),
            id: to.activity,
            from: bot,
            conversation: conversationAccount(to.conversation, settings.tenantId),
          },
          options,
        ),
      );
    },
  };
}

/** Every message includes the tenant: without it Teams may answer 403. */
const conversationAccount = (id: string, tenantId: string) => ({
  id,
  tenantId,
  isGroup: false,
  conversationType: 'personal',
  name: '',
});
