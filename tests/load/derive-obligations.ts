/**
 * Run by the bench as a separate process: `derive-obligations.ts <address of the desk>` loads all lists once, derives
 * everybody's obligations, and prints the cost as JSON.
 */
import { addDays, systemClock, todayOf, type PersonId } from '../../api/kernel/index.ts';
import { allObligations, obligationsByPerson, obligationsOf } from '../../api/obligations/index.ts';
import { employees } from '../../api/organisation/index.ts';
import { contextOn, timed } from './context-on.ts';

/** Days derived from scratch, and single people queried. */
const days = 10;
const asked = 5_000;

const [, , address = ''] = process.argv;
const context = await contextOn(address);
const today = todayOf(systemClock);
const first = await timed(() => obligationsByPerson(context));
// Another day shares nothing with the previous one, so each is derived as after a night.
const anew: number[] = [];
for (let ahead = 1; ahead <= days; ahead += 1)
  anew.push(await timed(() => obligationsByPerson(context, addDays(today, ahead))));
const again = await timed(() => obligationsByPerson(context, addDays(today, days)));
const step = Math.max(1, Math.floor(employees(context).length / asked));
const people = employees(context).filter((_, place) => place % step === 0);
const one: number[] = [];
for (const { key } of people) one.push(await timed(() => obligationsOf(context, key as PersonId)));
const kinds: Record<string, number> = {};
for (const { kind } of allObligations(context)) kinds[kind] = (kinds[kind] ?? 0) + 1;
console.log(JSON.stringify({ people: employees(context).length, kinds, first, anew, again, one }));
