import type { Page } from 'playwright-core';
import { slowness } from '../../../support/processor-time.ts';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds on the clock, and of the processor's time. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}
const categories = ['toplevel', 'disabled-by-default-devtools.timeline'];

/** How long the page kept its main thread in one piece, in milliseconds. */
export interface Busy {
  /** The processor's time of the longest task, as on the machine for which the limit was chosen, whatever else it does. */
  longest: number;
  /** The same task by task on the clock: with other work on the machine it waits as well. */
  longestOnTheClock: number;
  tasks: number;
}

/** Does something and tells how busy the page's main thread was meanwhile, as Chromium's own trace says. */
export async function busyWhile(page: Page, act: () => Promise<void>): Promise<Busy> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && mainThreads.has(`${pid} ${tid}`),
  );
  const longest = (of: 'dur' | 'tdur') => tasks.reduce((most, task) => Math.max(most, task[of] ?? 0), 0) / 1_000;
  return {
    longest: Math.round(longest('tdur') / slowness()),
    longestOnTheClock: Math.round(longest('dur')),
    tasks: tasks.length,
  };
}
