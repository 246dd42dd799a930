import { createHash } from 'node:crypto';
import { apps, tenantId } from '../municipality.ts';

/** Part of the ids that Teams makes up. */
const botId = apps.app.clientId;
/** Teams' own ids: the bot is `28:…`, a person `29:…`, different for every bot. */
export const botAccountIdOf = (bot: string): string => `28:${bot}`;

const hash = (...parts: string[]) => createHash('sha256').update(parts.join('|')).digest('base64url');

const accountIds = new Map<string, string>();
/** Teams' id of a person for this bot. Not derivable to the person. */
export function accountIdOf(personId: string): string {
  const known = accountIds.get(personId);
  if (known) return known;
  const made = `29:1${hash('account', botId, personId)}`;
  accountIds.set(personId, made);
  return made;
}

/** A personal conversation's Bot Framework id. `generation` counts deleted chats. */
export const chatIdOf = (personId: string, generation: number): string =>
  `a:1${hash('chat', botId, personId, String(generation))}`;

/** Its id in Graph. */
export const graphChatIdOf = (personId: string): string => `19:${personId}_${botId}@unq.gbl.spaces`;

export function personOfGraphChat(conversation: string): string | undefined {
  return new RegExp(`^19:([0-9a-f-]{36})_${botId}@unq\\.gbl\\.spaces$`).exec(conversation)?.[1];
}

export const tenantReference = { id: tenantId };
