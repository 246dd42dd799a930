import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, nowOf, todayOf, turn, type Instant, type LocalDate } from '../kernel/index.ts';
import { orWhileHeld, orWhileHeldInTurn } from '../sharepoint/index.ts';
import { allFigures } from './all-figures.ts';
import type { ByOwner, Counted, Figure, Owner } from './figure.ts';

/** Every figure by its key. */
export type Values = ReadonlyMap<string, ByOwner>;

/** A figure's latest value. */
interface CachedFigure {
  stamp: string;
  day: LocalDate;
  values: ByOwner;
  /** Time and duration, ms of a monotonic clock. */
  at: number;
  took: number;
  asOf: Instant;
}
interface State {
  cached: Map<string, CachedFigure>;
  /** Running computations, shared by concurrent callers. */
  counting: Map<string, Promise<void>>;
  refreshing: boolean;
}
const states = contextPart<State>('figures/figureValues');
const stateOf = (context: Context): State => {
  const state = states.get(context) ?? { cached: new Map(), counting: new Map(), refreshing: false };
  states.set(context, state);
  return state;
};
const nothing: ByOwner = new Map();

/** Records one request may process. Larger figures are computed in the background, and returned as they were. */
const walkedInQuestion = 20_000;
/** Background computation takes at most a fiftieth of the time: the pause is a multiple of its duration. */
const restsFor = 50;

/** Cost of a figure: the records of its lists. */
const recordsOf = (context: Context, figure: Figure): number =>
  figure.lists(context).reduce((sum, list) => sum + orWhileHeld(() => context.list(list).all().length, 0), 0);

/**
 * All figures as of the context's day, in slices. Each is recomputed only when one of its lists, or the day, changes. A
 * request recomputes cheap ones; others may be slightly out of date (`figuresAsOf`) and are computed in the background.
 * A figure whose list is gone has no value. No Graph call.
 */
export async function figureValues(context: Context, mostWalked = walkedInQuestion): Promise<Values> {
  const state = stateOf(context);
  const late: Figure[] = [];
  let left = mostWalked;
  for (const figure of changedFigures(context, state)) {
    const isKnown = state.cached.get(figure.key)?.day === todayOf(context.clock);
    const records = isKnown ? recordsOf(context, figure) : 0;
    if (records > left) {
      late.push(figure);
      continue;
    }
    left -= records;
    await countAnew(context, state, figure);
  }
  if (late.length > 0 && !state.refreshing) void refresh(context, state, late);
  return valuesIn(state);
}

/** The same, all current: for storing. */
export async function figureValuesNow(context: Context): Promise<Values> {
  const state = stateOf(context);
  for (const figure of changedFigures(context, state)) await countAnew(context, state, figure);
  return valuesIn(state);
}

/** Recomputes changed figures after their pause: run by a job, so that out-of-date figures are rare. */
export async function warmFigures(context: Context): Promise<void> {
  const state = stateOf(context);
  if (!state.refreshing) await refresh(context, state, changedFigures(context, state));
}

/** Time of the oldest figure; undefined when all are current, and before the first computation. */
export function figuresAsOf(context: Context): Instant | undefined {
  const state = stateOf(context);
  return changedFigures(context, state)
    .flatMap(({ key }) => state.cached.get(key)?.asOf ?? [])
    .sort()[0];
}

const valuesIn = ({ cached }: State): Values => new Map([...cached].map(([key, { values }]) => [key, values]));

const changedFigures = (context: Context, { cached }: State): Figure[] =>
  allFigures.filter((figure) => cached.get(figure.key)?.stamp !== stampNow(context, figure));

/** Background work; on failure the next request computes. */
async function refresh(context: Context, state: State, late: readonly Figure[]): Promise<void> {
  const day = todayOf(context.clock);
  state.refreshing = true;
  try {
    for (const figure of late) {
      const before = state.cached.get(figure.key);
      const rests = before?.day === day && performance.now() - before.at < before.took * restsFor;
      if (!rests) await countAnew(context, state, figure);
    }
  } catch (failure) {
    context.log.warn({ code: asAppError(failure).code }, 'figures not counted');
  } finally {
    state.refreshing = false;
  }
}

async function countAnew(context: Context, state: State, figure: Figure): Promise<void> {
  const running = state.counting.get(figure.key);
  if (running) return running;
  const counting = count(context, state, figure).finally(() => state.counting.delete(figure.key));
  state.counting.set(figure.key, counting);
  return counting;
}

async function count(context: Context, state: State, figure: Figure): Promise<void> {
  await turn();
  const [day, stamp, asOf] = [todayOf(context.clock), stampNow(context, figure), nowOf(context.clock)];
  const began = performance.now();
  const values = await orWhileHeldInTurn(() => figure.of(context), nothing);
  const now = performance.now();
  state.cached.set(figure.key, { stamp, day, values, at: now, took: now - began, asOf });
}

/** Stamp of lists and day: the figure is valid while it is equal. */
const stampNow = (context: Context, figure: Figure): string =>
  orWhileHeld(
    () =>
      [
        todayOf(context.clock),
        ...figure.lists(context).map((list) => context.list(list).version),
        figure.also?.(context) ?? '',
      ].join(' '),
    'held',
  );

/** A figure's value for an owner; undefined without one. */
export const valueFor = (values: Values, figure: Pick<Figure, 'key'>, owner: Owner): Counted | undefined =>
  values.get(figure.key)?.get(owner);
