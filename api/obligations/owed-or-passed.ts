import type { Context } from '../context.ts';
import type { LocalDate, Obligation, PersonId } from '../kernel/index.ts';
import { obligationsOf } from './obligations.ts';
import { sharedOn } from './shared-obligations.ts';

/** By key: a person's obligations, and those others do in their place. */
export function owedOrPassed(context: Context, personId: PersonId, today: LocalDate): Map<string, Obligation> {
  const passedOn = sharedOn(context, today).obligations.filter(
    ({ passed }) => passed?.from === personId && passed.reason !== 'handedOver',
  );
  return new Map([...obligationsOf(context, personId, today), ...passedOn].map((one) => [one.key, one]));
}
