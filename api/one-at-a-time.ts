import type { Context } from './context.ts';
import { contextPart } from './context-part.ts';
import { keyedQueue, type KeyedQueue } from './kernel/index.ts';

const queues = contextPart<KeyedQueue>('context/oneAtATime');

/**
 * Serialises work per key: for acts that look at several items and write another, which `If-Match` does not guard (the next
 * number, what is with those who decide). In this process; no work under a key begins other work under it and waits.
 */
export function oneAtATime<Value>(context: Context, key: string, work: () => Promise<Value>): Promise<Value> {
  const queue = queues.get(context) ?? keyedQueue();
  queues.set(context, queue);
  return queue(key, work);
}
