import fc from 'fast-check';
import {
  completionHistory,
  Completions,
  CourseRounds,
  Courses,
  Exemptions,
  MissedCycles,
  missedHistory,
  recordCompletions,
  recordMissedCycles,
  type CourseRound,
} from '../../../api/awareness/index.ts';
import { completionsThen, closedYears } from '../../../api/awareness/completions-then.ts';
import { learnersPage } from '../../../api/awareness/learners-view.ts';
import { learningObligations } from '../../../api/awareness/learning-obligations.ts';
import { myEarlier, myLearning } from '../../../api/awareness/mine-view.ts';
import { roundCounts } from '../../../api/awareness/round-statuses.ts';
import { stateOfRound } from '../../../api/awareness/rounds.ts';
import type { Context } from '../../../api/context.ts';
import { closedRecords, closeMonths, declareHistory } from '../../../api/history/index.ts';
import { addDays, todayOf, type LocalDate } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { aTown, centre, day, person, the } from '../organisation/builders.ts';
import { anExemption, aStoredRound } from './builders.ts';

export const firstDay = day('2021-03-01');
const years = 6;
export const staff = ['anne', 'bo', 'team', 'isk-nord', 'manager-syd'] as const;
const who = fc.constantFrom(...staff);
const date = fc.integer({ min: 0, max: years * 365 });

/** Events of the years: rounds of two courses, completions, late reports, exemptions, leave, moves and ends. */
export const aScript = fc.record({
  rounds: fc.array(
    fc.record({
      every: fc.integer({ min: 250, max: 430 }),
      term: fc.integer({ min: 30, max: 160 }),
      basis: fc.constantFrom('round' as const, 'lastCompletion' as const),
      closes: fc.option(fc.integer({ min: 0, max: 40 })),
    }),
    { minLength: 6, maxLength: 8 },
  ),
  taken: fc.array(
    fc.record({
      who,
      on: date,
      course: fc.constantFrom('gdpr', 'mail', 'gdpr'),
      source: fc.constantFrom('import' as const, 'selfDeclared' as const, 'manager' as const),
      lateBy: fc.constantFrom(0, 0, 0, 40, 300),
    }),
    { minLength: 15, maxLength: 45 },
  ),
  exempt: fc.array(fc.record({ who, from: date, days: fc.integer({ min: 5, max: 300 }) }), { maxLength: 3 }),
  away: fc.option(fc.record({ who, from: date, days: fc.integer({ min: 5, max: 200 }) })),
  leaves: fc.option(fc.record({ who, on: date })),
  moves: fc.option(fc.record({ who, on: date })),
});
export type Script = typeof aScript extends fc.Arbitrary<infer Value> ? Value : never;

const dayAt = (offset: number): LocalDate => addDays(firstDay, offset);

function roundsOf(script: Script): CourseRound[] {
  const made = ['gdpr', 'mail'].flatMap((courseKey, shift) => {
    let opensOn = addDays(firstDay, 30 + shift * 100);
    return script.rounds.map(({ every, term, basis, closes }, place): CourseRound => {
      const [from, dueOn] = [opensOn, addDays(opensOn, term)];
      opensOn = addDays(opensOn, every);
      return aStoredRound(`${courseKey}-${place}`, {
        ...{ courseKey, title: `${courseKey} ${place}`, opensOn: from, dueOn, basis },
        ...(closes === null ? {} : { closedOn: addDays(dueOn, closes) }),
      });
    });
  });
  return made.filter(({ opensOn }) => opensOn < dayAt(years * 365));
}

