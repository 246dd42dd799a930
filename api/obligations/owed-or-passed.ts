import type { Context } from '../context.ts';
import type { LocalDate, Obligation, PersonId } from '../kernel/index.ts';
import { obligationsOf } from './obligations.ts';
import { sharedOn } from './shared-obligations.ts';

/** By key: what somebody owes, and what others do in that person's stead. */
export function owedOrPassed(context: Context, personId: PersonId, today: LocalDate): Map<string, Obligation> {
  const passedOn = sharedOn(context, today).obligations.filter(
    ({ passed }) => passed?.from === personId && passed.reason !== 'handedOver',
  );
  return new Map([...obligationsOf(context, personId, today), ...passedOn].map((one) => [one.key, one]));
}
