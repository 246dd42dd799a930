import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { countsFrom, forbidden, localDate, nowOf, repeatableKey, type Actor } from '../kernel/index.ts';
import { mayRetireService } from './permissions.ts';
import { requireUnchanged } from './require-unchanged.ts';
import { CriticalServices, type CriticalService } from './service-lists.ts';
import { serviceOrThrow } from './services.ts';

async function change(
  context: Context,
  actor: Actor,
  key: string,
  act: string,
  fields: Pick<CriticalService, 'state' | 'retiredReason'>,
  expected: string | undefined,
): Promise<void> {
  if (!mayRetireService(actor, serviceOrThrow(context, key))) throw forbidden('services.mayNotRetire');
  const now = nowOf(context.clock);
  let done = false;
  await context.list(CriticalServices).update(key, (current) => {
    if (!mayRetireService(actor, current)) throw forbidden('services.mayNotRetire');
    done = current.state !== fields.state;
    if (done) requireUnchanged(context, current, expected);
    if (!done) return undefined;
    const isBack = current.state === 'retired' && localDate(current.changedAt) < localDate(now);
    const day = isBack ? localDate(now) : countsFrom(current);
    return { ...fields, countsFrom: day, changedAt: now, changedBy: actor.personId };
  });
  const occasion = repeatableKey(actor, 'act');
  if (done) await recordAct(context, { act, subjectKey: key, actorId: actor.personId, at: now, occasion });
}

/**
 * Retires a service: it no longer requires systems. It stays with its decisions. Idempotent. 4 resource units. Throws
 * AppError: missing, forbidden `services.mayNotRetire`, conflict `services.changedMeanwhile` when changed since
 * `expected`, unavailable.
 */
export const retireService = (
  context: Context,
  actor: Actor,
  key: string,
  { reason, expected }: { reason: string; expected?: string | undefined },
): Promise<void> => change(context, actor, key, 'retireService', { state: 'retired', retiredReason: reason }, expected);

/** Reinstates it; idempotent. Otherwise as `retireService`. */
export const reinstateService = (
  context: Context,
  actor: Actor,
  key: string,
  expected: string | undefined,
): Promise<void> =>
  change(context, actor, key, 'reinstateService', { state: 'inUse', retiredReason: undefined }, expected);
