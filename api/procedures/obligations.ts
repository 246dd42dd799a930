import { Acknowledgements, receiptOf, receiptsOf } from '../acknowledgements/index.ts';
import type { Context } from '../context.ts';
import { contextOn } from '../context-on.ts';
import { contextPart } from '../context-part.ts';
import { derivation } from '../derivation.ts';
import { documentReviews, receiptDebt } from '../documents/index.ts';
import { addDays, stableKey, todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import type { PersonalSource } from '../obligations/index.ts';
import { findPerson, isEmployed, People, readySince, type Leaves, type Person } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { audienceOf, isFor } from './audience.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import { allProcedures, procedurePath, procedures } from './procedures.ts';

/** Days to acknowledge. */
export const acknowledgeWithinDays = 14;

/** A version in force that requires receipts. */
interface Asked {
  procedure: Procedure;
  version: ProcedureVersion;
  validFrom: LocalDate;
}

const latest = contextPart<readonly Asked[]>('procedures/obligations');

/** The versions that require receipts: the same array until that changes, regardless of votes. */
export const askedVersions = derivation(
  procedures.lists,
  (context): readonly Asked[] => {
    const found: Asked[] = [];
    for (const { procedure, current } of allProcedures(context).values())
      if (current?.version.mustAcknowledge && current.validFrom !== undefined)
        found.push({ procedure, version: current.version, validFrom: current.validFrom });
    const known = latest.get(context);
    if (known?.length === found.length && known.every((one, place) => isSame(one, found[place]))) return known;
    latest.set(context, found);
    return found;
  },
  (context) => todayOf(context.clock),
);
const isSame = (one: Asked, other: Asked | undefined): boolean =>
  one.procedure === other?.procedure && one.version === other.version && one.validFrom === other.validFrom;

/**
 * A person's deadline for a version: days after it came into force, after being hired or moving into the centre, or
 * after returning from leave, whichever is last.
 */
export function acknowledgeBy(
  procedure: Pick<Procedure, 'kind'>,
  validFrom: LocalDate,
  person: Pick<Person, 'hiredOn' | 'movedOn' | keyof Leaves>,
  today: LocalDate,
): LocalDate {
  const { movedOn } = person;
  const came = procedure.kind === 'procedure' && movedOn !== undefined && movedOn <= today ? movedOn : validFrom;
  const asked = came > validFrom ? came : validFrom;
  return addDays(readySince(person, asked, today), acknowledgeWithinDays);
}

function debtOf(
  { procedure, version, validFrom }: Asked,
  person: Stored<Person>,
  done: boolean,
  today: LocalDate,
): Obligation {
  const due = acknowledgeBy(procedure, validFrom, person, today);
  return receiptDebt(person, {
    kind: 'acknowledgeProcedure',
    subject: { key: version.key, title: version.title },
    due,
    since: addDays(due, -acknowledgeWithinDays),
    path: procedurePath(procedure.key),
    done,
    today,
  });
}

/** Obligations of one version: cached until its people or receipts change, so that a receipt costs one version's. */
const cache = new WeakMap<ProcedureVersion, { signature: string; debts: readonly Obligation[] }>();

function* debtsFor(context: Context, asked: Asked, today: LocalDate): Generator<Obligation> {
  const { positive } = receiptsOf(context, asked.version.key);
  const signature = `${today} ${context.list(People).version} ${positive.size} ${asked.validFrom}`;
  const known = cache.get(asked.version);
  if (known?.signature === signature) return yield* known.debts;
  const debts: Obligation[] = [];
  for (const person of audienceOf(contextOn(context, today), asked.procedure, asked.version)) {
    const debt = debtOf(asked, person, positive.has(person.key as PersonId), today);
    debts.push(debt);
    yield debt;
  }
  cache.set(asked.version, { signature, debts });
}

/** Obligations of each audience for required receipts (R16): done, open, or paused while on leave. */
export function* procedureObligations(context: Context, today: LocalDate): Generator<Obligation> {
  for (const asked of askedVersions(context)) yield* debtsFor(context, asked, today);
}

/** The same for one person, whose receipts are found by their keys. */
function procedureObligationsOf(context: Context, personId: PersonId, today: LocalDate): Obligation[] {
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, today)) return [];
  return askedVersions(context)
    .filter(({ procedure, version }) => isFor(procedure, version, person))
    .map((asked) => debtOf(asked, person, receiptOf(context, asked.version.key, personId) !== undefined, today));
}

/** Not transferable, and paused while the person is on leave. */
export const procedureSource: PersonalSource = {
  kinds: ['acknowledgeProcedure'],
  lists: [People, Acknowledgements],
  also: (context) => [askedVersions(context)],
  all: procedureObligations,
  of: procedureObligationsOf,
};

/** A procedure's ISK, and for a guideline the security team, review it (R2, R16). */
export const reviewSource = documentReviews(procedures, {
  kind: 'reviewProcedure',
  key: (versionKey, reviewOn) => stableKey('review', versionKey, reviewOn),
  responsible: (_context, { centreId }) =>
    centreId === undefined ? { role: 'securityTeam' } : { role: 'coordinator', centreId },
});
