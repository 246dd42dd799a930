import type { Language } from '../../api/kernel/index.ts';
import { fold } from '../../api/organisation/index.ts';
import { accidentIn, accidentLanguageOf, saysDown, type Accident } from './accidents.ts';
import type { TaskFilter } from '../reminders/index.ts';
import type { CommandName } from './command.ts';
import { distance, forgiven } from './distance.ts';
import { filterWords, keywords, languageWords, phrases, type Phrase } from './words.ts';

export interface Understood {
  command: CommandName;
  /** Absent for words of both languages. */
  language?: Language;
  /** Filter of tasks; absent: all. */
  only?: TaskFilter;
  /** Kind of `accident`. */
  accident?: Accident;
}

/** Longer texts are no commands: their first words decide. */
const longest = 300;

const ready = (list: readonly Phrase[]) =>
  list.map((phrase) => ({ ...phrase, folded: phrase.text === '?' ? '?' : fold(phrase.text) }));
const sentences = ready(phrases);
const words = ready(keywords);
const filters = filterWords.map((filter) => ({ ...filter, folded: fold(filter.text) }));

const ownCentre = /\b(mit|mine|vores|my|our) (center|centre|centret|centeret|centers)\b/;

/** The intent of a message in plain Danish or English with typing errors; undefined when unclear. */
export function understand(text: string): Understood | undefined {
  const typed = text.trim().slice(0, longest);
  const folded = /^\?+$/.test(typed) ? '?' : fold(typed);
  if (folded === '') return undefined;
  const exact = sentences.find((phrase) => phrase.folded === folded);
  if (!exact) {
    // An accident precedes everything else in the sentence, even "hjælp".
    const happened = happenedIn(typed, folded);
    if (happened) return happened;
  }
  const found = exact ?? nearest(folded, sentences) ?? firstKeyword(folded.split(' '));
  if (!found) return undefined;
  const language = found.language ?? languageIn(folded);
  const only = found.command === 'tasks' ? filterIn(folded) : undefined;
  // The status of one's own centre is more than acknowledgements.
  const command = found.command === 'status' && !exact && ownCentre.test(folded) ? 'centre' : found.command;
  return { command, ...(language ? { language } : {}), ...(only ? { only } : {}) };
}

function happenedIn(typed: string, folded: string): Understood | undefined {
  const accident = accidentIn(typed);
  if (accident === undefined && !saysDown(typed)) return undefined;
  const language = languageIn(folded) ?? accidentLanguageOf(typed);
  const said = language ? { language } : {};
  return accident === undefined ? { command: 'emergency', ...said } : { command: 'accident', ...said, accident };
}

function filterIn(folded: string): TaskFilter | undefined {
  const padded = ` ${folded} `;
  return filters.find(({ folded: word }) => padded.includes(` ${word} `))?.only;
}

function nearest(typed: string, list: typeof sentences): (typeof sentences)[number] | undefined {
  const [best] = list
    .map((phrase) => ({ phrase, away: distance(typed, phrase.folded, forgiven(phrase.folded)) }))
    .filter(({ phrase, away }) => away <= forgiven(phrase.folded))
    .sort((one, other) => one.away - other.away);
  return best?.phrase;
}

function firstKeyword(typed: readonly string[]): (typeof words)[number] | undefined {
  const exact = words.find(({ folded }) => typed.includes(folded));
  if (exact) return exact;
  for (const word of typed) {
    const found = nearest(word, words);
    if (found) return found;
  }
  return undefined;
}

/** The language of most common words in a text; undefined without any, or in a tie. */
export function languageIn(text: string): Language | undefined {
  const typed = fold(text).split(' ');
  const count = (language: Language) => languageWords[language].filter((word) => typed.includes(fold(word))).length;
  const [danish, english] = [count('da'), count('en')];
  if (danish === english) return undefined;
  return danish > english ? 'da' : 'en';
}

/** A message without Teams' mentions of the bot, and without HTML. */
export function withoutMentions(text: string, mentions: readonly (string | undefined)[] = []): string {
  const stripped = mentions.reduce<string>((left, mention) => (mention ? left.replaceAll(mention, ' ') : left), text);
  return stripped
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
