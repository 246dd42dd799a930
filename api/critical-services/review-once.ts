import type { Context } from '../context.ts';
import { conflict, forbidden, localDate, type Actor, type LocalDate } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { figuresChecksum } from './acceptance-content.ts';
import { mayEditService } from './permissions.ts';
import { reviewService } from './save-service.ts';
import type { CriticalService } from './service-lists.ts';
import { serviceOrThrow } from './services.ts';

export interface ReviewedService {
  result: 'reviewed' | 'alreadyReviewed';
  service: Stored<CriticalService>;
}

/**
 * Confirms the figures from a card that may be old: a later review has answered it. `figures` is the checksum shown,
 * `reviewedOn` the previous review's day. 4 resource units. Throws AppError as `reviewService`.
 */
export async function reviewServiceOnce(
  context: Context,
  actor: Actor,
  input: { serviceKey: string; figures: string; reviewedOn: LocalDate },
): Promise<ReviewedService> {
  const service = serviceOrThrow(context, input.serviceKey);
  if (!mayEditService(actor, service)) throw forbidden('services.mayNotEdit');
  const isOpen = service.state === 'inUse' && localDate(service.reviewedAt) === input.reviewedOn;
  if (service.state === 'inUse' && !isOpen) return { result: 'alreadyReviewed', service };
  if (isOpen && figuresChecksum(service) !== input.figures)
    throw conflict('services.changedMeanwhile', { name: personRef(context, service.changedBy).name });
  return { result: 'reviewed', service: await reviewService(context, actor, service.key, service.changedAt) };
}
