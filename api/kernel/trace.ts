import { AsyncLocalStorage } from 'node:async_hooks';
import { asAppError } from './errors.ts';
import { newId } from './ids.ts';

/** Codes, patterns and our own names: never people. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** A piece of work under way: a request, a job's run, and the calls made for it. */
export interface Span {
  /** Equal for all that was done for one request or run. Logs name it. */
  readonly traceId: string;
  child(name: string, facts?: SpanFacts): Span;
  set(facts: SpanFacts): void;
  rename(name: string): void;
  /** `problem` is an error code. */
  end(problem?: string): void;
}

/** Begins traces. */
export interface Tracer {
  /** `traceparent` is the caller's W3C header, which the trace then continues. */
  root(name: string, facts?: SpanFacts, traceparent?: string): Span;
}

const current = new AsyncLocalStorage<Span>();

/** Runs work as what the span stands for. */
export const inTrace = <Result>(span: Span, work: () => Result): Result => current.run(span, work);

/** The id of the present request or run. */
export const traceId = (): string | undefined => current.getStore()?.traceId;

/** Runs work as a span of the present request or run; outside of one it only runs it. */
export async function inSpan<Result>(
  name: string,
  facts: SpanFacts,
  work: (set: (facts: SpanFacts) => void) => Promise<Result>,
): Promise<Result> {
  const parent = current.getStore();
  return parent ? spanned(parent.child(name, facts), work) : work(() => undefined);
}

/** Runs work as the span, and ends it. */
export async function spanned<Result>(
  span: Span,
  work: (set: (facts: SpanFacts) => void) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await inTrace(span, () => work((facts) => span.set(facts)));
    span.end();
    return result;
  } catch (thrown) {
    span.end(asAppError(thrown).code);
    throw thrown;
  }
}

/** Gives ids to requests and runs, and records nothing. */
export const noTracer: Tracer = {
  root: () => {
    const span: Span = {
      traceId: newId(),
      child: () => span,
      set: () => undefined,
      rename: () => undefined,
      end: () => undefined,
    };
    return span;
  },
};
