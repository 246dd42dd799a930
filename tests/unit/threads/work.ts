import { getPriority } from 'node:os';
import { threadId } from 'node:worker_threads';

/** A thread's task in `own-thread.test.ts`. */
export type Wanted = 'thread' | 'throw' | 'endless' | 'memory' | 'wait' | 'priority';

export async function work(wanted: Wanted): Promise<number> {
  if (wanted === 'throw') throw new Error('No such sheet');
  // Of this thread alone, on Linux.
  if (wanted === 'priority') return getPriority();
  if (wanted === 'wait') await new Promise((resolve) => setTimeout(resolve, 200));
  if (wanted === 'memory') {
    const held: number[][] = [];
    for (;;) held.push(new Array<number>(100_000).fill(held.length));
  }
  // As a loop without an end, without its processor time.
  if (wanted === 'endless') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return threadId;
}
