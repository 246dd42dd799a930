import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  conflict,
  countsFrom,
  forbidden,
  invalid,
  localDate,
  nowOf,
  repeatableKey,
  saidAt,
  type Actor,
} from '../kernel/index.ts';
import { createOnce, type Stored } from '../sharepoint/index.ts';
import { checkedService, type ServiceFields } from './check-service.ts';
import { serviceBody, type ServiceBody } from './contract.ts';
import { mayAddService, mayEditService } from './permissions.ts';
import { requireUnchanged } from './require-unchanged.ts';
import { reviewServiceKey } from './review-obligation.ts';
import { CriticalServices, type CriticalService } from './service-lists.ts';
import { serviceOrThrow } from './services.ts';

/**
 * Adds a critical service (R4). 4 resource units. Throws AppError: forbidden `services.mayNotAdd`, invalid as
 * `checkedService`, unavailable.
 */
export async function addService(context: Context, actor: Actor, body: ServiceBody): Promise<Stored<CriticalService>> {
  const { expected: _expected, ...given } = serviceBody.parse(body);
  const fields = checkedService(context, given);
  if (!mayAddService(actor, fields.centreId)) throw forbidden('services.mayNotAdd');
  const now = nowOf(context.clock);
  const stamps = { reviewedAt: now, changedAt: now, changedBy: actor.personId };
  const service: CriticalService = { key: repeatableKey(actor, 'service'), ...fields, state: 'inUse', ...stamps };
  const record = await createOnce(context.list(CriticalServices), service, ['reviewedAt', 'changedAt']);
  await recordAct(context, { act: 'addService', subjectKey: record.key, actorId: actor.personId, at: now });
  return record;
}

/** Fields from whose change the time for figures and plans is counted anew. */
const counted = ['mtd', 'peaks', 'needs'] as const satisfies readonly (keyof ServiceFields)[];
/** Fields whose change counts as a review. */
const reviewed = ['impacts', 'mtd', 'rto', 'rpo', 'peaks'] as const satisfies readonly (keyof ServiceFields)[];

/**
 * Replaces a service's fields; absent ones are cleared. Changed figures, and saving unchanged, count as a review. 4
 * resource units. Throws AppError: missing, forbidden `services.mayNotEdit`, invalid as `checkedService` and
 * `services.mayNotMoveThere`, conflict `services.isRetired`, and `services.changedMeanwhile` when changed since
 * `expected`, unavailable.
 */
export async function changeService(
  context: Context,
  actor: Actor,
  key: string,
  body: ServiceBody,
): Promise<Stored<CriticalService>> {
  const { expected, ...given } = serviceBody.parse(body);
  if (!mayEditService(actor, serviceOrThrow(context, key))) throw forbidden('services.mayNotEdit');
  const now = nowOf(context.clock);
  let changed: (keyof ServiceFields)[] = [];
  let done = false;
  let obligation = '';
  const service = await context.list(CriticalServices).update(key, (current) => {
    if (!mayEditService(actor, current)) throw forbidden('services.mayNotEdit');
    obligation = reviewServiceKey(current);
    const fields = checkedService(context, given, current);
    changed = changedFields(current, fields);
    // Checked first, so that the form learns of a retirement.
    if (changed.length > 0) requireUnchanged(context, current, expected);
    if (current.state === 'retired') throw conflict('services.isRetired');
    if (changed.includes('centreId') && !mayAddService(actor, fields.centreId))
      throw invalid('services.mayNotMoveThere', { field: 'centreId' });
    done = changed.length > 0 || !isReviewedToday(current, now);
    if (!done) return undefined;
    if (changed.length === 0) return { reviewedAt: now };
    const isReviewed = reviewed.some((name) => changed.includes(name));
    const isCounted = counted.some((name) => changed.includes(name));
    return {
      ...fields,
      ...(isReviewed ? { reviewedAt: now } : {}),
      countsFrom: isCounted ? localDate(now) : countsFrom(current),
      changedAt: now,
      changedBy: actor.personId,
    };
  });
  if (!done) return service;
  await recordAct(context, {
    act: changed.length === 0 ? 'reviewService' : 'changeService',
    subjectKey: key,
    actorId: actor.personId,
    at: now,
    occasion: repeatableKey(actor, 'act'),
    details: { fields: changed.join(' '), obligation },
  });
  return service;
}

/**
 * Confirms the figures (R4). A repeat on the same day is a success. 4 resource units. Throws AppError: missing,
 * forbidden `services.mayNotEdit`, conflict `services.isRetired` `services.nothingToReview`, and
 * `services.changedMeanwhile` when the figures have changed since they were shown, unavailable.
 */
export async function reviewService(
  context: Context,
  actor: Actor,
  key: string,
  expected: string | undefined,
): Promise<Stored<CriticalService>> {
  if (!mayEditService(actor, serviceOrThrow(context, key))) throw forbidden('services.mayNotEdit');
  const now = saidAt(context.clock, actor);
  let done = false;
  let obligation = '';
  const service = await context.list(CriticalServices).update(key, (current) => {
    if (!mayEditService(actor, current)) throw forbidden('services.mayNotEdit');
    if (current.state === 'retired') throw conflict('services.isRetired');
    obligation = reviewServiceKey(current);
    if (current.mtd === undefined) throw conflict('services.nothingToReview');
    requireUnchanged(context, current, expected);
    done = !isReviewedToday(current, now);
    return done ? { reviewedAt: now } : undefined;
  });
  if (done)
    await recordAct(context, {
      act: 'reviewService',
      subjectKey: key,
      actorId: actor.personId,
      at: now,
      occasion: repeatableKey(actor, 'act'),
      details: { fields: '', obligation },
    });
  return service;
}

const isReviewedToday = ({ reviewedAt }: CriticalService, now: CriticalService['changedAt']): boolean =>
  localDate(reviewedAt) === localDate(now);

/** Names of the changed fields. */
export const changedFields = (service: CriticalService, fields: ServiceFields): (keyof ServiceFields)[] =>
  (Object.keys(fields) as (keyof ServiceFields)[]).filter(
    (name) => JSON.stringify(service[name]) !== JSON.stringify(fields[name]),
  );
