import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addDays,
  todayOf,
  type CentreId,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../../../api/kernel/index.ts';
import { allObligations, obligationsOf } from '../../../api/obligations/index.ts';
import { Centres, employees, People, RoleAssignments } from '../../../api/organisation/index.ts';
import { ladderOn } from '../../../api/reminders/ladder.ts';
import { atDanishTime } from '../../support/danish-time.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld } from '../../support/world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await startSettledWorld();
});
afterAll(() => world?.close());

const days = 8;

/** Within these days people go on leave, come back, leave and are hired, and roles begin and end. */
async function changesAhead(today: LocalDate): Promise<void> {
  const { context } = world.program;
  const on = (number: number) => addDays(today, number % days);
  for (const [number, { key }] of employees(context).entries()) {
    if (number % 7 === 0)
      await context.list(People).update(key, () => ({ absentFrom: addDays(today, -10), absentTo: on(number) }));
    if (number % 7 === 1)
      await context.list(People).update(key, () => ({ absentFrom: on(number), absentTo: addDays(today, 30) }));
    if (number % 7 === 2) await context.list(People).update(key, () => ({ leftOn: on(number) }));
    if (number % 7 === 3) await context.list(People).update(key, () => ({ hiredOn: on(number) }));
  }
  for (const [number, { key }] of context.list(RoleAssignments).all().entries()) {
    if (number % 3 === 0) await context.list(RoleAssignments).update(key, () => ({ endsOn: on(number) }));
    if (number % 3 === 1) await context.list(RoleAssignments).update(key, () => ({ startsOn: on(number) }));
  }
}

const asText = (all: readonly Obligation[]): string[] =>
  all
    .map(({ key, personId, state, since, due, centreId = '' }) =>
      [key, personId, state, since, due, centreId].join(' '),
    )
    .toSorted();

it('what is owed on a day, and who follows it up, is known before: by each person and by all', async () => {
  const { context } = world.program;
  const today = todayOf(context.clock);
  await changesAhead(today);
  const everybody = context.list(People).all();
  const centres = context.list(Centres).all();
  const seen = (day: LocalDate) => {
    const { coordinators, managers, committee } = ladderOn(context, day);
    const rungs = centres.map(({ key }) => [key, coordinators(key as CentreId), managers(key as CentreId)]);
    const all = asText(allObligations(context, day));
    const single = asText(everybody.flatMap(({ key }) => obligationsOf(context, key as PersonId, day)));
    return { all, single, committee, rungs };
  };
  const ahead = Array.from({ length: days }, (_, number) => addDays(today, number + 1));
  const known = new Map(ahead.map((day) => [day, seen(day)]));
  for (const [day, said] of known) {
    expect(said.single).toEqual(said.all);
    world.desk.world?.clock.set(atDanishTime(day, '07:30'));
    expect([day, said]).toEqual([day, seen(day)]);
  }
});
