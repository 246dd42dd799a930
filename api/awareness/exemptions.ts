import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { PersonId } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Exemptions, type Exemption } from './exemption-list.ts';

type ByPerson = ReadonlyMap<PersonId, readonly Stored<Exemption>[]>;
const nobody: ByPerson = new Map();

const byCourse: (context: Context) => ReadonlyMap<string, ByPerson> = derivation([Exemptions], (context) => {
  const found = new Map<string, Map<PersonId, Stored<Exemption>[]>>();
  for (const exemption of context.list(Exemptions).all()) {
    const course = found.get(exemption.courseKey) ?? new Map<PersonId, Stored<Exemption>[]>();
    found.set(exemption.courseKey, course);
    course.set(exemption.personId, [...(course.get(exemption.personId) ?? []), exemption]);
  }
  return found;
});

/** Exemptions from a course by person, also ended ones. */
export const exemptionsFrom = (context: Context, courseKey: string): ByPerson =>
  byCourse(context).get(courseKey) ?? nobody;
