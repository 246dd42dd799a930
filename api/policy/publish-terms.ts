import { addDays, localDate, type Instant, type LocalDate } from '../kernel/index.ts';
import { isWorkingTime, morningOf, nextMorning, workingDayFrom } from '../working-days.ts';
import type { PublishWhen } from './policy-version.ts';

/** From which day a version applies, when its cards leave (absent: at once), and until when people have. */
export interface PublishTerms {
  effectiveOn: LocalDate;
  cardsAt?: Instant;
}

/**
 * What a choice means for a draft. `now`: it applies from today and its cards leave at this moment, whatever the hour.
 * `morning`: it applies from today, and nobody is written to before half past eight on a working day. `asWritten`: it
 * applies from the later day that it says, and its cards leave that morning. Not chosen: as it is written, if that is
 * later, else now.
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

/** Between what the publisher chooses, the likeliest first: one choice when people are at work and it applies today. */
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
