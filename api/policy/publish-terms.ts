import { addDays, localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import { isWorkingTime, morningOf, nextMorning, workingDayFrom } from '../working-days.ts';
import type { PublishWhen } from './policy-version.ts';

/** First day of a version, when its cards are sent (absent: at once), and the deadline. */
export interface PublishTerms {
  effectiveOn: LocalDate;
  cardsAt?: Instant;
}

/**
 * Effect of a choice on a draft. `now`: it applies from today and its cards are sent immediately, at any hour.
 * `morning`: it applies from today, and nothing is sent before half past eight on a working day. `asWritten`: it
 * applies from its own later date, and its cards are sent that morning. By default `asWritten` if later, else `now`.
 */
export function publishTerms(
  { effectiveOn }: { effectiveOn: LocalDate },
  when: PublishWhen | undefined,
  now: Date,
): PublishTerms {
  const today = localDate(now);
  const isLater = effectiveOn > today;
  switch (when ?? 'asWritten') {
    case 'now':
      return { effectiveOn: today };
    case 'morning':
      return { effectiveOn: today, cardsAt: nextMorning(now) };
    case 'asWritten':
      return isLater ? { effectiveOn, cardsAt: morningOf(workingDayFrom(effectiveOn)) } : { effectiveOn: today };
  }
}

export interface PublishChoice extends PublishTerms {
  when: PublishWhen;
  acknowledgeBy: LocalDate;
}

/** The publisher's choices, likeliest first: one in working hours when it applies today. */
export function publishChoices(draft: { effectiveOn: LocalDate }, now: Date, withinDays: number): PublishChoice[] {
  const isLater = draft.effectiveOn > localDate(now);
  const offered: readonly PublishWhen[] = [
    ...(isLater ? (['asWritten'] as const) : []),
    ...(isWorkingTime(now) ? [] : (['morning'] as const)),
    'now',
  ];
  return offered.map((when) => {
    const terms = publishTerms(draft, when, now);
    const asked = terms.cardsAt === undefined ? terms.effectiveOn : localDate(terms.cardsAt);
    return { when, ...terms, acknowledgeBy: addDays(asked, withinDays) };
  });
}
