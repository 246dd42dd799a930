import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  addMonths,
  conflict,
  forbidden,
  invalid,
  nowOf,
  shortKey,
  todayOf,
  type Actor,
  type LocalDate,
} from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { Centres, findPerson, isEmployed } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { roundsOverlap } from './course-round.ts';
import { mayEditCourses } from './permissions.ts';
import { CourseRounds, type CourseRound, type ObligedRule } from './round-list.ts';
import { courseOrThrow, roundOrThrow, roundsOf, stateOfRound } from './rounds.ts';

export type RoundFields = Pick<
  CourseRound,
  'courseKey' | 'title' | 'opensOn' | 'dueOn' | 'newWithinDays' | 'basis' | 'obliged' | 'selfDeclared'
>;

/**
 * Creates or changes a round; obligations follow at once. Rounds of a course never overlap. Without changes nothing is
 * written. 4 resource units. Throws AppError: forbidden `awareness.mayNotEdit`, missing, invalid (days, whom it
 * obliges), conflict `awareness.roundsOverlap` with the other’s title, `awareness.roundClosed`,
 * `awareness.opensInHistory`, `awareness.courseIsFixed`.
 */
export async function saveRound(
  context: Context,
  actor: Actor,
  given: RoundFields,
  key?: string,
): Promise<Stored<CourseRound>> {
  if (!mayEditCourses(actor)) throw forbidden('awareness.mayNotEdit');
  courseOrThrow(context, given.courseKey);
  return oneAtATime(context, `rounds ${given.courseKey}`, () => saveInTurn(context, actor, given, key));
}

async function saveInTurn(
  context: Context,
  actor: Actor,
  given: RoundFields,
  key: string | undefined,
): Promise<Stored<CourseRound>> {
  const before = key === undefined ? undefined : roundOrThrow(context, key);
  if (before && before.courseKey !== given.courseKey) throw conflict('awareness.courseIsFixed', { field: 'courseKey' });
  const others = roundsOf(context, given.courseKey).filter((round) => round.key !== key);
  const same = before === undefined ? others.find((other) => contentOf(other) === contentOf(given)) : undefined;
  if (same) {
    await recordSaving(context, same);
    return same;
  }
  checkDays(context, given, before);
  checkObliged(context, given.obliged, before);
  const clash = others.find((other) => roundsOverlap(other, given));
  if (clash) throw overlapping(clash);
  checkHistory(context, given);
  const at = nowOf(context.clock);
  const saved = { ...given, savedBy: actor.personId, savedAt: at };
  const round = before
    ? await change(context, before.key, saved)
    : await create(context, saved, shortKey(`${given.courseKey}.${given.opensOn}.${others.length}`));
  await recordSaving(context, round);
  return round;
}

/** Audits the round's latest save. Idempotent. */
async function recordSaving(context: Context, round: CourseRound): Promise<void> {
  const { opensOn, dueOn, basis, newWithinDays, selfDeclared, savedBy, savedAt } = round;
  if (savedBy === undefined || savedAt === undefined) return;
  const details = { opensOn, dueOn, basis, newWithinDays, selfDeclared, ...counted(round.obliged) };
  const about = { act: 'saveRound', subjectKey: round.key, actorId: savedBy, at: savedAt };
  await recordAct(context, { ...about, details, occasion: savedAt });
}

const counted = ({ everybody, centreIds, groupIds, personIds }: ObligedRule) => ({
  everybody,
  centres: centreIds.length,
  groups: groupIds.length,
  people: personIds.length,
});

const contentOf = (round: RoundFields): string => {
  const { courseKey, title, opensOn, dueOn, newWithinDays, basis, obliged, selfDeclared } = round;
  const { everybody, centreIds, groupIds, personIds } = obliged;
  const whom = [everybody, centreIds, groupIds, personIds];
  return JSON.stringify([courseKey, title, opensOn, dueOn, newWithinDays, basis, whom, selfDeclared]);
};

const overlapping = ({ title }: CourseRound) => conflict('awareness.roundsOverlap', { field: 'opensOn', title });

async function create(context: Context, fields: Omit<CourseRound, 'key'>, key: string): Promise<Stored<CourseRound>> {
  const { record, existed } = await context.list(CourseRounds).create({ key, ...fields });
  if (existed && contentOf(record) !== contentOf(fields)) throw overlapping(record);
  return record;
}

const change = (context: Context, key: string, fields: Omit<CourseRound, 'key'>): Promise<Stored<CourseRound>> =>
  context.list(CourseRounds).update(key, (current) => {
    if (stateOfRound(context, current) === 'closed') throw conflict('awareness.roundClosed');
    return contentOf(current) === contentOf(fields) ? undefined : fields;
  });

function checkDays(context: Context, { opensOn, dueOn }: RoundFields, before: CourseRound | undefined): void {
  if (dueOn < opensOn) throw invalid('awareness.dueBeforeOpen', { field: 'dueOn' });
  const past = dueOn < todayOf(context.clock);
  if (past && dueOn !== before?.dueOn) throw invalid('awareness.dueInThePast', { field: 'dueOn' });
}

/** A round must not need closed completions. */
function checkHistory(context: Context, given: RoundFields): void {
  const { historyBefore } = courseOrThrow(context, given.courseKey);
  const taken = roundsOf(context, given.courseKey).flatMap(({ history }) => history?.nextOpensOn ?? []);
  const first = [...taken, ...(historyBefore === undefined ? [] : [firstOpening(given.basis, historyBefore)])].sort();
  const from = first.at(-1);
  if (from !== undefined && given.opensOn < from)
    throw conflict('awareness.opensInHistory', { field: 'opensOn', from });
}

/** The earliest opening of a round whose completions count from a day. */
const firstOpening = (basis: CourseRound['basis'], from: LocalDate): LocalDate =>
  basis === 'lastCompletion' ? addMonths(from, 12) : from;

/** Existing entries may stay, even if a centre has closed or a person left. */
function checkObliged(context: Context, rule: ObligedRule, before: CourseRound | undefined): void {
  const { everybody, centreIds, groupIds, personIds } = rule;
  if (!everybody && centreIds.length + groupIds.length + personIds.length === 0)
    throw invalid('awareness.nobodyObliged', { field: 'obliged' });
  const known = new Set<string>([...(before?.obliged.centreIds ?? []), ...(before?.obliged.personIds ?? [])]);
  for (const centreId of centreIds) {
    const centre = context.list(Centres).get(centreId);
    if (!known.has(centreId) && (!centre || centre.closed))
      throw invalid('awareness.unknownCentre', { field: 'obliged.centreIds' });
  }
  for (const personId of personIds) {
    if (!known.has(personId) && !isNowEmployed(context, personId, todayOf(context.clock)))
      throw invalid('awareness.unknownPerson', { field: 'obliged.personIds' });
  }
}

function isNowEmployed(context: Context, personId: string, today: LocalDate): boolean {
  const person = findPerson(context, personId);
  return person !== undefined && isEmployed(person, today);
}
