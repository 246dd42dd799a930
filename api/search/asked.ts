import { fold } from '../kernel/index.ts';
import type { Meant, Vocabulary } from './vocabulary.ts';

/** Most words of a search. */
const mostWords = 12;
/** Minimum length of each part of a split word. */
const shortestPart = 3;

/** Stop words. */
const everyday = new Set(
  fold(`
    og i på at det den der en et er for af til med som har jeg du vi man kan skal må om min mit mine de os ved hos fra
    hvordan hvad hvem hvor hvornår hvorfor når hvis eller ikke
    the a an of to is are how what who where when my do does i in on and or for with about not`).split(' '),
);

/** The folded words of a search; stop words only without others. */
export function searchWords(q: string): string[] {
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '');
  const telling = words.filter((word) => !everyday.has(word));
  return (telling.length > 0 ? telling : words).slice(0, mostWords);
}

/**
 * Candidates for each word of a search in each vocabulary. A word that no text has is split (`telefonliste`: texts with
 * both `telefon` and `liste`); failing that, typing errors are tolerated.
 */
export function meaningsOf(q: string, vocabularies: readonly Vocabulary[]): (readonly (readonly Meant[])[])[] {
  const found: (readonly Meant[])[][] = vocabularies.map(() => []);
  const take = (meanings: readonly (readonly Meant[])[]) =>
    meanings.forEach((meant, place) => void found[place]?.push(meant));
  const meant = (word: string) => vocabularies.map((words) => words.meant(word));
  for (const word of searchWords(q)) {
    const plain = meant(word);
    if (isAnywhere(plain)) {
      take(plain);
      continue;
    }
    const parts = partsOf(word, vocabularies);
    if (parts) parts.map(meant).forEach(take);
    else take(vocabularies.map((words) => words.near(word)));
  }
  return found.map((meanings, place) => affordable(meanings, vocabularies[place]));
}

/**
 * Most text lookups per index search, over all words: words that half of all texts have would otherwise take tens of
 * milliseconds. The likeliest candidate of a word is always looked up; of the others the rare ones.
 */
const mostLooks = 4_000;

function affordable(
  meanings: readonly (readonly Meant[])[],
  words: Vocabulary | undefined,
): readonly (readonly Meant[])[] {
  return meanings.map((meant) => {
    let left = mostLooks / meanings.length;
    return meant.filter(({ word }, place) => {
      const looks = words?.textsWith(word) ?? 0;
      if (place > 0 && looks > left) return false;
      left -= looks;
      return true;
    });
  });
}

const isAnywhere = (meanings: readonly (readonly Meant[])[]): boolean => meanings.some((meant) => meant.length > 0);

/** Linking letters in Danish compounds. */
const links = ['', 's', 'e', 'er'];

/** Splits a typed word into two word beginnings of one vocabulary; the longest first part wins. */
function partsOf(word: string, vocabularies: readonly Vocabulary[]): [string, string] | undefined {
  for (let place = word.length - shortestPart; place >= shortestPart; place -= 1) {
    const last = word.slice(place);
    for (const link of links) {
      const before = word.slice(0, place);
      const first = before.slice(0, before.length - link.length);
      if (first.length < shortestPart || !before.endsWith(link)) continue;
      if (vocabularies.some((words) => words.begins(first) && words.begins(last))) return [first, last];
    }
  }
  return undefined;
}
