import type { Context } from '../context.ts';
import { asAppError, nowOf, todayOf, turn, type Instant, type LocalDate } from '../kernel/index.ts';
import { obligationsInTurn } from '../obligations/index.ts';
import { orWhileHeld } from '../sharepoint/index.ts';
import { allFigures } from './all-figures.ts';
import type { ByOwner, Counted, Figure, Owner } from './figure.ts';

/** Every figure by its key. */
export type Values = ReadonlyMap<string, ByOwner>;

/** A figure as it was counted last. */
interface Kept {
  stamp: string;
  day: LocalDate;
  values: ByOwner;
  /** When, and how long it took, ms of a clock that nobody moves. */
  at: number;
  took: number;
  asOf: Instant;
}
interface State {
  kept: Map<string, Kept>;
  refreshing: boolean;
}
const states = new WeakMap<Context, State>();
const nothing: ByOwner = new Map();
const lookAhead = { cheap: 15, rest: 50, oldest: 10 * 60_000 } as const;

/**
 * What to do about a figure of which something has changed: count it now where that is cheap, or it is old, or of another
 * day; where it takes long, tell it as it was a moment ago, and count it anew beside, never more than a fiftieth of the
 * time. Times in ms.
 */
export function dueOf(
  { took, at, day }: Pick<Kept, 'took' | 'at' | 'day'>,
  now: number,
  today: LocalDate,
): 'now' | 'beside' | 'rest' {
  const age = now - at;
  if (day !== today || took <= lookAhead.cheap || age > lookAhead.oldest) return 'now';
  return age < took * lookAhead.rest ? 'rest' : 'beside';
}

/**
 * All figures as of the context's day, and lets others in between. Each is counted again only when a list that it reads has
 * changed, or the day; one that takes long is at most ten minutes old (`figuresAsOf`). One whose list is gone says nothing.
 * No Graph call.
 */
export async function figureValues(context: Context): Promise<Values> {
  const state = states.get(context) ?? { kept: new Map<string, Kept>(), refreshing: false };
  states.set(context, state);
  const today = todayOf(context.clock);
  const late: Figure[] = [];
  for (const figure of allFigures) {
    const before = state.kept.get(figure.key);
    if (before && before.day === today && before.stamp === stampNow(context, figure)) continue;
    const due = before ? dueOf(before, performance.now(), today) : 'now';
    if (due === 'now') await countAnew(context, state, figure);
    if (due === 'beside') late.push(figure);
  }
  if (late.length > 0 && !state.refreshing) void refresh(context, state, late);
  return new Map([...state.kept].map(([key, { values }]) => [key, values]));
}

/** As of when the oldest figure is told; undefined before anything is counted. */
export function figuresAsOf(context: Context): Instant | undefined {
  const changed = allFigures.flatMap((figure) => {
    const kept = states.get(context)?.kept.get(figure.key);
    return kept && kept.stamp !== stampNow(context, figure) ? [kept.asOf] : [];
  });
  return changed.sort()[0];
}

/** Nobody waits for it; what fails is counted by whoever asks next. */
async function refresh(context: Context, state: State, late: readonly Figure[]): Promise<void> {
  state.refreshing = true;
  try {
    for (const figure of late) await countAnew(context, state, figure);
  } catch (failure) {
    context.log.warn({ code: asAppError(failure).code }, 'figures not counted');
  } finally {
    state.refreshing = false;
  }
}

async function countAnew(context: Context, state: State, figure: Figure): Promise<void> {
  await turn();
  const [day, stamp, asOf] = [todayOf(context.clock), stampNow(context, figure), nowOf(context.clock)];
  const began = performance.now();
  // What everybody owes is derived in turns; the count has it at hand.
  if (figure.owed) await obligationsInTurn(context);
  const values = orWhileHeld(() => figure.of(context), nothing);
  const now = performance.now();
  state.kept.set(figure.key, { stamp, day, values, at: now, took: now - began, asOf });
}

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

/** What a figure says of an owner; undefined where the owner has none. */
export const valueFor = (values: Values, figure: Pick<Figure, 'key'>, owner: Owner): Counted | undefined =>
  values.get(figure.key)?.get(owner);
