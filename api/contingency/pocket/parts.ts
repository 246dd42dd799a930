import { receiptOf, type Acknowledgement } from '../../acknowledgements/index.ts';
import { contentHashOf, isInForce } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { addDays, todayOf, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { readySince, type Leaves, type Person } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { partsOf, type Part } from '../plans/plan-people.ts';
import { allPlans, findPlanVersion, plans } from '../plans/plans.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';

/** Days for people named in a plan to confirm their part. */
export const confirmWithinDays = 14;

/** A person's part in a version that is in force. */
export interface NamedPart {
  now: PlanNow;
  version: PlanVersionNow;
  part: Part;
  validFrom: LocalDate;
}

/** Every part of the plans in force, by plan. From memory. */
export const partsInForce = derivation(
  plans.lists,
  (context): readonly NamedPart[] =>
    [...allPlans(context).values()].flatMap((now) => {
      const { current } = now;
      if (!current) return [];
      const validFrom = current.validFrom ?? todayOf(context.clock);
      return partsOf(current.version.content).map((part) => ({ now, version: current, part, validFrom }));
    }),
  (context) => todayOf(context.clock),
);

const partsByPerson = derivation(
  plans.lists,
  (context): ReadonlyMap<PersonId, readonly NamedPart[]> => {
    const found = new Map<PersonId, NamedPart[]>();
    for (const named of partsInForce(context)) {
      const known = found.get(named.part.personId);
      if (known) known.push(named);
      else found.set(named.part.personId, [named]);
    }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** A person's parts in plans in force. */
export const partsOfPerson = (context: Context, personId: PersonId): readonly NamedPart[] =>
  partsByPerson(context).get(personId) ?? [];

/** A person's part in a version; undefined when not in force, or without the person. */
export function partIn(context: Context, versionKey: string, personId: PersonId): NamedPart | undefined {
  const found = findPlanVersion(context, versionKey);
  if (!found || !isInForce(found.version.state)) return undefined;
  return partsOfPerson(context, personId).find(({ version }) => version.version.key === versionKey);
}

/** Content hash of a part: equal parts have equal hashes in all versions. */
export const partHash = ({ roles, steps }: Pick<Part, 'roles' | 'steps'>): string =>
  contentHashOf({ title: '', text: JSON.stringify([roles, steps]) });

/** When a person confirmed the part in a version, if at all; of earlier ones after `openReceipts`. */
export const partReceipt: (
  context: Context,
  versionKey: string,
  personId: PersonId,
) => Stored<Acknowledgement> | undefined = receiptOf;

/**
 * A person's deadline: days after the version's effective date, the hire date, or the return from leave, whichever is
 * last.
 */
export const confirmBy = (
  validFrom: LocalDate,
  person: Pick<Person, 'hiredOn' | keyof Leaves>,
  today: LocalDate,
): LocalDate => addDays(readySince(person, validFrom, today), confirmWithinDays);
