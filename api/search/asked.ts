import { fold } from '../kernel/index.ts';
import type { Meant, Vocabulary } from './vocabulary.ts';

/** Words of one search; a longer one is a letter. */
const mostWords = 12;
/** Each part of a word that was typed as one must be so long. */
const shortestPart = 3;

/** Words that stand in every text and say nothing of what is looked for. */
const everyday = new Set(
  fold(`
    og i på at det den der en et er for af til med som har jeg du vi man kan skal må om min mit mine de os ved hos fra
    hvordan hvad hvem hvor hvornår hvorfor når hvis eller ikke
    the a an of to is are how what who where when my do does i in on and or for with about not`).split(' '),
);

/** The words of a search, folded; everyday words only when there is nothing else. */
export function searchWords(q: string): string[] {
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '');
  const telling = words.filter((word) => !everyday.has(word));
  return (telling.length > 0 ? telling : words).slice(0, mostWords);
}

/**
 * What each word of a search may mean in each vocabulary. Where no text has a word, it is taken apart (`telefonliste`:
 * texts with both `telefon` and `liste`); where that gives nothing either, typing errors are forgiven.
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
 * Looks into texts that one search of an index may take, all its words together: what half of all texts have would else take
 * tens of milliseconds. The likeliest meaning of a word is always looked for; of the others those that few texts have are.
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

/** Letters that stand between the parts of a Danish word. */
const links = ['', 's', 'e', 'er'];

/** The beginnings of two words of one vocabulary that a typed word is made of; the longest first part wins. */
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
