import type { AssignableRole, HeldRole } from '../kernel/index.ts';

/** A seat by virtue of an office. */
export interface ExOfficio {
  role: AssignableRole;
  office: 'ciso' | 'headOfTeam';
}

interface Given {
  role: AssignableRole;
  chair?: boolean | undefined;
}

/**
 * Seats by rule: the CISO and the head of the security team in the committee (R11). Applies from the first composition
 * that Direktionen decided: an earlier committee and its quorum are as listed.
 */
const rules: readonly (ExOfficio & { holds(given: Given): boolean })[] = [
  { role: 'securityCommittee', office: 'ciso', holds: ({ role }) => role === 'ciso' },
  {
    role: 'securityCommittee',
    office: 'headOfTeam',
    holds: ({ role, chair }) => role === 'securityTeam' && chair === true,
  },
];

/** The seats that follow from the given roles, each once, in bodies composed by a decision. */
export const exOfficioOf = (given: readonly Given[], composed: ReadonlySet<AssignableRole>): ExOfficio[] =>
  rules
    .filter(({ role }) => composed.has(role))
    .filter(({ holds }) => given.some((one) => holds(one)))
    .filter(({ role }, place, all) => all.findIndex((one) => one.role === role) === place)
    .map(({ role, office }) => ({ role, office }));

/** A person with a role, from any source. */
interface Holder {
  person: { key: string };
  held: HeldRole;
  assignment?: { chair: boolean };
}

/** Who has a seat by office only. */
export function officeHolders<Given extends Holder>(
  given: readonly Given[],
  composed: ReadonlySet<AssignableRole>,
): { person: Given['person']; held: HeldRole; office: ExOfficio['office'] }[] {
  const found: ReturnType<typeof officeHolders<Given>> = [];
  for (const { person, held, assignment } of given)
    for (const { role, office } of exOfficioOf([{ role: held.role, chair: assignment?.chair }], composed)) {
      const isThere = [...given, ...found].some((one) => one.person.key === person.key && one.held.role === role);
      if (!isThere) found.push({ person, held: { role }, office });
    }
  return found;
}

/** Who of these has a seat in a body by office once Direktionen has composed it (R11), also if appointed too. */
export function byOffice<Given extends Holder>(
  holders: readonly Given[],
  role: AssignableRole,
): { person: Given['person']; office: ExOfficio['office'] }[] {
  const found = new Map<string, { person: Given['person']; office: ExOfficio['office'] }>();
  for (const { person, held, assignment } of holders)
    for (const { office } of exOfficioOf([{ role: held.role, chair: assignment?.chair }], new Set([role])))
      if (!found.has(person.key)) found.set(person.key, { person, office });
  return [...found.values()];
}
