import SearchableMap from 'minisearch/SearchableMap';

/** A word of the texts that somebody may have meant, and how surely, up to 1. */
export interface Meant {
  word: string;
  weight: number;
}

export interface Vocabulary {
  /** The words of a text, each once. */
  add(words: Iterable<string>): void;
  take(words: Iterable<string>): void;
  /** The one copy of a word: texts share it. */
  kept(word: string): string;
  /**
   * Words that are what was typed or another form of it, begin with it or, from four letters on, have it inside them. The
   * likeliest first.
   */
  meant(typed: string): readonly Meant[];
  /** Words that are a typing error or two away from what was typed, or whose end is. */
  near(typed: string): readonly Meant[];
  /** How many texts have a word. */
  textsWith(word: string): number;
  /** Whether a word begins so. */
  begins(typed: string): boolean;
}

/** Danish writes words together: from so many letters on the inside of a word counts too (`journal` in `patientjournal`). */
const insideFrom = 4;
/** Longer ones are addresses and the like, which nobody types the end of. */
const longestCompound = 40;
/** Words that one typed word may mean: each costs a look into every text that has it. */
const mostMeant = 24;
/** Corrections of a typing error that are tried. */
const mostCorrected = 4;
/** Words that are looked at for them. */
const mostLooked = 400;

const weights = { same: 1, inflected: 0.85, begins: 0.75, ends: 0.6, inside: 0.4, near: 0.3 } as const;

/** Errors that are forgiven: none in short words, where another word is one letter away. */
const forgiven = (typed: string): number => {
  if (typed.length < 5) return 0;
  return typed.length < 8 ? 1 : 2;
};

/**
 * The words of many texts, found by how they begin, by what Danish has put together in them and in spite of typing
 * errors. Words are folded (`fold`).
 */
export function vocabulary(): Vocabulary {
  const texts = new Map<string, number>();
  const whole = new SearchableMap<string>();
  /** Ends of longer words, each with the words that end so. */
  const ends = new SearchableMap<Set<string>>();
  /** Words by what is the same in all their forms. */
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
  /** The likeliest corrections, and words that begin with one or have one inside. */
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

/** A part of a text keeps all of the text in memory; a copy does not. */
const copied = (word: string): string => Buffer.from(word).toString();

/** How Danish and English nouns, adjectives and verbs end, the longest first. */
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
/** Letters of a word that are left at least. */
const shortestStem = 4;

/** What is the same in the forms of a word: `adgangskode`, `adgangskoderne`. */
function stemOf(word: string): string {
  const ending = endings.find((one) => word.length - one.length >= shortestStem && word.endsWith(one)) ?? '';
  // `politikken` of `politik`.
  return word.slice(0, word.length - ending.length).replace(/([bdfgklmnprst])\1$/, '$1');
}

function endsOf(word: string): string[] {
  if (word.length <= insideFrom || word.length > longestCompound) return [];
  return Array.from({ length: word.length - insideFrom }, (_, place) => copied(word.slice(place + 1)));
}

/** How much of a word was typed, between one half and all of it. */
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
