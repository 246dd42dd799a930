import type { Context } from './context.ts';

/** State of a running program that is no record: what is cached, under way or declared. One value a context. */
export interface ContextPart<Value> {
  get(context: Context): Value | undefined;
  set(context: Context, value: Value): void;
  delete(context: Context): void;
}

/**
 * A part of the context by name, e.g. `deliveries/conversations`; names are unique but for derived values. All parts are seen in
 * `context.parts`. A copy of a context begins without any, since its lists may be others.
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
  // Not enumerable, so that a copy by spreading does not share them.
  if (!context.parts) Object.defineProperty(context, 'parts', { value: parts });
  return parts;
}
