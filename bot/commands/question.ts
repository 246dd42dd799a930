import { fold } from '../../api/organisation/index.ts';
import type { Language } from '../../api/kernel/index.ts';
import { accidentIn, saysDown } from './accidents.ts';
import { distance, forgiven } from './distance.ts';

/** A question about the texts in force. */
export interface Question {
  about: string;
  /** The texts named: policy before procedures, or the reverse. */
  of: 'policy' | 'procedures' | 'any';
  language: Language;
}

const listed = (words: string): readonly string[] => fold(words).split(' ');
const policies = listed(`politik politikken informationssikkerhedspolitik informationssikkerhedspolitikken
  sikkerhedspolitikken policy`);
const procedures = listed(`procedure proceduren procedurer procedurerne retningslinje retningslinjen retningslinjer
  retningslinjerne guideline guidelines procedures`);
const rules = listed('regler reglerne reglen rules rule');
const says = { da: listed('siger står skriver mener'), en: listed('say says') };
const asks = { da: listed('hvad'), en: listed('what') };
/** The subject follows one of these. */
const abouts = listed('om for ved til omkring vedrørende about on regarding for');
const finds: ReadonlyMap<string, Language> = new Map([
  ['find', 'da'],
  ['soeg', 'da'],
  ['search', 'en'],
  ['lookup', 'en'],
]);
const fillers = listed('efter om for noget mig me something about i på in the');

const isOne = (list: readonly string[], word: string): boolean =>
  list.some((known) => known === word || distance(word, known, forgiven(known)) <= forgiven(known));
const hasOne = (list: readonly string[], words: readonly string[]): boolean => words.some((word) => isOne(list, word));

/**
 * The question in a message: `hvad siger politikken om …`, `hvad er reglerne for …`, `find …`, and the same in English,
 * with typing errors. Undefined without one.
 */
export function questionIn(text: string): Question | undefined {
  const written = text
    .slice(0, longest)
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const words = written.map((word) => fold(word));
  return (
    aboutTexts(words, written) ??
    (accidentIn(text) === undefined && !saysDown(text) ? searched(words, written) : undefined)
  );
}
const longest = 300;

function aboutTexts(words: readonly string[], written: readonly string[]): Question | undefined {
  const at = words.findIndex((word, place) => place >= 2 && abouts.includes(word));
  if (at < 0) return undefined;
  const head = words.slice(0, at);
  const about = written.slice(at + 1).join(' ');
  if (about === '') return undefined;
  const isEnglish = asks.en.some((word) => head.includes(word));
  const language: Language = isEnglish ? 'en' : 'da';
  if (!hasOne(asks[language], head)) return undefined;
  if (hasOne(rules, head)) return { about, of: 'any', language };
  if (!hasOne(says[language], head)) return undefined;
  if (hasOne(policies, head)) return { about, of: 'policy', language };
  if (hasOne(procedures, head)) return { about, of: 'procedures', language };
  // "Hvad står der om orlov": names no text.
  return head.length <= 3 ? { about, of: 'any', language } : undefined;
}

function searched(words: readonly string[], written: readonly string[]): Question | undefined {
  const language = finds.get(words[0] ?? '');
  const begin = words.findIndex((word, place) => place > 0 && !fillers.includes(word));
  if (language === undefined || begin < 0) return undefined;
  return { about: written.slice(begin).join(' '), of: 'any', language };
}
