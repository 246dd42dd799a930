import SearchableMap from 'minisearch/SearchableMap';

/** A candidate word, and its probability, up to 1. */
export interface Meant {
  word: string;
  weight: number;
}

export interface Vocabulary {
  /** Adds a text's distinct words. */
  add(words: Iterable<string>): void;
  take(words: Iterable<string>): void;
  /** The interned copy of a word. */
  kept(word: string): string;
  /**
   * Words equal to the typed one or an inflection of it, beginning with it or, from four letters on, containing it.
   * Likeliest first.
   */
  meant(typed: string): readonly Meant[];
  /** Words within a typing error or two, or whose end is. */
  near(typed: string): readonly Meant[];
  /** How many texts have a word. */
  textsWith(word: string): number;
  /** Whether a word begins so. */
  begins(typed: string): boolean;
}

/** Danish compounds: from this length also matches inside a word (`journal` in `patientjournal`). */
const insideFrom = 4;
/** Longer ones are addresses and the like, never searched by their end. */
const longestCompound = 40;
/** Most candidates of a typed word: each costs a lookup of its texts. */
const mostMeant = 24;
/** Most corrections tried. */
const mostCorrected = 4;
/** Words examined for them. */
const mostLooked = 400;

const weights = { same: 1, inflected: 0.85, begins: 0.75, ends: 0.6, inside: 0.4, near: 0.3 } as const;

/** Errors tolerated: none in short words, where another word is one letter away. */
const forgiven = (typed: string): number => {
  if (typed.length < 5) return 0;
  return typed.length < 8 ? 1 : 2;
};

/**
 * The words of many texts, searchable by beginning, by part of a compound and with typing errors. Words are folded
 * (`fold`).
 */
export function vocabulary(): Vocabulary {
  const texts = new Map<string, number>();
  const whole = new SearchableMap<string>();
  /** Suffixes of longer words, with their words. */
  const ends = new SearchableMap<Set<string>>();
  /** Words by stem. */
  const stems = new Map<string, Set<string>>();

  function begin(word: string): void {
    whole.set(word, word);
    const stem = stemOf(word);
    const alike = stems.get(stem);
    if (alike) alike.add(word);
    else stems.set(stem, new Set([word]));
    for (const end of endsOf(word)) ends.update(end, (words) => (words ?? new Set()).add(word));
  }
  function forget(word: string): void {
    texts.delete(word);
    whole.delete(word);
    const stem = stemOf(word);
    const alike = stems.get(stem);
    alike?.delete(word);
    if (alike?.size === 0) stems.delete(stem);
    for (const end of endsOf(word)) {
      const words = ends.get(end);
      words?.delete(word);
      if (words?.size === 0) ends.delete(end);
    }
  }

  function* beginning(typed: string): Iterable<Meant> {
    for (const word of whole.atPrefix(typed).keys())
      yield word === typed
        ? { word, weight: weights.same }
        : { word, weight: weights.begins * shareOf(typed.length, word.length) };
  }
  function* inflected(stem: string): Iterable<Meant> {
    for (const word of stems.get(stem) ?? []) yield { word, weight: weights.inflected };
  }
  function* inside(typed: string): Iterable<Meant> {
    if (typed.length < insideFrom) return;
    for (const [end, words] of ends.atPrefix(typed).entries())
      for (const word of words)
        yield end === typed
          ? { word, weight: weights.ends }
          : { word, weight: weights.inside * shareOf(typed.length, end.length) };
  }
  function* almost(typed: string): Iterable<Meant> {
    const errors = forgiven(typed);
    if (errors === 0) return;
    for (const [word, [, away]] of whole.fuzzyGet(typed, errors)) yield { word, weight: weights.near / away };
    for (const [, [words, away]] of ends.fuzzyGet(typed, errors))
      for (const word of words) yield { word, weight: weights.near / (away + 1) };
  }
  /** Likeliest corrections, with words beginning with or containing them. */
  function* corrected(typed: string): Iterable<Meant> {
    for (const { word, weight } of likeliest(limited(almost(typed))).slice(0, mostCorrected)) {
      yield { word, weight };
      for (const more of meant(word)) yield { word: more.word, weight: more.weight * weight };
    }
  }
  const meant = (typed: string) => {
    const stem = stemOf(typed);
    const more = stem === typed ? [] : limited(inside(stem));
    return likeliest(limited(beginning(typed)), inflected(stem), limited(inside(typed)), more);
  };

  return {
    add: (words) => {
      for (const word of words) {
        const known = texts.get(word) ?? 0;
        if (known === 0) begin(word);
        texts.set(word, known + 1);
      }
    },
    take: (words) => {
      for (const word of words) {
        const left = (texts.get(word) ?? 0) - 1;
        if (left > 0) texts.set(word, left);
        else forget(word);
      }
    },
    kept: (word) => whole.get(word) ?? copied(word),
    meant,
    near: (typed) => likeliest(corrected(typed)),
    textsWith: (word) => texts.get(word) ?? 0,
    begins: (typed) => whole.atPrefix(typed).keys().next().done !== true,
  };
}

/** A substring retains the whole text in memory; a copy does not. */
const copied = (word: string): string => Buffer.from(word).toString();

/** Endings of Danish and English nouns, adjectives and verbs, longest first. */
const endings = [
  'ernes',
  'erne',
  'enes',
  'nes',
  'ene',
  'rne',
  'ers',
  'ens',
  'ets',
  'en',
  'er',
  'et',
  'es',
  'ne',
  'e',
  's',
  'r',
  'n',
  't',
];
/** Minimum length of a stem. */
const shortestStem = 4;

/** The stem of a word's inflections: `adgangskode`, `adgangskoderne`. */
function stemOf(word: string): string {
  const ending = endings.find((one) => word.length - one.length >= shortestStem && word.endsWith(one)) ?? '';
  // `politikken` of `politik`.
  return word.slice(0, word.length - ending.length).replace(/([bdfgklmnprst])\1$/, '$1');
}

function endsOf(word: string): string[] {
  if (word.length <= insideFrom || word.length > longestCompound) return [];
  return Array.from({ length: word.length - insideFrom }, (_, place) => copied(word.slice(place + 1)));
}

/** Share of the word typed, scaled from one half to all. */
const shareOf = (typed: number, word: number): number => 0.5 + typed / word / 2;

function* limited(words: Iterable<Meant>): Iterable<Meant> {
  let left = mostLooked;
  for (const word of words) {
    yield word;
    left -= 1;
    if (left === 0) return;
  }
}

function likeliest(...lists: readonly Iterable<Meant>[]): readonly Meant[] {
  const best = new Map<string, number>();
  for (const list of lists) for (const { word, weight } of list) best.set(word, Math.max(weight, best.get(word) ?? 0));
  return [...best]
    .map(([word, weight]) => ({ word, weight }))
    .sort((one, other) => other.weight - one.weight || Number(one.word > other.word) - Number(one.word < other.word))
    .slice(0, mostMeant);
}
