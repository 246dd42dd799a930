import type { IncidentKind } from '../../api/incidents/index.ts';
import type { Language } from '../../api/kernel/index.ts';
import { fold } from '../../api/organisation/index.ts';
import { notAtAll, rules } from './accident-rules.ts';
import { clausesOf, isAboutTheLast } from './clauses.ts';
import { accidentLanguage, everyday, meanings, type Meaning } from './accident-words.ts';
import { distance, forgiven } from './distance.ts';

/** The reported kind; `menu`: unspecified. */
export type Accident = IncidentKind | 'menu';

interface Pattern {
  text: string;
  way: 'word' | 'words' | 'begins' | 'ends' | 'within';
}

/** How a word of the lists is compared. */
function patternOf(listed: string): Pattern {
  const text = fold(listed);
  const [before, after] = [listed.startsWith('*'), listed.endsWith('*')];
  if (before && after) return { text, way: 'within' };
  if (before) return { text, way: 'ends' };
  if (after) return { text, way: 'begins' };
  return { text, way: text.includes(' ') ? 'words' : 'word' };
}
const patterns = new Map<Meaning, readonly Pattern[]>(
  (Object.keys(meanings) as Meaning[]).map((meaning) => [meaning, meanings[meaning].map(patternOf)]),
);
const never = notAtAll.map(patternOf);
const ready = rules.map((rule) => ({
  ...rule,
  except: (rule.not ?? []).map(patternOf),
  exceptHere: (rule.notHere ?? []).map(patternOf),
}));

/** Typing errors are tolerated in matches, not in exclusions. */
function says(typed: readonly string[], padded: string, { text, way }: Pattern, strictly: boolean): boolean {
  if (way === 'words') return padded.includes(` ${text} `);
  return typed.some((word) => {
    if (isNear(word, text, strictly)) return true;
    if (way !== 'word' && word.length > text.length) {
      if (way === 'within') return word.includes(text) || isNear(word.slice(0, text.length), text, strictly);
      return way === 'begins' ? word.startsWith(text) : word.endsWith(text);
    }
    return word === text;
  });
}

/** Words taken literally. */
const known = new Set([...patterns.values()].flatMap((list) => list.map(({ text }) => text)).concat(everyday));
const isNear = (word: string, text: string, strictly: boolean): boolean =>
  !strictly && word.length >= shortestTyped && !known.has(word) && isOff(one(word), one(text));
/** Whether two words match within the tolerated errors. */
const isOff = (word: string, text: string): boolean => distance(word, text, forgiven(text)) <= forgiven(text);
/** `å` is folded to two letters but counts as one error. */
const one = (text: string): string => text.replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø');
/** In shorter words an error makes another word. */
const shortestTyped = 5;

/** One clause, folded, as it is compared. */
const clauseOf = (text: string) => ({ text, typed: text.split(' '), padded: ` ${text} ` });
type Clause = ReturnType<typeof clauseOf>;
const saysAny = ({ typed, padded }: Clause, list: readonly Pattern[], strictly: boolean) =>
  list.some((pattern) => says(typed, padded, pattern, strictly));

/** What was lost is found: neither a question nor "ikke blevet fundet", and not "fundet ud af". */
const isFound =
  /(?<!\b(?:ikke|ikk|aldrig|endnu|not|never|t|har (?:i|du|nogen|de)|nogen der har|have you|anyone|hvis|if)(?: \w+){0,2} )\b(?:fundet(?! ud )|found(?! out))\b/;
/** A course as time or place ("på kurset i går") says nothing about the accident. */
const atCourse =
  /\b(?:paa|ved|on|at|under|efter|during|after|(?:paa vej|on the way|on my way) (?:hjem |home )?(?:til|fra|to|from)) (?:\w+ )?(?:kursus|kurset|course)\b/g;
/** After "find" it is what is looked for ("find noget på kurset"). */
const findsThere = /^(?:paa|ved|on|at) (?:\w+ )?(?:kursus|kurset|course)$/;
const finds = /\bfind(?:e|er)?\b/;
function withoutCourse(text: string): string {
  const found = text.search(finds);
  return text.replace(atCourse, (said, at: number) => (found >= 0 && found < at && findsThere.test(said) ? said : ''));
}
const isNone = ({ text }: Clause): boolean => saysAny(clauseOf(withoutCourse(text).trim()), never, true);

