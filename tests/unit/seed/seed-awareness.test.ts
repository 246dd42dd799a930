import { describe, expect, it } from 'vitest';
import {
  Completions,
  CourseRounds,
  Courses,
  Exemptions,
  MissedCycles,
  recordMissedCycles,
} from '../../../api/awareness/index.ts';
import { percentDone } from '../../../api/awareness/learning-count.ts';
import { roundCounts } from '../../../api/awareness/round-statuses.ts';
import { learningObligationsOf } from '../../../api/awareness/learning-obligations.ts';
import { localDate, type PersonId } from '../../../api/kernel/index.ts';
import { Centres, People } from '../../../api/organisation/index.ts';
import { seedAwareness } from '../../../teams-app/seed/awareness.ts';
import { seedDays } from '../../../teams-app/seed/calendar.ts';
import { centreRecords, personRecord } from '../../../teams-app/seed/organisation.ts';
import { seedPeople } from '../../../teams-app/seed/people.ts';
import { memoryContext } from '../../support/memory-context.ts';

const now = new Date('2026-11-24T10:00:00Z');
const today = localDate(now);
const people = seedPeople(2300, today, 'ishoj.example');
const seeded = seedAwareness(people, seedDays(now, today, 18));
const { context } = memoryContext(now.toISOString());
for (const centre of centreRecords()) await context.list(Centres).create(centre);
for (const person of people) await context.list(People).create(personRecord(person));
for (const course of seeded.courses) await context.list(Courses).create(course);
for (const round of seeded.rounds) await context.list(CourseRounds).create(round);
for (const completion of seeded.completions) await context.list(Completions).create(completion);
for (const exemption of seeded.exemptions) await context.list(Exemptions).create(exemption);
for (const missed of seeded.missed) await context.list(MissedCycles).create(missed);

const idOf = (code: string) => people.find((person) => person.code === code)?.id as PersonId;
const counts = seeded.rounds.map((round) => roundCounts(context, round));

describe('the seeded e-learning', () => {
  it('is the same every time, with every key once', () => {
    expect(seedAwareness(people, seedDays(now, today, 18))).toEqual(seeded);
    for (const records of [seeded.completions, seeded.exemptions, seeded.missed])
      expect(new Set(records.map(({ key }) => key)).size).toBe(records.length);
  });

  it('has a round that is to be done by the end of January, and two that are over', () => {
    const gdpr = seeded.rounds.filter(({ courseKey }) => courseKey === 'course-gdpr');
    expect(gdpr.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ['GDPR i hverdagen 2024', '2025-01-31'],
      ['GDPR i hverdagen 2025', '2026-01-31'],
      ['GDPR i hverdagen 2026', '2027-01-31'],
    ]);
  });

  it('shows a believable mix: about 55 % now, more the years before, some overdue, exempt and on leave', () => {
    const [before, previous, current, mail] = counts.map(({ whole }) => whole);
    if (!before || !previous || !current || !mail) throw new Error('a round is missing');
    expect(percentDone(before)).toBeGreaterThan(86);
    expect(percentDone(previous)).toBeGreaterThan(92);
    expect(percentDone(current)).toBeGreaterThan(53);
    expect(percentDone(current)).toBeLessThan(57);
    expect(current.overdue).toBeGreaterThan(10);
    expect(current.overdue).toBeLessThan(120);
    expect(current.selfDeclared).toBeGreaterThan(100);
    expect(current.exempt).toBeGreaterThan(5);
    expect(current.onLeave).toBeGreaterThan(5);
    expect(mail.people).toBeGreaterThan(100);
    expect(mail.overdue).toBeGreaterThan(5);
    expect(mail.done).toBeGreaterThan(20);
  });

  it('differs from centre to centre', () => {
    const percents = [...(counts[2]?.centres.values() ?? [])].map(percentDone);
    expect(Math.max(...percents) - Math.min(...percents)).toBeGreaterThan(20);
  });

  it('leaves nothing for the job to find', async () => {
    expect(await recordMissedCycles(context)).toBe(0);
    expect(seeded.missed.length).toBeGreaterThan(200);
  });

  it('lets Anne and Freja owe the course, and Mette have done it', () => {
    const debts = (code: string) =>
      learningObligationsOf(context, idOf(code), today).map(({ due, state }) => [due, state]);
    expect(debts('anne')).toEqual([['2027-01-31', 'open']]);
    expect(debts('nyansat')).toEqual([['2026-12-23', 'open']]);
    expect(debts('mette')).toEqual([['2027-01-31', 'done']]);
  });

  it('never says that a course was taken before the person came, or after now', () => {
    const hired = new Map(people.map(({ id, hiredOn }) => [id as PersonId, hiredOn]));
    for (const { personId, completedOn, at } of seeded.completions) {
      expect(completedOn >= String(hired.get(personId))).toBe(true);
      expect(completedOn <= today && at <= now.toISOString()).toBe(true);
    }
  });
});
