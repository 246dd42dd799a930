import { describe, expect, it } from 'vitest';
import { localDate, type PersonId } from '../../../api/kernel/index.ts';
import { isEmployed } from '../../../api/organisation/person.ts';
import { seedDays } from '../../../teams-app/seed/calendar.ts';
import { seedCentres } from '../../../teams-app/seed/centres.ts';
import { seedBlocks } from '../../../teams-app/seed/deliveries.ts';
import { assignmentRecords, personRecord } from '../../../teams-app/seed/organisation.ts';
import { seedPeople } from '../../../teams-app/seed/people.ts';
import { policyTexts } from '../../../teams-app/seed/policy-texts.ts';
import { seedReceipts } from '../../../teams-app/seed/receipts.ts';

const now = new Date('2026-11-24T10:00:00Z');
const today = localDate(now);
const days = seedDays(now, today, 18);
const people = seedPeople(2300, today, 'ishoj.example');
const receipts = seedReceipts(people, days);
const blocks = seedBlocks(people, receipts, days);
const employed = people.filter((person) => isEmployed(person, today));
const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;

describe('the seeded municipality', () => {
  it('has 2,300 employees in nine centres, and as many leavers and newcomers as a real one', () => {
    expect(employed).toHaveLength(2300);
    expect(seedCentres).toHaveLength(9);
    expect(people.filter(({ leftOn }) => leftOn !== undefined)).toHaveLength(34);
    expect(people.filter(({ hiredOn }) => hiredOn > today)).toHaveLength(6);
    expect(employed.filter(({ teams }) => !teams)).toHaveLength(41);
    expect(employed.filter(({ botBlocked }) => botBlocked)).toHaveLength(2);
    expect(employed.filter(({ hiredOn }) => hiredOn >= '2026-11-03').length).toBeGreaterThanOrEqual(14);
  });

  it('is the same every time', () => {
    expect(seedPeople(2300, today, 'ishoj.example')).toEqual(people);
    expect(seedReceipts(people, days)).toEqual(receipts);
  });

  it('gives everybody an id, a sign-in name and a manager of their own', () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    expect(new Set(people.map(({ upn }) => upn)).size).toBe(people.length);
    const ids = new Set(people.map(({ id }) => id));
    for (const { managerId, id, code, upn } of people) {
      expect(upn).toMatch(/^[a-z0-9.]+@ishoj\.example$/);
      if (code === 'kommunaldirektoer') continue;
      expect(managerId).not.toBe(id);
      expect(ids.has(String(managerId))).toBe(true);
    }
  });

  it('gives most a Danish number, the same in list and directory, and some none', () => {
    const numbers = people.flatMap(({ phone }) => phone ?? []);
    expect(numbers.length / people.length).toBeGreaterThan(0.85);
    expect(numbers.length).toBeLessThan(people.length);
    for (const number of numbers) expect(number).toMatch(/^\d\d( \d\d){3}$/);
    for (const person of people) expect(personRecord(person).phone).toBe(person.phone);
    expect(people.find(({ code }) => code === 'mette')?.phone).toBe('43 57 10 11');
  });

  it.each([60, 500, 2300])('fills every role in a municipality of %i', (size) => {
    const all = seedPeople(size, today, 'ishoj.example');
    const assignments = assignmentRecords(all, today).filter(
      ({ startsOn, endsOn }) => startsOn <= today && (endsOn === undefined || endsOn >= today),
    );
    const holders = (role: string) => assignments.filter((assignment) => assignment.role === role);
    expect(all.filter((person) => isEmployed(person, today))).toHaveLength(size);
    expect(holders('centreManager').map(({ centreId }) => centreId)).toEqual(seedCentres.map(({ key }) => key));
    expect(holders('securityCommittee')).toHaveLength(7);
    expect(holders('securityCommittee').filter(({ chair }) => chair)).toHaveLength(1);
    expect(holders('ciso')).toHaveLength(1);
    for (const { key } of seedCentres) {
      const coordinators = holders('coordinator').filter(({ centreId }) => centreId === key);
      expect(coordinators.length, key).toBeGreaterThanOrEqual(1);
      expect(coordinators.length, key).toBeLessThanOrEqual(2);
    }
    const centresOf = Map.groupBy(holders('coordinator'), ({ personId }) => personId);
    expect([...centresOf.values()].filter((centres) => centres.length === 2)).toHaveLength(1);
  });
});

