import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays, latest } from './raw-dates.ts';
import { dayIn, flag, jsonIn, momentIn, rawItems, text, type Fields } from './raw-items.ts';
import { namedIn, papersInForce } from './raw-papers.ts';
import { openSeats } from './raw-votes.ts';
import type { RawWork } from './raw-work.ts';

/** A person's own obligation, derived from the list items. */
export interface RawDebt extends RawWork {
  personId: string;
}
const kinds: readonly string[] = ['acknowledgePolicy', 'acknowledgeProcedure', 'takeCourse', 'confirmPart', 'vote'];
export const isCountedDebt = (kind: string): boolean => kinds.includes(kind);

/** Days to acknowledge a procedure, or to confirm a part. */
const within = 14;

interface Asking {
  world: World;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Days to acknowledge the policy: a setting. */
  policyDays: number;
}

/**
 * Everybody's own obligations today, counted from the items alone: no mirror, no codec, and no rule of the program, but
 * reimplemented from docs/domain.md.
 */
export function rawDebts(asking: Asking): RawDebt[] {
  return [...policy(asking), ...procedures(asking), ...courses(asking), ...parts(asking), ...votes(asking)];
}

const yearAfter = (day: string): string => {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace('-29', '-28') : next;
};
const between = (first: string, day: string, last: string): string => (day > last ? last : latest(first, day));

export function isEmployed(person: Fields, today: string): boolean {
  const [hired, left] = [dayIn(person, 'HiredOn'), dayIn(person, 'LeftOn')];
  return hired <= today && (left === '' || left > today);
}
/** Employed, and not on leave. */
export function isAtWork(person: Fields, today: string): boolean {
  const [from, to] = [dayIn(person, 'AbsentFrom'), dayIn(person, 'AbsentTo')];
  return isEmployed(person, today) && !(from !== '' && from <= today && (to === '' || to >= today));
}
const people = ({ world, today }: Asking): Fields[] =>
  rawItems(world, 'People').filter((person) => isAtWork(person, today));

/** Last day of a past leave, also of the one before a leave to come. */
const back = (person: Fields, today: string): string => {
  const [from, to] = [dayIn(person, 'AbsentFrom'), dayIn(person, 'AbsentTo')];
  if (from !== '' && from <= today) return to !== '' && to < today ? to : '';
  return dayIn(person, 'EarlierTo');
};
const debt = (kind: string, title: string, person: Fields, due: string): RawDebt => ({
  ...{ kind, title, due, personId: text(person, 'Key'), centreId: text(person, 'CentreId') },
});

/** People with a receipt of a version, or with a carried-over one. */
function receipts(world: World): (versionKey: string, personId: string) => boolean {
  const given = new Set(
    rawItems(world, 'Acknowledgements')
      .filter((one) => ['acknowledged', 'carriedOver'].includes(text(one, 'Outcome')))
      .map((one) => `${text(one, 'VersionKey')} ${text(one, 'PersonId')}`),
  );
  return (versionKey, personId) => given.has(`${versionKey} ${personId}`);
}

/** The policy in force, due since the major version it goes back to. */
function policy(asking: Asking): RawDebt[] {
  const { world, today, policyDays } = asking;
  const published = rawItems(world, 'PolicyVersions')
    .filter((one) => ['published', 'superseded'].includes(text(one, 'State')))
    .map((one) => ({ one, day: latest(dayIn(one, 'EffectiveOn'), momentIn(one, 'PublishedAt')) }))
    .filter(({ day }) => day <= today)
    .toSorted((one, other) => one.day.localeCompare(other.day));
  const root = published.findLastIndex(({ one }) => text(one, 'ChangeKind') === 'major');
  const chain = published.slice(Math.max(root, 0)).map(({ one }) => one);
  const [first, current] = [chain[0], chain.at(-1)];
  if (!first || !current) return [];
  const own = dayIn(first, 'AcknowledgeBy');
  const asked = addDays(own, -policyDays);
  const has = receipts(world);
  return people(asking).flatMap((person) => {
    if (chain.some((one) => has(text(one, 'Key'), text(person, 'Key')))) return [];
    const ready = latest(asked, dayIn(person, 'HiredOn'), back(person, today));
    const title = `${text(current, 'Title')} ${text(current, 'Number')}`;
    return [debt('acknowledgePolicy', title, person, ready === asked ? own : addDays(ready, policyDays))];
  });
}

const procedures = (asking: Asking): RawDebt[] =>
  receiptsAskedFor(asking).flatMap(({ isGiven, owes }) => (isGiven ? [] : [owes]));

/** Everybody at work required to acknowledge a procedure in force, with their status. */
export function receiptsAskedFor(asking: Asking): { person: Fields; isGiven: boolean; owes: RawDebt }[] {
  const { world, today } = asking;
  const has = receipts(world);
  return papersInForce(world, 'procedureVersion').flatMap(({ paper, version, from }) => {
    if (!flag(version, 'MustAcknowledge')) return [];
    const isLocal = text(paper, 'Kind') === 'procedure';
    const jobs = jsonIn(version, 'JobTitles', z.array(z.string())).map((title) => title.trim().toLowerCase());
    return people(asking)
      .filter(
        (person) =>
          (!isLocal || text(person, 'CentreId') === text(paper, 'CentreId')) &&
          (jobs.length === 0 || jobs.includes(text(person, 'JobTitle').trim().toLowerCase())),
      )
      .map((person) => {
        const moved = isLocal && dayIn(person, 'MovedOn') <= today ? dayIn(person, 'MovedOn') : '';
        const ready = latest(from, dayIn(person, 'HiredOn'), moved, back(person, today));
        const owes = debt('acknowledgeProcedure', text(version, 'Title'), person, addDays(ready, within));
        return { person, isGiven: has(text(version, 'Key'), text(person, 'Key')), owes };
      });
  });
}

