import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { asAppError, nowOf, todayOf, type Instant, type LocalDate } from '../kernel/index.ts';
import { Centres, People, RoleAssignments } from '../organisation/index.ts';
import { obligationsInTurn, obligationsStamp, type Owed } from './obligations.ts';

/** All obligations, and their time; no time when nothing has changed since. */
export interface OwedLately extends Owed {
  asOf?: Instant;
}
interface Cached {
  stamp: string;
  day: LocalDate;
  owed: Owed;
  /** When it was derived, and how long that took, ms of a monotonic clock. */
  at: number;
  took: number;
  asOf: Instant;
}
const cache = contextPart<Cached>('obligations/owedLately/cache');
const deriving = contextPart<Promise<Cached>>('obligations/owedLately/deriving');

/** Up to this many obligations are derived again within a request; more are returned slightly out of date. */
const derivedInQuestion = 20_000;
/** Background derivations pause this many times their duration. */
const restsFor = 10;

const stampNow = (context: Context): string =>
  [
    obligationsStamp(context),
    ...[context.list(People), context.list(Centres), context.list(RoleAssignments)].map(({ version }) => version),
  ].join(' ');

/**
 * All obligations, for counts: current, or for large amounts those of a moment ago (`asOf`), with a new derivation in
 * the background. Never of another day. In slices.
 */
export async function owedLately(context: Context, mostDerived = derivedInQuestion): Promise<OwedLately> {
  const known = cache.get(context);
  const stamp = stampNow(context);
  if (known?.day !== todayOf(context.clock)) return (await deriveAnew(context)).owed;
  if (known.stamp === stamp) return known.owed;
  if (known.owed.all.length <= mostDerived) return (await deriveAnew(context)).owed;
  if (isRested(known)) void warmOwed(context);
  return { ...known.owed, asOf: known.asOf };
}

/** Derives them in the background after a change and a pause; on failure the next request derives. */
export async function warmOwed(context: Context): Promise<void> {
  try {
    const known = cache.get(context);
    const isOfToday = known?.day === todayOf(context.clock);
    if (known && isOfToday && (known.stamp === stampNow(context) || !isRested(known))) return;
    await deriveAnew(context);
  } catch (failure) {
    context.log.warn({ code: asAppError(failure).code }, 'what everybody owes not derived');
  }
}

const isRested = ({ at, took }: Cached): boolean => performance.now() - at >= took * restsFor;

function deriveAnew(context: Context): Promise<Cached> {
  const running = deriving.get(context) ?? derive(context).finally(() => deriving.delete(context));
  deriving.set(context, running);
  return running;
}

async function derive(context: Context): Promise<Cached> {
  const [stamp, day, asOf, began] = [
    stampNow(context),
    todayOf(context.clock),
    nowOf(context.clock),
    performance.now(),
  ];
  const owed = await obligationsInTurn(context, day);
  const at = performance.now();
  const made: Cached = { stamp, day, owed, at, took: at - began, asOf };
  cache.set(context, made);
  return made;
}