/** What is left without the clauses that mean something else: neighbours stay together. */
function leftOf(clauses: readonly Clause[], isOut: (clause: Clause, next: Clause | undefined) => boolean): Clause[] {
  const runs: string[][] = [[]];
  clauses.forEach((clause, place) => {
    if (isOut(clause, clauses[place + 1])) runs.push([]);
    else runs.at(-1)?.push(clause.text);
  });
  return runs.filter((run) => run.length > 0).map((run) => clauseOf(run.join(' ')));
}

/**
 * The accident in a message, in plain Danish or English with typing errors; undefined without one. What rules an
 * accident out counts for its own clause: a second wish in the same message hides nothing.
 */
export function accidentIn(text: string): Accident | undefined {
  if (isFound.test(fold(text))) return undefined;
  const clauses = clausesOf(text).map(clauseOf);
  const isMeant = (run: Clause, meaning: Meaning) => saysAny(run, patterns.get(meaning) ?? [], false);
  return ready.find(({ all, except, exceptHere }) => {
    const isOut = (clause: Clause, next?: Clause) =>
      isNone(clause) ||
      saysAny(clause, [...except, ...exceptHere], true) ||
      (next !== undefined && isAboutTheLast(next.text) && saysAny(next, except, true));
    return leftOf(clauses, isOut).some((run) => all.every((any) => any.some((meaning) => isMeant(run, meaning))));
  })?.kind;
}

/** The language of an accident report; undefined if ambiguous. */
export function accidentLanguageOf(text: string): Language | undefined {
  const typed = fold(text).split(' ');
  const count = (language: Language) => accidentLanguage[language].filter((word) => typed.includes(word)).length;
  const [danish, english] = [count('da'), count('en')];
  if (danish === english) return undefined;
  return danish > english ? 'da' : 'en';
}

const downWords = [
  'nede',
  'down',
  'doed',
  'gaaet ned',
  'gik ned',
  'gaar ned',
  'brudt ned',
  'crashet',
  'crashed',
  'sort skaerm',
].map(patternOf);
const notWorking = [
  'virker ikke',
  'virke ikke',
  'virker ikk',
  'virker det ikke',
  'virker ingenting',
  'duer ikke',
  'fungerer ikke',
  'kan ikke logge',
  'kan ikke komme ind',
  'kommer ikke ind',
  'kan ikke komme paa',
  'not working',
  'does not work',
  'doesn t work',
  'dont work',
  'don t work',
  'stopped working',
  'can t log',
  'cannot log',
  'cant log',
].map(patternOf);
/** "Mette er nede i kælderen", "jeg er nede med influenza", "sit down": a person, not a system. */
const somebodyDown =
  /\bnede (i|paa|ved|hos|med|fra|under|ad|for|og)\b|\b(sit|calm|write|note|slow|count) down\b|\bdown (to|the|there|here)\b|\bi ?am down\b|\bjeg er nede\b/;
/** A personal device, or a part of this program: not a system with a plan. */
const ownThing = [
  'knappen',
  'kortet',
  'linket',
  'link',
  '*telefon*',
  'mobil*',
  'tlf',
  'computer*',
  'pc',
  'ipad*',
  'musen',
  'mus',
  'tastatur*',
  'skaermen',
  'printer*',
  'oplader*',
  'phone',
  'laptop*',
  'button',
  'mouse',
  'keyboard',
  'kode',
  'koden',
  'adgangskode*',
  'password',
  'kursus',
  'kurset',
  'quiz',
  'lampen',
].map(patternOf);

/** Whether a system is reported down. A broken personal phone is no downtime. */
export function saysDown(text: string): boolean {
  const folded = fold(text);
  const typed = folded.split(' ');
  const padded = ` ${folded} `;
  const has = (list: readonly Pattern[]) => list.some((pattern) => says(typed, padded, pattern, true));
  if (has(downWords)) return !somebodyDown.test(folded);
  return has(notWorking) && !has(ownThing);
}
