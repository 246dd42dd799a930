import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { localDate, stableKey, within, type LocalDate } from '../kernel/index.ts';
import { firstFree, type Stored } from '../sharepoint/index.ts';
import { HandOvers, type HandOver } from './hand-over-list.ts';

/** The key of an obligation's nth hand-over, counted from 0: two concurrent hand-overs get the same item. */
const handOverKey = (obligationKey: string, number: number): string =>
  stableKey('handOver', obligationKey, String(number));
const numberOf = ({ key }: HandOver): number => Number(key.slice(key.lastIndexOf('_') + 1));

const none: readonly Stored<HandOver>[] = [];

/** The key of an obligation's next hand-over. */
export function nextHandOverKey(context: Context, obligationKey: string): string {
  const numbers = handOversOf(context, obligationKey).map(numberOf).filter(Number.isSafeInteger);
  const keyOf = (number: number) => handOverKey(obligationKey, number);
  return keyOf(firstFree(context.list(HandOvers), keyOf, Math.max(-1, ...numbers) + 1));
}

/** Until revoked or past its last day. */
export const isInForce = ({ at, until, endedAt }: HandOver, day: LocalDate): boolean =>
  endedAt === undefined && within(day, localDate(at), until);

const byObligation = derivation([HandOvers], (context) => {
  const found = new Map<string, Stored<HandOver>[]>();
  for (const handOver of context.list(HandOvers).all()) {
    const known = found.get(handOver.obligationKey);
    if (known) known.push(handOver);
    else found.set(handOver.obligationKey, [handOver]);
  }
  for (const each of found.values()) each.sort((one, other) => numberOf(other) - numberOf(one));
  return found;
});

/** Hand-overs of an obligation, newest first. */
const handOversOf = (context: Context, obligationKey: string): readonly Stored<HandOver>[] =>
  byObligation(context).get(obligationKey) ?? none;

/** Those in force on a day, newest first. */
export const handOversInForce = (
  context: Context,
  obligationKey: string,
  day: LocalDate,
): readonly Stored<HandOver>[] => handOversOf(context, obligationKey).filter((handOver) => isInForce(handOver, day));
