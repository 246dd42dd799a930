/**
 * Run by the bench as a separate process: `ask-first.ts preview|centres <address of the desk>` loads all lists once,
 * and requests a view for the first time since the start. Prints as JSON its duration and how long others were blocked.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, PersonId } from '../../api/kernel/index.ts';
import { centresView } from '../../api/obligations/centre-status.ts';
import { obligationsInTurn } from '../../api/obligations/index.ts';
import { employees } from '../../api/organisation/index.ts';
import { previewOf } from '../../api/reminders/preview.ts';
import { contextOn, timed } from './context-on.ts';

const [, , view = '', address = ''] = process.argv;
const context = await contextOn(address);
const [someone] = employees(context);
const ciso: Actor = {
  personId: (someone?.key ?? '') as PersonId,
  name: 'CISO',
  language: 'da',
  roles: [{ role: 'ciso' }],
};
const asked = async (): Promise<unknown> =>
  view === 'preview' ? previewOf(context, { offset: 0, limit: 50 }) : centresView(context, ciso);

// As the program does after its start.
const warming = await timed(() => obligationsInTurn(context));

/** Longest gap of a 5 ms timer. */
let longest = 0;
let latest = performance.now();
let isAsking = true;
const watch = (async () => {
  while (isAsking) {
    await sleep(5);
    longest = Math.max(longest, performance.now() - latest);
    latest = performance.now();
  }
})();
await sleep(20);
longest = 0;
const first = await timed(asked);
await sleep(10);
isAsking = false;
await watch;
const again = await timed(asked);
console.log(JSON.stringify({ people: employees(context).length, warming, first, again, longest }));
