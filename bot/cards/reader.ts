import type { Context, Translate } from '../../api/context.ts';
import { languageOf, type Language, type PersonId } from '../../api/kernel/index.ts';
import { findPerson, personRef } from '../../api/organisation/index.ts';
import { shorten } from './markdown.ts';

/** Reader and language of a card. */
export interface Reader {
  personId: PersonId;
  language: Language;
  t: Translate;
}

export function readerOf(context: Context, personId: PersonId): Reader {
  const language = findPerson(context, personId)?.language ?? languageOf(undefined);
  return { personId, language, t: context.texts(language) };
}

/** Not escaped. */
export const nameOf = (context: Context, personId: PersonId): string => shorten(personRef(context, personId).name, 80);
