import type { Completion, Course, CourseRound, Exemption, MissedCycle } from '../../api/awareness/index.ts';
import { missedKey } from '../../api/awareness/missed-cycles.ts';
import { statuses } from '../../api/awareness/status.ts';
import { addDays, type CentreId, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { completionOf, courseLuck, type Luck } from './awareness-completions.ts';
import { closedRounds, courses, gdprRound, mailCentres, mailRound } from './awareness-rounds.ts';
import { isAsked, pastRound, presentRound, rollingRound } from './awareness-takings.ts';
import { isoMoment, type SeedDays } from './calendar.ts';
import { seedGroups } from './organisation.ts';
import type { SeedPerson } from './people.ts';

export interface SeededAwareness {
  courses: readonly Course[];
  rounds: readonly CourseRound[];
  completions: readonly Completion[];
  exemptions: readonly Exemption[];
  missed: readonly MissedCycle[];
}

/** Completed share of those asked, at the end of each closed round, and so far in the open one. */
const shares = { before: 0.88, previous: 0.93, now: 0.55 };
/** Exemptions out of 2,300. */
const exempt = 12;

/** Two courses, three yearly rounds of the first (the last is open) and one of the second, deterministic. */
export function seedAwareness(people: readonly SeedPerson[], days: SeedDays): SeededAwareness {
  const { today } = days;
  const now = gdprRound(today);
  const [before, previous] = closedRounds(now);
  const mail = mailRound(today, seedGroups.securityTeam.id);
  const rounds = [before, previous, now, mail];
  const luck = new Map(people.map((person) => [person, courseLuck(person, rounds.length)]));
  const luckIn = (round: CourseRound) => (person: SeedPerson) =>
    luck.get(person)?.[rounds.indexOf(round)] ?? neverLucky;

  const exemptions = exemptionsOf(people, now, days);
  const excused = new Set<string>(exemptions.map(({ personId }) => personId));
  const past = [
    pastRound(people, before, shares.before, luckIn(before)),
    pastRound(people, previous, shares.previous, luckIn(previous)),
  ];
  const asked = people.filter((person) => isAsked(person, today));
  const completions = [
    ...past.flatMap(({ takings }) => takings),
    ...presentRound(
      asked.filter(({ id }) => !excused.has(id)),
      now,
      { share: shares.now, today, luckIn: luckIn(now) },
    ),
    ...rollingRound(asked.filter(handlesMail), mail, { today, luckIn: luckIn(mail) }),
  ].map((taking) => completionOf(taking, days.now));

  return {
    courses: courses(days),
    rounds,
    completions: completions.sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at)),
    exemptions,
    missed: [
      ...past.flatMap(({ round, missers }) => missers.map((person) => missedOf(person, round, round.dueOn))),
      ...[now, mail].flatMap((round) => overdueIn(people, round, { completions, exemptions, today })),
    ],
  };
}

const neverLucky: Luck = { rank: 1, when: 1, late: 1, lateBy: 1, source: 0.5, hour: 0 };
const handlesMail = ({ centre }: SeedPerson): boolean => centre !== undefined && mailCentres.includes(centre);
const noonOf = (day: LocalDate) => isoMoment(new Date(`${day}T12:00:00.000Z`));

const missedOf = (person: SeedPerson, round: CourseRound, due: LocalDate): MissedCycle => ({
  key: missedKey(round.key, person.id as PersonId),
  title: person.name,
  roundKey: round.key,
  courseKey: round.courseKey,
  personId: person.id as PersonId,
  ...(person.centre === undefined ? {} : { centreId: person.centre as CentreId }),
  due,
  at: noonOf(addDays(due, 1)),
});

/** As recorded by the job: people past their due date. */
function overdueIn(
  people: readonly SeedPerson[],
  round: CourseRound,
  known: Pick<SeededAwareness, 'completions' | 'exemptions'> & { today: LocalDate },
): MissedCycle[] {
  const judge = statuses(round, undefined, known.today);
  const ofPeople = <Of extends { courseKey: string; personId: PersonId }>(all: readonly Of[]) =>
    Map.groupBy(
      all.filter(({ courseKey }) => courseKey === round.courseKey),
      ({ personId }) => personId,
    );
  const taken = ofPeople(known.completions);
  const excused = ofPeople(known.exemptions);
  return people.flatMap((person) => {
    const status = judge({
      person,
      because: round.obliged.everybody || handlesMail(person) ? 'everybody' : undefined,
      completions: taken.get(person.id as PersonId) ?? [],
      exemptions: excused.get(person.id as PersonId) ?? [],
    });
    return status.state === 'overdue' ? [missedOf(person, round, status.due)] : [];
  });
}

/** Some handle no personal data; every sixth exemption has ended. */
function exemptionsOf(people: readonly SeedPerson[], round: CourseRound, { today }: SeedDays): Exemption[] {
  const chiefs = new Map(people.flatMap(({ code, id }) => (code?.startsWith('chef-') ? [[code.slice(5), id]] : [])));
  const candidates = people.filter(
    (person) =>
      person.code === undefined &&
      person.centre !== undefined &&
      person.absentFrom === undefined &&
      isAsked(person, today),
  );
  const count = Math.max(2, Math.round((exempt * people.length) / 2300));
  const every = Math.max(1, Math.floor(candidates.length / count));
  return candidates
    .filter((_, index) => index % every === 0)
    .slice(0, count)
    .map((person, index): Exemption => {
      const from = round.opensOn > person.hiredOn ? round.opensOn : person.hiredOn;
      return {
        key: `exempt-${person.id}`,
        title: person.name,
        personId: person.id as PersonId,
        courseKey: round.courseKey,
        reason: reasons[index % reasons.length] ?? reasons[0],
        from,
        until: index % 6 === 5 ? addDays(today, -3) : addDays(round.dueOn, 120),
        grantedBy: (chiefs.get(person.centre ?? '') ?? person.id) as PersonId,
        at: noonOf(from),
      };
    });
}
const reasons = [
  'Arbejder kun udendørs og har ingen adgang til systemer med persondata.',
  'Har taget en uddannelse i databeskyttelse på universitetet i år.',
  'Er udlånt til en anden kommune, som sørger for kurset.',
] as const;
