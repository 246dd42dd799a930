import type { Context } from './context.ts';

/** State of a running program outside the lists: cached, running or declared. One value per context. */
export interface ContextPart<Value> {
  get(context: Context): Value | undefined;
  set(context: Context, value: Value): void;
  delete(context: Context): void;
}

/**
 * A named part of the context, e.g. `deliveries/conversations`; names are unique except for derived values.
 * `context.parts` has them all. A copy of a context starts without any, since its lists may differ.
 */
export function contextPart<Value>(name: string): ContextPart<Value> {
  const place = Symbol(name);
  return {
    get: ({ parts }) => parts?.get(place) as Value | undefined,
    set: (context, value) => void partsOf(context).set(place, value),
    delete: ({ parts }) => void parts?.delete(place),
  };
}

function partsOf(context: Context): Map<symbol, unknown> {
  const { parts = new Map<symbol, unknown>() } = context;
  // Not enumerable, so that a spread copy does not share them.
  if (!context.parts) Object.defineProperty(context, 'parts', { value: parts });
  return parts;
}
