import type { Context } from './context.ts';
import { contextPart } from './context-part.ts';
import { keyedQueue, type KeyedQueue } from './kernel/index.ts';

const queues = contextPart<KeyedQueue>('context/oneAtATime');

/**
 * Serialises work per key: for acts that read several items and write another, which `If-Match` does not guard (the
 * next number, open requests). Across instances; work under a key must not wait for other work under it. Throws
 * AppError `unavailable` while instances cannot agree.
 */
export function oneAtATime<Value>(context: Context, key: string, work: () => Promise<Value>): Promise<Value> {
  const queue = queues.get(context) ?? keyedQueue();
  queues.set(context, queue);
  const { exclusive } = context;
  return queue(key, exclusive ? () => exclusive(key, work) : work);
}
