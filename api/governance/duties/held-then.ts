import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { todayOf, within, type CentreId, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { People, RoleAssignments, roleHolders } from '../../organisation/index.ts';

type CentreRole = 'centreManager' | 'coordinator';
interface Term {
  role: CentreRole;
  centreId: CentreId;
  from?: LocalDate;
  to?: LocalDate | undefined;
}
const isCentreRole = (role: string): role is CentreRole => role === 'centreManager' || role === 'coordinator';

/** Who has had which centre role, by person. Group roles have no first day. */
const terms = derivation(
  [RoleAssignments, People],
  (context) => {
    const found = new Map<PersonId, Term[]>();
    const add = (person: PersonId, term: Term) => {
      const known = found.get(person);
      if (known) known.push(term);
      else found.set(person, [term]);
    };
    for (const { personId, role, centreId, startsOn, endsOn } of context.list(RoleAssignments).all())
      if (isCentreRole(role) && centreId !== undefined) add(personId, { role, centreId, from: startsOn, to: endsOn });
    for (const { person, held, assignment } of roleHolders(context))
      if (!assignment && isCentreRole(held.role) && held.centreId !== undefined)
        add(person.key as PersonId, { role: held.role, centreId: held.centreId });
    return found;
  },
  (context) => todayOf(context.clock),
);

/** The centres where a person had a role on a day. From memory. */
export const centresHeld = (context: Context, role: CentreRole, personId: PersonId, on: LocalDate): CentreId[] =>
  (terms(context).get(personId) ?? []).flatMap((term) =>
    term.role === role && within(on, term.from, term.to) ? [term.centreId] : [],
  );
