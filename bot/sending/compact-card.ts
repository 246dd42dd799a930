import { z } from 'zod';
import type { ChatMessage } from './chat-port.ts';

const withActions = z.object({ actions: z.array(z.object({ type: z.string() }).loose()).default([]) });

/** Replaces a card too large for Teams: its summary and links to the whole. */
export function compactCard(message: ChatMessage): ChatMessage {
  const card = withActions.safeParse(message.card);
  return {
    summary: message.summary,
    card: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      body: [{ type: 'TextBlock', text: message.summary, wrap: true }],
      actions: card.success ? card.data.actions.filter(({ type }) => type === 'Action.OpenUrl') : [],
    },
  };
}
