import type { CallOptions } from './call-options.ts';
import type { Graph } from './graph.ts';
import type { Turns } from './in-turn.ts';

/** Milliseconds without an answer after which a look counts as failed, though it is still being retried. */
const lateAfter = 10_000;

/** Calls `onLate` when Microsoft 365 has not answered in time. What waits for our own resource units is not late. */
export function lateTimer(onLate: () => void): Turns & { end(): void } {
  let left = lateAfter;
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  const comes = (): void => {
    if (timer) return;
    since = performance.now();
    timer = setTimeout(onLate, left);
    timer.unref();
  };
  const waits = (): void => {
    if (!timer) return;
    left = Math.max(0, left - (performance.now() - since));
    clearTimeout(timer);
    timer = undefined;
  };
  comes();
  return { waits, comes, end: () => clearTimeout(timer) };
}

/** The same for reading, and tells of its turns. */
export function withTurns(graph: Graph, turns: Turns): Graph {
  const told = (options?: CallOptions): CallOptions => ({ ...options, turns });
  return {
    ...graph,
    get: (path, options) => graph.get(path, told(options)),
    pages: (path, options) => graph.pages(path, told(options)),
    call: (method, path, body, options) => graph.call(method, path, body, told(options)),
  };
}
