import type { Context } from '../context.ts';
import { stableKey, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { Centres, findPerson, People, type Person } from '../organisation/index.ts';
import type { PersonalSource } from '../obligations/index.ts';
import { Completions } from './completion-list.ts';
import { Courses } from './course-list.ts';
import { Exemptions } from './exemption-list.ts';
import { groupMembers } from './obliged.ts';
import { CourseRounds, type CourseRound } from './round-list.ts';
import { obligedInTurn, roundJudge } from './round-statuses.ts';
import { openRounds } from './rounds.ts';
import type { Status } from './status.ts';

const learningPath = '/learning';

/** Stable key: one per person and round. */
const learningKey = (roundKey: string, personId: PersonId): string => stableKey(roundKey, personId);

const stateOfDebt: Readonly<Record<Status['state'], Obligation['state'] | undefined>> = {
  done: 'done',
  open: 'open',
  overdue: 'open',
  paused: 'paused',
  exempt: undefined,
  notObliged: undefined,
};

/** Creates obligations of one round; undefined for people exempt or not obliged. */
function debts(context: Context, round: CourseRound) {
  const title = context.list(Courses).get(round.courseKey)?.title ?? round.title;
  const subject = { key: round.key, title };
  return (person: Person, status: Status): Obligation | undefined => {
    const state = stateOfDebt[status.state];
    if (state === undefined || status.state === 'notObliged') return undefined;
    const { hiredOn, centreId } = person;
    const personId = person.key as PersonId;
    return {
      key: learningKey(round.key, personId),
      kind: 'takeCourse',
      personId,
      subject,
      due: status.due,
      since: hiredOn !== undefined && hiredOn > round.opensOn ? hiredOn : round.opensOn,
      state,
      personal: true,
      path: learningPath,
      ...(centreId === undefined ? {} : { centreId }),
    };
  };
}

/** All obligations of open rounds (R8): done, open, or paused during leave. */
export function* learningObligations(context: Context, today: LocalDate): Generator<Obligation> {
  for (const round of openRounds(context, today)) {
    const debtOf = debts(context, round);
    for (const { person, status } of obligedInTurn(context, round, today)) {
      const debt = debtOf(person, status);
      if (debt) yield debt;
    }
  }
}

/** The same for one person only. */
export function learningObligationsOf(context: Context, personId: PersonId, today: LocalDate): Obligation[] {
  const person = findPerson(context, personId);
  if (!person) return [];
  return openRounds(context, today).flatMap(
    (round) => debts(context, round)(person, roundJudge(context, round, today)(person)) ?? [],
  );
}

/** Personal: never handed over, and paused during leave. */
export const courseSource: PersonalSource = {
  kinds: ['takeCourse'],
  lists: [People, Centres, Courses, CourseRounds, Completions, Exemptions],
  also: (context) =>
    context
      .list(CourseRounds)
      .all()
      .flatMap(({ obliged }) => obliged.groupIds.map(groupMembers(context))),
  all: learningObligations,
  of: learningObligationsOf,
};
