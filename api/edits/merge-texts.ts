import { diffArrays } from 'diff';
import { conflict } from '../kernel/index.ts';

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
const joined = ([first = '', ...words]: readonly string[]): string =>
  first.trimStart() + words.map((word) => (/^\s/.test(word) ? word : ` ${word}`)).join('');
const comparator = (one: string, other: string) => one.trim() === other.trim();

/** The changes, and the former words as they are now: with the space that is before each by now. */
function changesOf(before: readonly string[], after: readonly string[]) {
  const changes: Change[] = [];
  const words = [...before];
  let at = 0;
  for (const { added, removed, count, value } of diffArrays([...before], [...after], { comparator })) {
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
export function mergeTexts({ before, theirs, mine }: Both, separator = '\n'): string {
  if (mine === before || mine === theirs) return theirs;
  if (theirs === before) return mine;
  const former = wordsOf(before);
  const { changes: other, words: theirWords } = changesOf(former, wordsOf(theirs));
  const { changes: own, words: myWords } = changesOf(former, wordsOf(mine));
  const base = former.map((word, index) => (theirWords[index] === word ? myWords[index] : theirWords[index]) ?? word);
  const parts: string[] = [];
  let at = 0;
  while (other.length > 0 || own.length > 0) {
    const group = nextGroup(other, own);
    parts.push(...base.slice(at, group.from));
    const [their, my] = [applied(base, group, group.other), applied(base, group, group.own)];
    const text = together(group, their, my, separator);
    if (text !== '') parts.push(text);
    at = group.to;
  }
  return joined([...parts, ...base.slice(at)]);
}

interface Group {
  from: number;
  to: number;
  other: readonly Change[];
  own: readonly Change[];
}

/** The first changes, with all that overlap or touch them. Takes them from the lists. */
function nextGroup(other: Change[], own: Change[]): Group {
  const [first] = [...other, ...own].sort((one, two) => one.from - two.from || one.to - two.to);
  const group = { from: first?.from ?? 0, to: first?.to ?? 0, other: [] as Change[], own: [] as Change[] };
  const isNext = (change: Change | undefined): change is Change => change !== undefined && change.from <= group.to;
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
  return `${theirs}${separator}${mine}`;
}

/** A record as somebody saw it, in part. */
type Seen<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

/**
 * What a form that saves itself sends of one record, over what the record says by now: fields that the writer left as
 * they were (`before`) stay, texts are merged (`separators`, by the field's name), other fields are the writer's. Throws
 * AppError conflict `edits.changedByAnother` where both texts together exceed the field's limit (`longest`, characters).
 */
export function mergedOver<Fields extends object>(
  { before, now, mine }: { before: Seen<Fields> | undefined; now: Seen<Fields>; mine: Fields },
  texts: { readonly [Name in keyof Fields]?: { separator: string; longest: number } },
): Fields {
  if (!before) return mine;
  const merged: Fields = { ...mine };
  for (const name of new Set([...Object.keys(mine), ...Object.keys(before), ...Object.keys(now)])) {
    const field = name as keyof Fields;
    const text = texts[field];
    if (text) merged[field] = mergedText(text, field, { before, now, mine }) as Fields[keyof Fields];
    else if (mine[field] === before[field]) takeOver(merged, now, field);
  }
  return merged;
}

function mergedText<Fields extends object>(
  { separator, longest }: { separator: string; longest: number },
  field: keyof Fields,
  all: { before: Seen<Fields>; now: Seen<Fields>; mine: Fields },
): string {
  const textIn = (fields: Seen<Fields>) => (typeof fields[field] === 'string' ? fields[field] : '');
  const text = mergeTexts({ before: textIn(all.before), theirs: textIn(all.now), mine: textIn(all.mine) }, separator);
  if (text.length > longest) throw conflict('edits.changedByAnother');
  return text;
}

function takeOver<Fields extends object>(merged: Fields, now: Seen<Fields>, field: keyof Fields): void {
  const value = now[field];
  if (value === undefined) Reflect.deleteProperty(merged, field);
  else merged[field] = value;
}
