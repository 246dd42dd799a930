import {
  type Completion,
  type Course,
  type CourseRound,
  type Exemption,
  type MissedCycle,
} from '../../../api/awareness/index.ts';
import { missedKey } from '../../../api/awareness/missed-cycles.ts';
import { standings } from '../../../api/awareness/standing.ts';
import { addDays, type CentreId, type LocalDate, type PersonId } from '../../../api/kernel/index.ts';
import { completionOf, type Taking } from './awareness-completions.ts';
import { closedRounds, courses, gdprRound, mailCentres, mailRound } from './awareness-rounds.ts';
import { isoMoment, type SeedDays } from './calendar.ts';
import { dice } from './dice.ts';
import { seedGroups } from './organisation.ts';
import type { SeedPerson } from './people.ts';

export interface SeededAwareness {
  courses: readonly Course[];
  rounds: readonly CourseRound[];
  completions: readonly Completion[];
  exemptions: readonly Exemption[];
  missed: readonly MissedCycle[];
}

/** Share of those asked that had done it at the end of each closed round, and that has so far in the open one. */
const shares = { before: 0.88, previous: 0.93, now: 0.55 };
/** Of those who were late, how many took it all the same. */
const lateShare = 0.4;
/** Out of 2,300. */
const exempt = 12;

const momentOf = (day: LocalDate) => isoMoment(new Date(`${day}T12:00:00.000Z`));

/** Two courses, three yearly rounds of the first (the last is running) and one of the second, always the same. */
export function seedAwareness(people: readonly SeedPerson[], days: SeedDays): SeededAwareness {
  const now = gdprRound(days.today);
  const [before, previous] = closedRounds(now);
  const mail = mailRound(days.today, seedGroups.securityTeam.id);
  const exemptions = exemptionsOf(people, now, days);
  const excused = new Set<string>(exemptions.map(({ personId }) => personId));

  const past = [
    { round: before, share: shares.before },
    { round: previous, share: shares.previous },
  ].map(({ round, share }) => pastRound(people, round, share));
  const asked = people.filter((person) => isAsked(person, days.today) && !excused.has(person.id));
  const current = chosen(asked, shares.now, now.key).map((person): Taking => {
    const chance = dice(`course ${now.key} ${person.id}`);
    const from = person.hiredOn > now.opensOn ? person.hiredOn : now.opensOn;
    return { person, on: between(from, days.today, chance.next() ** 1.4), round: now };
  });
  const mailTakings = people.filter((person) => handlesMail(person) && isAsked(person, days.today)).flatMap(mailTaking);
  const completions = [...past.flatMap(({ takings }) => takings), ...current, ...mailTakings].map((taking) =>
    completionOf(taking, days.now),
  );

  return {
    courses: courses(days),
    rounds: [before, previous, now, mail],
    completions: completions.sort((one, other) => one.at.localeCompare(other.at)),
    exemptions,
    missed: [
      ...past.flatMap(({ round, missers }) => missers.map((person) => missedOf(person, round, round.dueOn))),
      ...[now, mail].flatMap((round) => overdueIn(people, round, completions, exemptions, days.today)),
    ],
  };

  function mailTaking(person: SeedPerson): Taking[] {
    const chance = dice(`mail ${person.id}`);
    const on = addDays(days.today, -chance.whole(1, 400));
    return on < person.hiredOn || chance.next() < 0.05 ? [] : [{ person, on, round: mail }];
  }
}

const handlesMail = ({ centre }: SeedPerson): boolean => centre !== undefined && mailCentres.includes(centre);
const isAsked = ({ hiredOn, leftOn, absentFrom, absentTo }: SeedPerson, today: LocalDate): boolean =>
  hiredOn <= today &&
  leftOn === undefined &&
  !(absentFrom !== undefined && absentFrom <= today && (absentTo ?? '9') >= today);

const between = (from: LocalDate, until: LocalDate, share: number): LocalDate => {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
  return addDays(from, Math.floor(Math.min(share, 0.999) * (days + 1)));
};

/** The most willing, up to the share; of the key people it is decided. Centres differ. */
function chosen(candidates: readonly SeedPerson[], share: number, occasion: string): SeedPerson[] {
  const willing = (centre: string | undefined) => 0.7 * dice(`willing ${centre ?? ''}`).next();
  const byCentre = new Map<string | undefined, number>();
  const ranked = candidates.map((person) => {
    const weight = byCentre.get(person.centre) ?? willing(person.centre);
    byCentre.set(person.centre, weight);
    const known = person.code === undefined ? undefined : person.acknowledged;
    const decided = known === true ? -9 : 9;
    return { person, rank: known === undefined ? dice(`${occasion} ${person.id}`).next() - weight : decided };
  });
  ranked.sort((one, other) => one.rank - other.rank);
  return ranked.slice(0, Math.round(share * candidates.length)).map(({ person }) => person);
}

