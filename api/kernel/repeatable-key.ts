import type { Actor } from './actor.ts';
import { digest, newId } from './ids.ts';

/**
 * Key of a record an act creates: the same for every repeat of the same press, so that a request whose answer was lost
 * finds its first result; different for each `what` within the press (kind of record first). Looks like `newId`. An
 * actor without an idempotency key (a chat command, a test) gets a new one.
 */
export function repeatableKey(actor: Pick<Actor, 'personId' | 'idempotencyKey'>, ...what: string[]): string {
  if (actor.idempotencyKey === undefined) return newId();
  const hex = digest(JSON.stringify([actor.personId, actor.idempotencyKey, ...what]));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
