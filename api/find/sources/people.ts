import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { languages, todayOf, type Language, type PersonId } from '../../kernel/index.ts';
import { groupStamp } from '../../obligations/index.ts';
import {
  centreRef,
  Centres,
  employees,
  findPerson,
  hasLeft,
  mayName,
  People,
  RoleAssignments,
  roleHolders,
  type RoleHolder,
} from '../../organisation/index.ts';
import { cachedIndex, placeOf } from '../../search/index.ts';
import { source } from '../source.ts';

type PersonField = 'name' | 'role' | 'jobTitle';

const also = (context: Context) => `${todayOf(context.clock)} ${groupStamp(context)}`;
const heldBy = derivation(
  [RoleAssignments, People, Centres],
  (context): ReadonlyMap<PersonId | string, readonly RoleHolder[]> =>
    Map.groupBy(roleHolders(context), ({ person }) => person.key),
  also,
);
const none: readonly RoleHolder[] = [];

/** `ISK i Center for Børn og Unge`. */
const roleInWords = (context: Context, { held: { role, centreId } }: RoleHolder, language: Language): string => {
  const t = context.texts(language);
  const centre = centreRef(context, centreId)?.title;
  const name = t(`roles.${role}`);
  return centre === undefined ? name : t('find.about.roleIn', { role: name, centre });
};

/** Employees by name, job and roles, in both languages. */
const peopleIndex = cachedIndex<PersonField>({
  weights: { name: 8, role: 4, jobTitle: 1 },
  lists: [People, RoleAssignments, Centres],
  also,
  *all(context) {
    const held = heldBy(context);
    for (const person of employees(context)) {
      const roles = held.get(person.key) ?? none;
      const role = roles.flatMap((one) => languages.map((language) => roleInWords(context, one, language))).join(' ');
      const { key, title: name, jobTitle = '' } = person;
      yield { key, madeOf: [name, jobTitle, role], texts: () => ({ name, role, jobTitle }) };
    }
  },
});

/** Role holders, and employees visible by name; with their centre (R7, R16). */
export const peopleFound = source({
  kind: 'person',
  lists: [People, RoleAssignments, Centres],
  index: peopleIndex,
  reader: (context, actor) => {
    const held = heldBy(context);
    return (found) => {
      const person = findPerson(context, found.key);
      const place = placeOf(found, ['name']);
      if (!person || !place || hasLeft(context, person.key) || !mayName(context, actor, person.key)) return [];
      const roles = held.get(person.key) ?? none;
      const words = roles.map((one) => roleInWords(context, one, actor.language));
      const centre = centreRef(context, person.centreId);
      const about = words.length > 0 ? words : [person.jobTitle, centre?.title];
      const at = roles.find(({ held: { centreId } }) => centreId !== undefined)?.held.centreId;
      const own = roles.length === 0 ? centre?.id : undefined;
      const centreId = at ?? own;
      return [
        {
          key: person.key,
          title: person.title,
          about: about.filter(Boolean).join(' · '),
          field: place.field,
          path: centreId === undefined ? '/organisation' : `/organisation/centres/${encodeURIComponent(centreId)}`,
        },
      ];
    };
  },
});
