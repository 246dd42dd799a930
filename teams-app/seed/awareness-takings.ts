import type { CourseRound } from '../../api/awareness/index.ts';
import { addDays, daysBetween, type LocalDate } from '../../api/kernel/index.ts';
import type { Luck, Taking } from './awareness-completions.ts';
import { dice } from './dice.ts';
import type { SeedPerson } from './people.ts';

/** Everybody's luck in one round. */
export type LuckIn = (person: SeedPerson) => Luck;

/** Share of late people who completed it anyway. */
const lateShare = 0.4;

export const isAsked = ({ hiredOn, leftOn, absentFrom, absentTo }: SeedPerson, today: LocalDate): boolean =>
  hiredOn <= today &&
  leftOn === undefined &&
  !(absentFrom !== undefined && absentFrom <= today && (absentTo ?? '9') >= today);

/** A day between two, both included. */
const between = (from: LocalDate, until: LocalDate, share: number): LocalDate =>
  addDays(from, Math.floor(Math.min(share, 0.999) * (daysBetween(from, until) + 1)));

/** The soonest, up to the share; fixed for key people. Centres differ. */
function chosen(candidates: readonly SeedPerson[], share: number, luckIn: LuckIn): Set<SeedPerson> {
  const byCentre = new Map<string | undefined, number>();
  const ranked = candidates.map((person) => {
    const weight = byCentre.get(person.centre) ?? 0.7 * dice(`willing ${person.centre ?? ''}`).next();
    byCentre.set(person.centre, weight);
    const known = person.code === undefined ? undefined : person.acknowledged;
    const decided = known === true ? -9 : 9;
    return { person, rank: known === undefined ? luckIn(person).rank - weight : decided };
  });
  ranked.sort((one, other) => one.rank - other.rank);
  return new Set(ranked.slice(0, Math.round(share * candidates.length)).map(({ person }) => person));
}

const firstDay = ({ hiredOn }: SeedPerson, { opensOn }: CourseRound): LocalDate =>
  hiredOn > opensOn ? hiredOn : opensOn;

/** A past round: who completed in time, and who missed it, some completing late. */
export function pastRound(people: readonly SeedPerson[], round: CourseRound, share: number, luckIn: LuckIn) {
  const there = addDays(round.dueOn, -45);
  const asked = people.filter(
    ({ hiredOn, leftOn }) => hiredOn <= there && (leftOn === undefined || leftOn > round.dueOn),
  );
  const doers = chosen(asked, share, luckIn);
  const missers = asked.filter((person) => !doers.has(person));
  const inTime = [...doers].map((person): Taking => {
    const luck = luckIn(person);
    return { person, on: between(firstDay(person, round), round.dueOn, luck.when ** 1.2), round, luck };
  });
  const late = missers.flatMap((person): Taking[] => {
    const luck = luckIn(person);
    const on = addDays(round.dueOn, 1 + Math.floor(luck.lateBy * 14));
    const left = person.leftOn !== undefined && person.leftOn <= on;
    return left || luck.late > lateShare ? [] : [{ person, on, round, luck }];
  });
  return { round, missers, takings: [...inTime, ...late] };
}

/** A current round: completions so far. */
export function presentRound(
  asked: readonly SeedPerson[],
  round: CourseRound,
  { share, today, luckIn }: { share: number; today: LocalDate; luckIn: LuckIn },
): Taking[] {
  return [...chosen(asked, share, luckIn)].map((person): Taking => {
    const luck = luckIn(person);
    return { person, on: between(firstDay(person, round), today, luck.when ** 1.4), round, luck };
  });
}

/** A continuous round: most completed within the last thirteen months. */
export const rollingRound = (
  asked: readonly SeedPerson[],
  round: CourseRound,
  { today, luckIn }: { today: LocalDate; luckIn: LuckIn },
): Taking[] =>
  asked.flatMap((person) => {
    const luck = luckIn(person);
    const on = addDays(today, -1 - Math.floor(luck.when * 400));
    return on < person.hiredOn || luck.rank < 0.05 ? [] : [{ person, on, round, luck }];
  });
