import type { Context } from '../context.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import { conflict, forbidden, invalid, isLocalDate, missing, type Actor } from '../kernel/index.ts';
import { centreRef, freshnessOf } from '../organisation/index.ts';
import { findFigure } from './all-figures.ts';
import { checkFrozen, nameOf } from './check-frozen.ts';
import type { figuresContract } from './contract.ts';
import { figureWords } from './figures-view.ts';
import { Figures } from './figures-list.ts';
import { freeze, lastFullDay } from './freeze-figures.ts';
import { mayFreezeFigures } from './permissions.ts';
import { firstYearOfData } from './records/first-year.ts';

type FrozenAnswer = AnswerOf<(typeof figuresContract)['GET /api/figures/frozen']>;
type CheckAnswer = AnswerOf<(typeof figuresContract)['GET /api/figures/frozen/:frozenKey/check']>;

/** Records of one figure named in an answer. */
const mostNamed = 50;

/** Frozen days, newest first. From memory. */
export function frozenViewOf(context: Context, actor: Actor): FrozenAnswer {
  const items = context.list(Figures).all();
  const owners = Map.groupBy(items, ({ kind, day }) => `${kind} ${day}`);
  const wholes = items.filter(({ owner }) => owner === 'whole');
  return {
    frozen: wholes
      .map(({ key, kind, day, frozenAt, values }) => ({
        key,
        name: nameOf(kind, day),
        kind,
        day,
        frozenAt,
        figures: Object.keys(values).length,
        owners: owners.get(`${kind} ${day}`)?.length ?? 0,
      }))
      .sort((one, other) => other.day.localeCompare(one.day) || one.kind.localeCompare(other.kind)),
    abilities: { freeze: mayFreezeFigures(actor) },
    freshness: freshnessOf(context, Figures),
  };
}

/**
 * Freezes a completed day; default the last. Idempotent. 2 resource units an owner. Throws AppError: forbidden
 * `figures.mayNotFreeze`, conflict `figures.notOver`, invalid `figures.beforeData`, unavailable.
 */
export async function freezeOnDemand(context: Context, actor: Actor, day: string | undefined): Promise<void> {
  if (!mayFreezeFigures(actor)) throw forbidden('figures.mayNotFreeze');
  const last = lastFullDay(context);
  const wanted = day ?? last;
  if (!isLocalDate(wanted) || wanted > last) throw conflict('figures.notOver', { field: 'day' });
  const from = firstYearOfData(context);
  if (Number(wanted.slice(0, 4)) < from) throw invalid('figures.beforeData', { field: 'day', from });
  await freeze(context, 'day', wanted, 'interactive');
}

/**
 * Recomputes a frozen month or day. Throws AppError: missing `figures.notFrozen`, conflict `figures.recordsDamaged`,
 * unavailable.
 */
export async function checkViewOf(context: Context, actor: Actor, name: string): Promise<CheckAnswer> {
  const { day, same, notCounted, differing } = await checkFrozen(context, name);
  return {
    day,
    same,
    notCounted: [...notCounted],
    differing: differing.map(({ figure, owner, frozen, now, records }) => {
      const declared = findFigure(figure);
      if (!declared) throw missing('figures.notFrozen');
      const centre = owner === 'whole' ? undefined : centreRef(context, owner);
      return {
        figure,
        name: figureWords(context, actor.language, declared).name,
        owner,
        ...(centre ? { centre } : {}),
        frozen,
        ...(now ? { now } : {}),
        records: records.slice(0, mostNamed),
        changed: records.length,
      };
    }),
  };
}
