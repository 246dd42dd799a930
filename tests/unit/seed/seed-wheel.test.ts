import { describe, expect, it } from 'vitest';
import { taskLook, tasksOfYear, WheelActivities, WheelTasks, wheelSource } from '../../../api/annual-wheel/index.ts';
import { catalogue } from '../../../api/annual-wheel/catalogue.ts';
import type { LocalDate } from '../../../api/kernel/index.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { seedDays } from '../../../teams-app/seed/calendar.ts';
import { centreRecords } from '../../../teams-app/seed/organisation.ts';
import { seedPeople } from '../../../teams-app/seed/people.ts';
import { seedWheel } from '../../../teams-app/seed/wheel.ts';
import { memoryContext } from '../../support/memory-context.ts';

const world = async (today: string) => {
  const { context } = memoryContext(`${today}T09:00:00.000Z`);
  const days = seedDays(context.clock.now(), today as LocalDate, 18);
  const people = seedPeople(300, days.today, 'proeve.example');
  const seeded = seedWheel(people, days);
  for (const one of centreRecords()) await context.list(Centres).create(one);
  for (const one of seeded.activities) await context.list(WheelActivities).create(one);
  for (const one of seeded.tasks) await context.list(WheelTasks).create(one);
  return { context, seeded, today: days.today, people, days };
};

describe.each(['2026-11-25', '2026-07-28', '2026-03-15', '2027-01-04', '2028-02-29'])(
  'the wheel of the municipality on %s',
  (date) => {
    it('is the catalogue since New Year, mostly done, with some late, one moved and nothing impossible', async () => {
      const { context, seeded, today } = await world(date);
      const years = [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))];
      const tasks = years.flatMap((year) => tasksOfYear(context, year));
      const past = tasks.filter(({ due }) => due < today);
      const count = (look: string) => past.filter((task) => taskLook(task, today) === look).length;
      expect(seeded.activities.filter(({ catalogueKey }) => catalogueKey)).toHaveLength(catalogue.length);
      expect(count('done') / past.length).toBeGreaterThan(0.7);
      expect(count('overdue')).toBeGreaterThan(0);
      expect(count('overdue') / past.length).toBeLessThan(0.25);
      for (const { doneOn, history } of seeded.tasks) {
        expect(doneOn === undefined || doneOn <= today).toBe(true);
        expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort());
        expect(history.every(({ at }) => at <= `${today}T23`)).toBe(true);
      }
    });

    it('holds only tasks that its rules make, and nothing that does not parse', async () => {
      const { context, seeded } = await world(date);
      const derived = new Set(
        [2025, 2026, 2027, 2028].flatMap((year) => tasksOfYear(context, year).map(({ key }) => key)),
      );
      expect(seeded.tasks.filter(({ key }) => !derived.has(key)).map(({ key }) => key)).toEqual([]);
      const { encode, decode } = codecOf(WheelTasks);
      for (const task of seeded.tasks) expect(decode(encode(task))).toEqual({ record: task });
    });

    it('is the same each time, with everything in the audit trail', async () => {
      const { seeded, people, days } = await world(date);
      expect(seedWheel(people, days)).toEqual(seeded);
      const events = [...seeded.tasks, ...seeded.activities].reduce((sum, { history }) => sum + history.length, 0);
      expect(new Set(seeded.audit.map(({ key }) => key)).size).toBe(events);
    });
  },
);

it('has one task moved and one cancelled in November', async () => {
  const { context, today, seeded } = await world('2026-11-25');
  expect(seeded.tasks.filter(({ movedTo }) => movedTo)).toHaveLength(1);
  expect(seeded.tasks.filter(({ state }) => state === 'cancelled')).toHaveLength(1);
  const open = wheelSource.work(context, today).filter(({ state }) => state === 'open');
  expect(open.length).toBeGreaterThan(20);
  expect(new Set(open.filter(({ due }) => due < today).map(({ centreId }) => centreId)).size).toBeLessThan(7);
});
