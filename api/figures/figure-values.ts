import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, nowOf, todayOf, turn, type Instant, type LocalDate } from '../kernel/index.ts';
import { orWhileHeld, orWhileHeldInTurn } from '../sharepoint/index.ts';
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
  /** What is being counted just now: whoever needs the same waits for that. */
  counting: Map<string, Promise<void>>;
  refreshing: boolean;
}
const states = contextPart<State>('figures/figureValues');
const stateOf = (context: Context): State => {
  const state = states.get(context) ?? { kept: new Map(), counting: new Map(), refreshing: false };
  states.set(context, state);
  return state;
};
const nothing: ByOwner = new Map();

/** Records that one question may have walked for it. Figures of everybody are counted beside, and told as they were. */
const walkedInQuestion = 20_000;
/** What is counted beside takes a fiftieth of the time at most: so many times as long as it took, it rests. */
const restsFor = 50;

/** What it takes to count a figure again: the records of the lists that it reads. */
const recordsOf = (context: Context, figure: Figure): number =>
  figure.lists(context).reduce((sum, list) => sum + orWhileHeld(() => context.list(list).all().length, 0), 0);

/**
 * All figures as of the context's day, and lets others in between. Each is counted again only when a list that it reads has
 * changed, or the day. A question counts again what few records make up; what walks over more is told as it was a moment
 * ago (`figuresAsOf`) and counted beside. One whose list is gone says nothing. No Graph call.
 */
export async function figureValues(context: Context, mostWalked = walkedInQuestion): Promise<Values> {
  const state = stateOf(context);
  const late: Figure[] = [];
  let left = mostWalked;
  for (const figure of changedFigures(context, state)) {
    const isKnown = state.kept.get(figure.key)?.day === todayOf(context.clock);
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

/** The same with nothing from a moment ago: for what is written down. */
export async function figureValuesNow(context: Context): Promise<Values> {
  const state = stateOf(context);
  for (const figure of changedFigures(context, state)) await countAnew(context, state, figure);
  return valuesIn(state);
}

/** Counts beside whatever has changed and has rested: a job's, so that hardly anybody is told of a moment ago. */
export async function warmFigures(context: Context): Promise<void> {
  const state = stateOf(context);
  if (!state.refreshing) await refresh(context, state, changedFigures(context, state));
}

/** As of when the oldest figure is told; undefined when all are as of now, and before anything is counted. */
export function figuresAsOf(context: Context): Instant | undefined {
  const state = stateOf(context);
  return changedFigures(context, state)
    .flatMap(({ key }) => state.kept.get(key)?.asOf ?? [])
    .sort()[0];
}

const valuesIn = ({ kept }: State): Values => new Map([...kept].map(([key, { values }]) => [key, values]));

const changedFigures = (context: Context, { kept }: State): Figure[] =>
  allFigures.filter((figure) => kept.get(figure.key)?.stamp !== stampNow(context, figure));

/** Nobody waits for it; what fails is counted by whoever asks next. */
async function refresh(context: Context, state: State, late: readonly Figure[]): Promise<void> {
  const day = todayOf(context.clock);
  state.refreshing = true;
  try {
    for (const figure of late) {
      const before = state.kept.get(figure.key);
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
  state.kept.set(figure.key, { stamp, day, values, at: now, took: now - began, asOf });
}

/** The lists as they are, and the day: as long as it is the same, so is the figure. */
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
