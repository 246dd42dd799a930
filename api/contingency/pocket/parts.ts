import { receiptOf, type Acknowledgement } from '../../acknowledgements/index.ts';
import { contentHashOf, isInForce } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { addDays, todayOf, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { readySince, type Person } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { partsOf, type Part } from '../plans/plan-people.ts';
import { allPlans, findPlanVersion, plans } from '../plans/plans.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';

/** Days that the people named in a plan have to confirm that they know their part. */
export const confirmWithinDays = 14;

/** A person's part in a version that is in force. */
export interface NamedPart {
  now: PlanNow;
  version: PlanVersionNow;
  part: Part;
  validFrom: LocalDate;
}

/** Every part of the plans in force, plan by plan. From memory. */
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

/** The parts that a person has in plans in force. */
export const partsOfPerson = (context: Context, personId: PersonId): readonly NamedPart[] =>
  partsByPerson(context).get(personId) ?? [];

/** A person's part in a version; undefined when it is not in force, or does not name the person. */
export function partIn(context: Context, versionKey: string, personId: PersonId): NamedPart | undefined {
  const found = findPlanVersion(context, versionKey);
  if (!found || !isInForce(found.version.state)) return undefined;
  return partsOfPerson(context, personId).find(({ version }) => version.version.key === versionKey);
}

/** What a person confirms, word for word: the same part has the same hash in every version. */
export const partHash = ({ roles, steps }: Pick<Part, 'roles' | 'steps'>): string =>
  contentHashOf({ title: '', text: JSON.stringify([roles, steps]) });

/** When a person confirmed the part in a version, if ever; of an earlier version after `openReceipts`. */
export const partReceipt: (
  context: Context,
  versionKey: string,
  personId: PersonId,
) => Stored<Acknowledgement> | undefined = receiptOf;

/**
 * A person's last day: so many days after the version came into force, after being hired, or after coming back from
 * leave, whichever is last.
 */
export const confirmBy = (
  validFrom: LocalDate,
  person: Pick<Person, 'hiredOn' | 'absentFrom' | 'absentTo'>,
  today: LocalDate,
): LocalDate => addDays(readySince(person, validFrom, today), confirmWithinDays);
