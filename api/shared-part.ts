import type { Context } from './context.ts';
import { contextPart } from './context-part.ts';

/** A value of another instance, and when it came (ms, monotonic). */
interface Told {
  value: unknown;
  at: number;
}
const told = contextPart<Map<string, Told>>('context/sharedParts');
const toldParts = (context: Context): Map<string, Told> => {
  const known = told.get(context) ?? new Map<string, Told>();
  told.set(context, known);
  return known;
};

/** A value that lives in one instance of the program and is seen in all: progress of work. Plain JSON. */
export interface SharedPart<Value> {
  /** The own value, else another instance's; one that was not told again in time is gone with its instance. */
  get(context: Context): Value | undefined;
  /** Sets the own value, and tells the others. */
  set(context: Context, value: Value): void;
}

/** Milliseconds after which a value that says it is `running` counts as lost. */
const lastsMs = 60_000;

/** `name` is unique, as of `contextPart`. */
export function sharedPart<Value extends { running: boolean }>(name: string): SharedPart<Value> {
  const own = contextPart<Value>(name);
  return {
    get: (context) => {
      const [mine, theirs] = [own.get(context), toldParts(context).get(name)];
      if (mine?.running || !theirs) return mine;
      // Told by an instance that runs this program.
      const value = theirs.value as Value;
      return value.running && performance.now() - theirs.at > lastsMs ? mine : value;
    },
    set: (context, value) => {
      own.set(context, value);
      toldParts(context).delete(name);
      context.tellOthers?.(name, value);
    },
  };
}

/** Things that happen one after the other in one instance and are known to all. Plain JSON. */
export interface SharedEvents<Value> {
  /** Takes it here, and tells the others, which take it as well. */
  add(context: Context, value: Value): void;
}
const eventTakers = new Map<string, (context: Context, value: unknown) => void>();

/** `name` is unique, as of `contextPart`; `take` runs in every instance. */
export function sharedEvents<Value>(name: string, take: (context: Context, value: Value) => void): SharedEvents<Value> {
  // Told by an instance that runs this program.
  eventTakers.set(name, (context, value) => take(context, value as Value));
  return {
    add: (context, value) => {
      take(context, value);
      context.tellOthers?.(name, value);
    },
  };
}

/** Takes what another instance has told. */
export function takeSharedPart(context: Context, name: string, value: unknown): void {
  const take = eventTakers.get(name);
  if (take) take(context, value);
  else toldParts(context).set(name, { value, at: performance.now() });
}
