import type { Context, Translate } from '../../api/context.ts';
import type { Language } from '../../api/kernel/index.ts';
import { coordinatorsOf, findPerson, type Person } from '../../api/organisation/index.ts';
import { aside, type TextBlock } from './elements.ts';
import { plain, shorten } from './markdown.ts';

/** `Anne` for `Anne Kirstine Holm`: cards use first names. Not escaped. */
export const firstName = (name: string): string => shorten(name.trim().split(/\s+/)[0] ?? '', 40);

/** `A`, `A og B`, `A, B og C`, at most three names. Not escaped. */
export function namesOf(people: readonly Pick<Person, 'title'>[], t: Translate): string {
  const names = people.slice(0, 3).map(({ title }) => shorten(title, 80));
  const [last] = names.slice(-1);
  if (last === undefined || names.length === 1) return last ?? '';
  return t('cards.and', { first: names.slice(0, -1).join(', '), last });
}

/** Whom to ask: the person's ISK, or the team without one (R16). */
export function coordinatorLine(context: Context, personId: string, language: Language): TextBlock {
  const t = context.texts(language);
  const people = coordinatorsOf(context, findPerson(context, personId)?.centreId);
  // The ISK asks the team.
  if (people.length === 0 || people.some(({ key }) => key === personId)) return aside(t('cards.coordinatorLineNone'));
  return aside(t('cards.coordinatorLine', { count: people.length, names: plain(namesOf(people, t)) }));
}
