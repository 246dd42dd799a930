import type { Context } from '../context.ts';
import type { PersonRef } from '../http/contract.ts';
import { fold, foldedMatch } from '../kernel/index.ts';
import { employeesByName, personRef } from './people.ts';

/** As many as a list under the field can usefully show. */
const atMost = 20;

/** Employees whose name has a word beginning with each word of the search; å/aa tolerant. */
export function findPeople(context: Context, q: string): PersonRef[] {
  const search = fold(q);
  const found: PersonRef[] = [];
  if (search === '') return found;
  for (const { person, folded } of employeesByName(context)) {
    if (foldedMatch(folded, search)) found.push(personRef(context, person.key));
    if (found.length === atMost) break;
  }
  return found;
}
