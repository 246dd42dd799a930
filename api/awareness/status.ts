import { addDays, type LocalDate } from '../kernel/index.ts';
import { isAway, isEmployed, leavesOf, type Leaves, type Person } from '../organisation/index.ts';
import type { Completion } from './completion-list.ts';
import { dueAfterPauses, plainDueDays, yearAfter, type Pause } from './due-date.ts';
import type { Exemption } from './exemption-list.ts';
import type { CourseRound } from './round-list.ts';

/** Why a person is obliged. */
export type Because = 'everybody' | 'person' | 'centre' | 'group';
/** A completion's data for a round. */
export type Taken = Pick<Completion, 'completedOn' | 'source'>;

/** A person's status in a round on a day: exactly one. */
export type Status =
  | { state: 'notObliged' }
  | { state: 'done'; because: Because; due: LocalDate; completion: Taken }
  | { state: 'exempt'; because: Because; due: LocalDate; exemption: Exemption }
  | { state: 'open' | 'overdue' | 'paused'; because: Because; due: LocalDate };

export interface Learner {
  person: Pick<Person, 'hiredOn' | 'leftOn' | keyof Leaves>;
  because: Because | undefined;
  /** Of the round’s course, oldest first. */
  completions: readonly Taken[];
  exemptions: readonly Exemption[];
}

/** From its first day to its last; a manual end excludes its day. */
export const exemptionHolds = (exemption: Pick<Exemption, 'from' | 'until' | 'endedOn'>, day: LocalDate): boolean =>
  exemption.from <= day &&
  (exemption.until === undefined || day <= exemption.until) &&
  (exemption.endedOn === undefined || day < exemption.endedOn);

/** The actual last day; before the first if ended that day. */
export const lastDayExempt = ({ until, endedOn }: Pick<Exemption, 'until' | 'endedOn'>): LocalDate | undefined => {
  const before = endedOn === undefined ? undefined : addDays(endedOn, -1);
  if (before === undefined || until === undefined) return before ?? until;
  return before < until ? before : until;
};

const nobody: Status = { state: 'notObliged' };
type Round = Pick<CourseRound, 'opensOn' | 'dueOn' | 'newWithinDays' | 'basis'>;

/**
 * People's status in a round on a day. A completion counts from the round's opening until the next; by latest
 * completion also an earlier one less than a year old on the last day. Done precedes exempt, exempt precedes leave: a
 * completion is never hidden.
 */
export function statuses(
  round: Round,
  nextOpensOn: LocalDate | undefined,
  day: LocalDate,
): (learner: Learner) => Status {
  const plainDue = plainDueDays(round);
  const counts = (completion: Taken, due: LocalDate): boolean =>
    (nextOpensOn === undefined || completion.completedOn < nextOpensOn) &&
    (completion.completedOn >= round.opensOn ||
      (round.basis === 'lastCompletion' && yearAfter(completion.completedOn) > due));
  return ({ person, because, completions, exemptions }) => {
    if (because === undefined || !isEmployed(person, day)) return nobody;
    const plain = plainDue(person.hiredOn, latestBefore(completions, round.opensOn));
    const pauses = pausesOf(person, exemptions);
    const due = pauses.length === 0 ? plain : dueAfterPauses(plain, pauses);
    const completion = best(completions, (one) => counts(one, plain));
    if (completion) return { state: 'done', because, due, completion };
    const exemption = exemptions.find((one) => exemptionHolds(one, day));
    if (exemption) return { state: 'exempt', because, due, exemption };
    if (isAway(person, day)) return { state: 'paused', because, due };
    return { state: due < day ? 'overdue' : 'open', because, due };
  };
}

function latestBefore(completions: readonly Taken[], opensOn: LocalDate): LocalDate | undefined {
  let latest: LocalDate | undefined;
  for (const { completedOn } of completions) if (completedOn < opensOn) latest = completedOn;
  return latest;
}

/** Others' records precede self-declarations. */
function best(completions: readonly Taken[], counts: (completion: Taken) => boolean): Taken | undefined {
  let found: Taken | undefined;
  for (const one of completions) {
    if (!counts(one)) continue;
    if (one.source !== 'selfDeclared') return one;
    found ??= one;
  }
  return found;
}

const noPause: readonly Pause[] = [];
function pausesOf(person: Learner['person'], exemptions: readonly Exemption[]): readonly Pause[] {
  if (person.absentFrom === undefined && person.earlierFrom === undefined && exemptions.length === 0) return noPause;
  const exempt = exemptions.map((one) => ({ from: one.from, to: lastDayExempt(one) }));
  return [...exempt, ...leavesOf(person)];
}
