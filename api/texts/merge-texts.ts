import { diffArrays } from 'diff';

/** Words `from` to `to` (exclusive) of the former text, replaced. */
interface Change {
  from: number;
  to: number;
  words: readonly string[];
}
interface Both {
  before: string;
  theirs: string;
  mine: string;
}

/** Words, each with the space before it. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+/g) ?? [];
/** What was written at the start of a text and stands later now has a space before it. */
const joined = ([first = '', ...words]: readonly string[]): string =>
  first + words.map((word) => (/^\s/.test(word) ? word : ` ${word}`)).join('');
const comparator = (one: string, other: string) => one.trim() === other.trim();

/** The changes, and the former words as they are now: with the space that is before each by now. */
function changesOf(before: readonly string[], after: readonly string[], mostChanges: number) {
  const found = diffArrays([...before], [...after], { comparator, maxEditLength: mostChanges });
  if (!found) return undefined;
  const changes: Change[] = [];
  const words = [...before];
  let at = 0;
  for (const { added, removed, count, value } of found) {
    const last = changes.at(-1);
    if (added && last?.to === at) changes[changes.length - 1] = { ...last, words: [...last.words, ...value] };
    else if (added) changes.push({ from: at, to: at, words: value });
    else if (removed && last?.to === at) changes[changes.length - 1] = { ...last, to: at + count };
    else if (removed) changes.push({ from: at, to: at + count, words: [] });
    if (!added && !removed) words.splice(at, count, ...value);
    if (!added) at += count;
  }
  return { changes, words };
}

/**
 * Three-way merge of a text that two wrote in, by words. What only one changed is as that one wrote it; where both
 * changed the same words, both texts stand, the other's first. Nothing that was written is lost, and merging the same
 * text again adds nothing.
 */
export function mergeTexts(texts: Both, separator = '\n'): string {
  return (
    merged(texts, { apart: 0, mostChanges: Infinity }, (group, theirs, mine) =>
      together(group, theirs, mine, separator),
    ) ?? texts.mine
  );
}

/** Unchanged words between what one and the other changed: nearer is the same place, e.g. one phone number. */
const apart = 3;
/** Beyond it the comparison takes long, and the texts have little in common. */
const mostChanges = 600;

/**
 * The same for somebody who can be asked: undefined where both changed the same place, differently, or so much that
 * they cannot be compared.
 */
export const mergeApart = (texts: Both): string | undefined =>
  merged(texts, { apart, mostChanges }, ({ other, own }, theirs, mine) => {
    if (own.length === 0 || theirs.trim() === mine.trim()) return theirs;
    return other.length === 0 ? mine : undefined;
  });

interface Limits {
  apart: number;
  mostChanges: number;
}

function merged(
  { before, theirs, mine }: Both,
  { apart, mostChanges }: Limits,
  settle: (group: Group, theirs: string, mine: string) => string | undefined,
): string | undefined {
  if (mine === before || mine === theirs) return theirs;
  if (theirs === before) return mine;
  const former = wordsOf(before);
  const their = changesOf(former, wordsOf(theirs), mostChanges);
  const my = changesOf(former, wordsOf(mine), mostChanges);
  if (!their || !my) return undefined;
  const base = former.map(
    (word, index) => (their.words[index] === word ? my.words[index] : their.words[index]) ?? word,
  );
  const parts: string[] = [];
  let at = 0;
  while (their.changes.length > 0 || my.changes.length > 0) {
    const group = nextGroup(their.changes, my.changes, apart);
    parts.push(...base.slice(at, group.from));
    const text = settle(group, applied(base, group, group.other), applied(base, group, group.own));
    if (text === undefined) return undefined;
    if (text !== '') parts.push(text);
    at = group.to;
  }
  return joined([...parts, ...base.slice(at)]).trimStart();
}

interface Group {
  from: number;
  to: number;
  other: readonly Change[];
  own: readonly Change[];
}

/** The first changes, with all that overlap them or are nearer than `apart` words. Takes them from the lists. */
function nextGroup(other: Change[], own: Change[], apart: number): Group {
  const [first] = [...other, ...own].sort((one, two) => one.from - two.from || one.to - two.to);
  const group = { from: first?.from ?? 0, to: first?.to ?? 0, other: [] as Change[], own: [] as Change[] };
  const isNext = (change: Change | undefined): change is Change =>
    change !== undefined && change.from - group.to < Math.max(apart, 1);
  for (let grows = true; grows;) {
    grows = false;
    for (const [list, taken] of [
      [other, group.other],
      [own, group.own],
    ] as const)
      while (isNext(list[0])) {
        const change = list.shift();
        if (!change) break;
        taken.push(change);
        group.to = Math.max(group.to, change.to);
        grows = true;
      }
  }
  return group;
}

function applied(base: readonly string[], { from, to }: Group, changes: readonly Change[]): string {
  const parts: string[] = [];
  let at = from;
  for (const change of changes) {
    parts.push(...base.slice(at, change.from), ...change.words);
    at = change.to;
  }
  return joined([...parts, ...base.slice(at, to)]);
}

/** Whether a text contains the words of another, in their order and together. */
const says = (text: string, other: string): boolean => spaced(text).includes(spaced(other));
const spaced = (text: string): string => ` ${text} `.replaceAll(/\s+/g, ' ');

function together({ other, own }: Group, theirs: string, mine: string, separator: string): string {
  if (own.length === 0) return theirs;
  if (other.length === 0) return mine;
  if (says(theirs, mine)) return theirs;
  if (says(mine, theirs)) return mine;
  return `${theirs}${separator}${mine.trimStart()}`;
}
