import type { Context } from '../context.ts';
import {
  addDays,
  countsFrom,
  localDate,
  stableKey,
  type LocalDate,
  type Responsible,
  type SharedWork,
} from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { CriticalServices, type CriticalService } from './service-lists.ts';
import { reviewOnOf, servicePath, servicesInUse } from './services.ts';

/** Days before the review from which it is owed. */
const reviewLead = 30;
/** Days from the last change within which the downtime must be stated. */
const figureWithin = 30;

/** Who is responsible: the owner, else the centre's ISK, else the security team. */
const namedFor = ({ ownerId, centreId }: Pick<CriticalService, 'ownerId' | 'centreId'>): Responsible => ({
  ...(ownerId === undefined ? {} : { personId: ownerId }),
  ...(centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId }),
});

/** When a service must be reviewed, and since when that is known: its review, or a missing downtime. */
export function reviewTerm(
  service: Pick<CriticalService, 'mtd' | 'reviewedAt' | 'reviewMonths' | 'countsFrom' | 'changedAt'>,
): {
  since: LocalDate;
  due: LocalDate;
} {
  const reviewOn = reviewOnOf(service);
  const review = { since: addDays(reviewOn, -reviewLead), due: reviewOn };
  if (service.mtd !== undefined) return review;
  const since = countsFrom(service);
  const first = { since, due: addDays(since, figureWithin) };
  return first.due < review.due ? first : review;
}

/** Key of the work: stable until the next review. */
export const reviewServiceKey = ({ key, reviewedAt }: Pick<Stored<CriticalService>, 'key' | 'reviewedAt'>): string =>
  stableKey('reviewService', key, localDate(reviewedAt));

function reviewsOwed(context: Context, today: LocalDate): SharedWork[] {
  return servicesInUse(context).flatMap((service): SharedWork[] => {
    const term = reviewTerm(service);
    if (term.since > today) return [];
    const { key, title, centreId } = service;
    return [
      {
        key: reviewServiceKey(service),
        kind: 'reviewService',
        subject: { key, title },
        ...term,
        state: 'open',
        path: servicePath(key),
        ...(centreId === undefined ? {} : { centreId }),
        responsible: namedFor(service),
      },
    ];
  });
}

/** Services to review, or without a downtime (R4). Done by a review. */
export const reviewServiceSource: SharedSource = {
  kinds: ['reviewService'],
  lists: [CriticalServices],
  work: reviewsOwed,
};