/** Simulates the years by month, and calls `atNight` after each month's jobs, and `look` four times a year. */
export async function lived(
  script: Script,
  atNight: (context: Context) => Promise<unknown>,
  look: (context: Context) => Promise<unknown>,
) {
  const { context, setNow } = await aTown(`${firstDay}T09:00:00.000Z`);
  for (const key of ['gdpr', 'mail'])
    await context.list(Courses).create({ key, title: `Course ${key}`, url: '', minutes: 10, describe: '' });
  const ciso = the(context, 'ciso').personId;
  const { away, leaves, moves } = script;
  if (away)
    await context
      .list(People)
      .update(away.who, () => ({ absentFrom: dayAt(away.from), absentTo: dayAt(away.from + away.days) }));
  if (moves)
    await context
      .list(People)
      .update(moves.who, () => ({ movedOn: dayAt(moves.on), movedFrom: centre('nord'), centreId: centre('syd') }));
  const seen: unknown[] = [];
  const rounds = roundsOf(script);
  const known: Parameters<typeof recordCompletions>[2][number][] = [];
  for (let month = 0, at = 0; at <= years * 365; month += 1, at += 30) {
    setNow(`${dayAt(at)}T09:00:00.000Z`);
    const inMonth = (offset: number) => offset > at - 30 && offset <= at;
    // A round precedes its opening by a month.
    for (const round of rounds)
      if (!context.list(CourseRounds).get(round.key) && round.opensOn <= dayAt(at + 30))
        await context.list(CourseRounds).create(round);
    // Self-declarations are given on the day, other reports may be late; by then no round of it is closed.
    for (const one of script.taken.filter(({ on, source, lateBy }) =>
      inMonth(source === 'selfDeclared' ? on : on + lateBy),
    )) {
      const row = { personId: person(one.who), courseKey: one.course, completedOn: dayAt(one.on), source: one.source };
      known.push(row);
      await recordCompletions(context, ciso, [row]);
    }
    for (const [nth, { who: key, from, days }] of script.exempt.entries())
      if (inMonth(from))
        await context
          .list(Exemptions)
          .create(anExemption(key, { key: `e${nth}`, from: dayAt(from), until: dayAt(from + days) }));
    if (leaves && inMonth(leaves.on)) await context.list(People).update(leaves.who, () => ({ leftOn: dayAt(at) }));
    // A yearly full export of the learning system.
    if (month % 12 === 11)
      await recordCompletions(
        context,
        ciso,
        known.map((row) => ({ ...row, source: 'import' as const })),
      );
    await recordMissedCycles(context);
    await atNight(context);
    if (month % 3 === 2) seen.push(await look(context));
  }
  return { context, seen };
}

export const rows = [missedHistory(), completionHistory(() => Infinity)];
export async function close(context: Context): Promise<number> {
  declareHistory(context, rows);
  return closeMonths(context);
}

/** All answers about courses, in words: every round, everybody’s own page, and obligations. */
export async function everythingAsked(context: Context) {
  const ciso = the(context, 'ciso');
  const all = { show: 'all', sort: 'name', direction: 'up', offset: 0, limit: 500 } as const;
  const rounds = [];
  for (const round of context.list(CourseRounds).all()) {
    if (stateOfRound(context, round) === 'coming') continue;
    const { whole, centres } = roundCounts(context, round);
    const { people } = learnersPage(context, ciso, round, all, await completionsThen(context, round));
    rounds.push({
      ...{ key: round.key, state: stateOfRound(context, round), whole: { ...whole } },
      centres: [...centres].map(([key, count]) => ({ key, ...count })),
      people: people.map(({ id, state, due, completedOn, source, missedBefore }) =>
        [id, state, due, completedOn, source, missedBefore].join(' '),
      ),
    });
  }
  const mine = [];
  for (const key of staff) {
    const actor = { ...ciso, personId: person(key) };
    const view = myLearning(context, actor);
    const earlier = await Promise.all(closedYears(context).map((year) => myEarlier(context, actor, year)));
    const history = [...view.history, ...earlier.flatMap((one) => one.history)].map((event) => JSON.stringify(event));
    mine.push({ key, courses: view.courses, history: history.toSorted() });
  }
  return structuredClone({ rounds, mine, owed: [...learningObligations(context, todayOf(context.clock))] });
}

/** All keys of completions and of missed rounds, in lists or files. */
export async function keysAnywhere(context: Context) {
  const files = async (list: typeof Completions | typeof MissedCycles, name: string) => {
    const found = [];
    for (let year = 2020; year < 2030; year += 1)
      found.push(
        ...(await closedRecords<{ key: string }>(
          context,
          name === 'missed' ? MissedCycles : Completions,
          String(year),
        )),
      );
    return [
      ...new Set([...found, ...context.list<{ key: string }>(list as typeof Completions).all()].map(({ key }) => key)),
    ].toSorted();
  };
  return { completions: await files(Completions, 'completions'), missed: await files(MissedCycles, 'missed') };
}