const rule = z.object({
  ...{ everybody: z.boolean(), centreIds: z.array(z.string()), groupIds: z.array(z.string()) },
  personIds: z.array(z.string()),
});

/** Handlers of personal data without the course in its open round. */
const courses = (asking: Asking): RawDebt[] =>
  courseStatuses(asking).flatMap(({ isDone, owes }) => (isDone ? [] : [owes]));

/** People obliged to take a course in its open round, with their status. Groups as in Entra, direct members only. */
export function courseStatuses(asking: Asking): { person: Fields; isDone: boolean; owes: RawDebt }[] {
  const { world, today } = asking;
  const titles = new Map(rawItems(world, 'Courses').map((one) => [text(one, 'Key'), text(one, 'Title')]));
  const rounds = rawItems(world, 'CourseRounds');
  return rounds.flatMap((round) => {
    const [course, opens, due] = [text(round, 'CourseKey'), dayIn(round, 'OpensOn'), dayIn(round, 'DueOn')];
    const next = rounds
      .filter((one) => text(one, 'CourseKey') === course && dayIn(one, 'OpensOn') > opens)
      .map((one) => dayIn(one, 'OpensOn'))
      .toSorted()[0];
    const closed = dayIn(round, 'ClosedOn');
    const isOpen = opens <= today && (next === undefined || next > today) && (closed === '' || closed > today);
    const obliged = jsonIn(round, 'Obliged', rule);
    if (!isOpen) return [];
    const byCompletion = text(round, 'Basis') === 'lastCompletion';
    const taken = new Map<string, string[]>();
    for (const one of rawItems(world, 'Completions'))
      if (text(one, 'CourseKey') === course)
        taken.set(text(one, 'PersonId'), [...(taken.get(text(one, 'PersonId')) ?? []), dayIn(one, 'CompletedOn')]);
    const exempt = new Map(
      rawItems(world, 'Exemptions')
        .filter((one) => text(one, 'CourseKey') === course)
        .map((one) => [text(one, 'PersonId'), one]),
    );
    const listed = new Set([...obliged.personIds, ...obliged.groupIds.flatMap((id) => world.directory.members(id))]);
    const newDays = Number(round['NewWithinDays']);
    const employed = rawItems(world, 'People').filter((person) => isEmployed(person, today));
    return employed.flatMap((person) => {
      const [key, hired] = [text(person, 'Key'), dayIn(person, 'HiredOn')];
      const isObliged = obliged.everybody || listed.has(key) || obliged.centreIds.includes(text(person, 'CentreId'));
      if (!isObliged) return [];
      const days = taken.get(key) ?? [];
      const before = latest(...days.filter((day) => day < opens));
      const isNew = hired > opens || hired > addDays(due, -newDays);
      const ofLast = before !== '' && byCompletion ? between(opens, yearAfter(before), due) : due;
      const plain = isNew ? addDays(hired, newDays) : ofLast;
      const isDone = days.some((day) => day >= opens || (byCompletion && yearAfter(day) > plain));
      const exemption = exempt.get(key);
      const [from, until] = exemption ? [dayIn(exemption, 'From'), dayIn(exemption, 'Until')] : ['', ''];
      const isExempt = exemption && from <= today && (until === '' || today <= until);
      // Done precedes exempt and on leave; those are not asked.
      if (!isDone && (isExempt === true || !isAtWork(person, today))) return [];
      const pauses = [
        [dayIn(person, 'EarlierFrom'), dayIn(person, 'EarlierTo')],
        [dayIn(person, 'AbsentFrom'), dayIn(person, 'AbsentTo') < today ? dayIn(person, 'AbsentTo') : ''],
        [from, until],
      ] as const;
      const last = pauses.reduce(
        (day, [begin, end]) =>
          begin !== '' && end !== '' && begin <= day && end >= day ? latest(day, addDays(end, 14)) : day,
        plain,
      );
      return [{ person, isDone, owes: debt('takeCourse', titles.get(course) ?? '', person, last) }];
    });
  });
}

/** People named in a plan in force confirm their part. */
function parts(asking: Asking): RawDebt[] {
  const { world, today } = asking;
  const has = receipts(world);
  const there = new Map(people(asking).map((person) => [text(person, 'Key'), person]));
  return papersInForce(world, 'contingencyPlan').flatMap(({ version, from }) => {
    return namedIn(version).flatMap((personId) => {
      const person = there.get(personId);
      if (!person || has(text(version, 'Key'), personId)) return [];
      const ready = latest(from, dayIn(person, 'HiredOn'), back(person, today));
      return [debt('confirmPart', text(version, 'Title'), person, addDays(ready, within))];
    });
  });
}

/** Those acting in a seat of an open stage vote. */
function votes(asking: Asking): RawDebt[] {
  const there = new Set(people(asking).map((person) => text(person, 'Key')));
  const seats = openSeats(asking.world, there, asking.today);
  return seats.map(({ actorId, ...vote }) => ({ ...vote, kind: 'vote', personId: actorId }));
}