describe('the seeded receipts', () => {
  const given = receipts.filter(
    ({ versionKey, outcome }) => versionKey === policyTexts.published.key && outcome === 'acknowledged',
  );

  it('cover 78 % of the employees at work, unevenly over the centres', () => {
    const answered = new Set<string>(given.map(({ personId }) => personId));
    const atWork = employed.filter(({ absentFrom }) => absentFrom === undefined);
    expect(share(atWork.filter(({ id }) => answered.has(id)).length, atWork.length)).toBe(78);
    const rates = seedCentres.map(({ key }) => {
      const centre = employed.filter((person) => person.centre === key);
      return share(centre.filter(({ id }) => answered.has(id)).length, centre.length);
    });
    expect(Math.min(...rates)).toBeLessThan(70);
    expect(Math.max(...rates)).toBeGreaterThan(90);
  });

  it('covered 92 % with the version before', () => {
    const before = new Set<string>(
      receipts.filter(({ versionKey }) => versionKey === policyTexts.superseded.key).map(({ personId }) => personId),
    );
    const then = people.filter(({ hiredOn, leftOn }) => hiredOn < '2026-11-12' && (leftOn ?? '9') > '2026-11-12');
    expect(share(then.filter(({ id }) => before.has(id)).length, then.length)).toBe(92);
  });

  it('lie between publication and now, one a person and version, never before the person came', () => {
    expect(new Set(receipts.map(({ key }) => key)).size).toBe(receipts.length);
    const hired = new Map(people.map(({ id, hiredOn }) => [id as PersonId, hiredOn]));
    for (const { at, personId } of given) {
      expect(at >= days.published.toISOString() && at <= now.toISOString(), at).toBe(true);
      expect(at.slice(0, 10) >= String(hired.get(personId)), `${at} ${hired.get(personId)}`).toBe(true);
    }
  });

  it('leave Anne, who tries the first journey, without one', () => {
    const anne = people.find(({ code }) => code === 'anne');
    expect(anne).toBeDefined();
    expect(given.some(({ personId }) => personId === anne?.id)).toBe(false);
  });
});

describe('the seeded campaign', () => {
  const recipients = blocks.flatMap((block) => block.recipients);

  it('has everybody at work in exactly one named state', () => {
    const asked = new Map(recipients.map(({ person, state }) => [String(person), state]));
    expect(asked.size).toBe(recipients.length);
    const atWork = employed.filter(({ absentFrom }) => absentFrom === undefined);
    expect(atWork.filter(({ id }) => !asked.has(id))).toEqual([]);
    expect(recipients.filter(({ state }) => ['waiting', 'reserved'].includes(state))).toEqual([]);
  });

  it('says why each could not be reached', () => {
    const count = (state: string) => recipients.filter((recipient) => recipient.state === state).length;
    expect(count('notApplicable')).toBe(41);
    expect(count('blocked')).toBe(2);
    expect(count('notInstalled')).toBeGreaterThan(20);
    expect(recipients.filter(({ state, code }) => state === 'notApplicable' && code !== 'noTeams')).toEqual([]);
  });

  it('never sent a card to somebody before the answer to it', () => {
    const sent = new Map(recipients.flatMap(({ person, state, at }) => (state === 'sent' ? [[person, at]] : [])));
    const early = receipts.filter(({ versionKey, channel, personId, at }) => {
      const moment = sent.get(personId);
      return versionKey === policyTexts.published.key && channel === 'card' && moment !== undefined && at < moment;
    });
    expect(early).toEqual([]);
  });

  it('keeps each block within its 200', () => {
    expect(blocks.map((block) => block.recipients.length).every((count) => count > 0 && count <= 200)).toBe(true);
  });
});

describe('the seeded policy', () => {
  it.each(Object.values(policyTexts))('$number is a whole text within one cell', ({ body, summary }) => {
    expect(body.length).toBeGreaterThan(1500);
    expect(body.length).toBeLessThan(20_000);
    expect(summary.split('\n').length).toBeLessThanOrEqual(3);
    expect(body).not.toMatch(/<[a-z]/i);
  });
});
