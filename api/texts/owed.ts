import type { Translate } from './catalogue.ts';
import type { FormatLanguage } from './format.ts';
import { shippedIn } from './shipped-words.ts';
import { textIfThere } from './translate.ts';

interface Owed {
  kind: string;
  subject: { title: string };
}
interface Reader {
  t: Translate;
  language: FormatLanguage;
}

/**
 * What somebody owes: `Læs og bekræft Informationssikkerhedspolitik 4.0`, said to them or (`theirs`) to somebody else.
 * A kind without words of its own is its title. Not escaped.
 */
export function oweWords({ kind, subject }: Owed, { t, language }: Reader, whose: 'owe' | 'theirs' = 'owe'): string {
  const title = shippedIn(subject.title, language);
  const words = (key: string) => textIfThere(t, `kinds.${kind}.${key}`, { title });
  return words(whose) ?? words('owe') ?? title;
}

/** What a kind of work is called. */
export const kindName = (t: Translate, kind: string): string => textIfThere(t, `kinds.${kind}.name`) ?? kind;
