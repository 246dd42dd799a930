import type { Context } from '../context.ts';
import { addDays, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { leastApart } from './cadence.ts';
import { cardsKeptDays, type ToldOn } from './left-of-digest.ts';
import { otherCentres, plannedOn } from './planned.ts';
import { digestsTelling, toldOn } from './told.ts';

/** The day of a person's newest digest after a day; undefined when that day's is the newest. From memory. */
export function latestDigestDay(context: Context, personId: PersonId, after: LocalDate): LocalDate | undefined {
  const tomorrow = addDays(todayOf(context.clock), 1);
  for (const { day } of digestsTelling(context, personId, tomorrow, addDays(after, 1))) return day;
  return undefined;
}

/** The day of the digest before that of a day, as far back as cards are updated. */
export function previousDigestDay(context: Context, personId: PersonId, day: LocalDate): LocalDate | undefined {
  for (const told of digestsTelling(context, personId, day, addDays(day, -cardsKeptDays))) return told.day;
  return undefined;
}

/** Newest digests with a centre, within a week: their counts change with the centre's work. */
export function newestToldOthers(context: Context): ToldOn[] {
  const today = todayOf(context.clock);
  const newest = new Map<PersonId, ToldOn>();
  for (let ago = leastApart; ago >= 0; ago -= 1) {
    const day = addDays(today, -ago);
    const told = toldOn(context, day);
    for (const [personId, planned] of plannedOn(context, day))
      if (told.has(personId) && otherCentres(planned).length > 0) newest.set(personId, { day, personId });
  }
  return [...newest.values()];
}

/** Recipients of a day's digest. */
export const digestPeople = (context: Context, day: LocalDate): readonly PersonId[] => [...toldOn(context, day).keys()];
