import { Completions, CourseRounds, saveCourse, saveRound } from '../../../api/awareness/index.ts';
import type { Completion, CourseFields, CourseRound, Exemption, RoundFields } from '../../../api/awareness/index.ts';
import { completionKey } from '../../../api/awareness/completions.ts';
import { learningObligationsOf } from '../../../api/awareness/learning-obligations.ts';
import { roundCounts } from '../../../api/awareness/round-statuses.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf, type Instant } from '../../../api/kernel/index.ts';
import { day, person, the } from '../organisation/builders.ts';

export const aCourse = (changes: Partial<CourseFields> = {}): CourseFields => ({
  title: 'GDPR i hverdagen',
  url: 'https://laering.example/gdpr',
  minutes: 25,
  describe: 'Hvad du må, og hvad du ikke må.',
  ...changes,
});

export const everybody: RoundFields['obliged'] = { everybody: true, centreIds: [], groupIds: [], personIds: [] };

/** Open on 24 November 2026, due by the end of January, 30 days for new employees. */
export const aRound = (courseKey: string, changes: Partial<RoundFields> = {}): RoundFields => ({
  courseKey,
  title: 'GDPR 2026',
  opensOn: day('2026-10-01'),
  dueOn: day('2027-01-31'),
  newWithinDays: 30,
  basis: 'round',
  obliged: everybody,
  selfDeclared: true,
  ...changes,
});

/** A stored round, for pure rules and for history. */
export const aStoredRound = (key: string, changes: Partial<CourseRound> = {}): CourseRound => ({
  key,
  ...aRound('gdpr'),
  ...changes,
});

export const aCompletion = (personId: string, completedOn: string, changes: Partial<Completion> = {}): Completion => {
  const courseKey = changes.courseKey ?? 'gdpr';
  return {
    key: completionKey(courseKey, person(personId), day(completedOn)),
    title: `Person ${personId}`,
    courseKey,
    personId: person(personId),
    completedOn: day(completedOn),
    source: 'import',
    recordedBy: person('ciso'),
    at: `${completedOn}T10:00:00.000Z` as Instant,
    ...changes,
  };
};

export const anExemption = (personId: string, changes: Partial<Exemption> = {}): Exemption => ({
  key: `exempt_${personId}`,
  title: `Person ${personId}`,
  personId: person(personId),
  courseKey: 'gdpr',
  reason: 'Har ikke adgang til persondata',
  from: day('2026-10-01'),
  grantedBy: person('ciso'),
  at: '2026-10-01T10:00:00.000Z' as Instant,
  ...changes,
});

/** A course with an open round, as created by the CISO. */
export async function anOpenRound(context: Context, changes: Partial<RoundFields> = {}) {
  const ciso = the(context, 'ciso');
  const course = await saveCourse(context, ciso, aCourse());
  const round = await saveRound(context, ciso, aRound(course.key, changes));
  return { course, round };
}

export const take = async (context: Context, courseKey: string, personId: string, completedOn: string) => {
  await context.list(Completions).create(aCompletion(personId, completedOn, { courseKey }));
};

/** A person's obligations, as `due state` lines. */
export const owes = (context: Context, personId: string): string[] =>
  learningObligationsOf(context, person(personId), todayOf(context.clock)).map(({ due, state }) => `${due} ${state}`);

/** The counts of a round that is stored. */
export function countsOf(context: Context, roundKey: string) {
  const round = context.list(CourseRounds).get(roundKey);
  if (!round) throw new Error('no such round');
  return roundCounts(context, round).whole;
}
