import { Acknowledgements } from '../../acknowledgements/index.ts';
import type { Context } from '../../context.ts';
import { receiptDebt } from '../../documents/index.ts';
import { addDays, type LocalDate, type Obligation, type PersonId } from '../../kernel/index.ts';
import type { PersonalSource } from '../../obligations/index.ts';
import { findPerson, isEmployed, People } from '../../organisation/index.ts';
import { plans } from '../plans/plans.ts';
import { confirmBy, confirmWithinDays, partReceipt, partsInForce, partsOfPerson, type NamedPart } from './parts.ts';

/** Page where a person reads a plan and confirms their part. */
export const ownPlanPath = (planKey: string): string => `/contingency/mine/${encodeURIComponent(planKey)}`;

function debtsFor(context: Context, named: readonly NamedPart[], today: LocalDate): Obligation[] {
  return named.flatMap(({ now, version: { version }, part: { personId }, validFrom }) => {
    const person = findPerson(context, personId);
    if (!person || !isEmployed(person, today)) return [];
    const due = confirmBy(validFrom, person, today);
    return receiptDebt(person, {
      kind: 'confirmPart',
      subject: { key: version.key, title: version.title },
      due,
      since: addDays(due, -confirmWithinDays),
      path: ownPlanPath(now.plan.key),
      done: partReceipt(context, version.key, personId) !== undefined,
      today,
    });
  });
}

/** Those named in a plan in force confirm their part; deferred during leave (R5). */
export const confirmPartSource: PersonalSource = {
  kinds: ['confirmPart'],
  lists: [...plans.lists, People, Acknowledgements],
  all: (context, today) => debtsFor(context, partsInForce(context), today),
  of: (context: Context, personId: PersonId, today: LocalDate) =>
    debtsFor(context, partsOfPerson(context, personId), today),
};