function pastRound(people: readonly SeedPerson[], round: CourseRound, share: number) {
  const asked = people.filter(
    ({ hiredOn, leftOn }) => hiredOn <= addDays(round.dueOn, -45) && (leftOn === undefined || leftOn > round.dueOn),
  );
  const doers = chosen(asked, share, round.key);
  const done = new Set(doers);
  const missers = asked.filter((person) => !done.has(person));
  const firstDay = ({ hiredOn }: SeedPerson) => (hiredOn > round.opensOn ? hiredOn : round.opensOn);
  const takings = doers.map((person): Taking => {
    const chance = dice(`course ${round.key} ${person.id}`);
    return { person, on: between(firstDay(person), round.dueOn, chance.next() ** 1.2), round };
  });
  const late = missers.flatMap((person): Taking[] => {
    const chance = dice(`late ${round.key} ${person.id}`);
    const on = addDays(round.dueOn, chance.whole(1, 14));
    const left = person.leftOn !== undefined && person.leftOn <= on;
    return left || chance.next() > lateShare ? [] : [{ person, on, round }];
  });
  return { round, missers, takings: [...takings, ...late] };
}

const missedOf = (person: SeedPerson, round: CourseRound, due: LocalDate): MissedCycle => ({
  key: missedKey(round.key, person.id as PersonId),
  title: person.name,
  roundKey: round.key,
  courseKey: round.courseKey,
  personId: person.id as PersonId,
  ...(person.centre === undefined ? {} : { centreId: person.centre as CentreId }),
  due,
  at: momentOf(addDays(due, 1)),
});

/** As the job records it: those whose own last day has passed. */
function overdueIn(
  people: readonly SeedPerson[],
  round: CourseRound,
  completions: readonly Completion[],
  exemptions: readonly Exemption[],
  today: LocalDate,
): MissedCycle[] {
  const judge = standings(round, undefined, today);
  const taken = Map.groupBy(
    completions.filter(({ courseKey }) => courseKey === round.courseKey),
    ({ personId }) => personId,
  );
  return people.flatMap((person) => {
    const personId = person.id as PersonId;
    const obliged = round.obliged.everybody || handlesMail(person);
    const standing = judge({
      person,
      because: obliged ? 'everybody' : undefined,
      completions: taken.get(personId) ?? [],
      exemptions: exemptions.filter((one) => one.personId === personId && one.courseKey === round.courseKey),
    });
    return standing.state === 'overdue' ? [missedOf(person, round, standing.due)] : [];
  });
}

/** Some have no personal data in their work; two of the exemptions have ended. */
function exemptionsOf(people: readonly SeedPerson[], round: CourseRound, days: SeedDays): Exemption[] {
  const chiefs = new Map(people.flatMap(({ code, id }) => (code?.startsWith('chef-') ? [[code.slice(5), id]] : [])));
  const candidates = people.filter(
    (person) =>
      person.code === undefined &&
      person.centre !== undefined &&
      isAsked(person, days.today) &&
      person.absentFrom === undefined,
  );
  const count = Math.max(2, Math.round((exempt * people.length) / 2300));
  const every = Math.max(1, Math.floor(candidates.length / count));
  return candidates
    .filter((_, index) => index % every === 0)
    .slice(0, count)
    .map((person, index): Exemption => ({
      key: `exempt-${person.id}`,
      title: person.name,
      personId: person.id as PersonId,
      courseKey: round.courseKey,
      reason: reasons[index % reasons.length] ?? reasons[0],
      from: round.opensOn > person.hiredOn ? round.opensOn : person.hiredOn,
      ...(index % 6 === 5 ? { until: addDays(days.today, -3) } : { until: addDays(round.dueOn, 120) }),
      grantedBy: (chiefs.get(person.centre ?? '') ?? person.id) as PersonId,
      at: momentOf(round.opensOn > person.hiredOn ? round.opensOn : person.hiredOn),
    }));
}
const reasons = [
  'Arbejder kun udendørs og har ingen adgang til systemer med persondata.',
  'Har taget en uddannelse i databeskyttelse på universitetet i år.',
  'Er udlånt til en anden kommune, som sørger for kurset.',
] as const;
