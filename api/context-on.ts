import { contextPart } from './context-part.ts';
import type { Context } from './context.ts';
import { todayOf, type LocalDate } from './kernel/index.ts';
import { workingDayStart } from './working-days.ts';

const views = contextPart<Map<LocalDate, Context>>('context/onDay');
/** Days kept: those of a preview. */
const mostDays = 4;

/** Caches and declarations are shared, and check their inputs; derived values may hold on to the clock. */
class PartsOnDay extends Map<symbol, unknown> {
  readonly #shared: Map<symbol, unknown>;
  constructor(shared: Map<symbol, unknown>) {
    super();
    this.#shared = shared;
  }
  override get(place: symbol): unknown {
    return isDerived(place) ? super.get(place) : this.#shared.get(place);
  }
  override set(place: symbol, value: unknown): this {
    if (isDerived(place)) super.set(place, value);
    else this.#shared.set(place, value);
    return this;
  }
}
const isDerived = ({ description }: symbol): boolean => description === 'derivation';

/**
 * The same lists with the clock at the start of a day's working hours: who then holds a role, is employed or on leave,
 * by what is known now. Today gives the context itself. For derivations over few people, as its derived values are its
 * own.
 */
export function contextOn(context: Context, day: LocalDate): Context {
  if (day === todayOf(context.clock)) return context;
  const known = views.get(context) ?? new Map<LocalDate, Context>();
  views.set(context, known);
  const made = known.get(day) ?? viewOf(context, day);
  if (!known.has(day) && known.size >= mostDays) known.clear();
  known.set(day, made);
  return made;
}

function viewOf(context: Context, day: LocalDate): Context {
  const start = new Date(workingDayStart(day));
  const view: Context = { ...context, clock: { now: () => new Date(start) } };
  Object.defineProperty(view, 'parts', { value: new PartsOnDay(context.parts ?? new Map<symbol, unknown>()) });
  return view;
}
