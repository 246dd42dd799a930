import { fold } from '../../organisation/index.ts';
import type { PlanContent } from '../contract.ts';
import type { ContingencyPlanVersion } from '../plan-lists.ts';

/** Words as they are searched, with a space before each. */
interface Words {
  title: string;
  text: string;
  /** The numbers of people: only whoever is told them finds by them. */
  phones: string;
}
/** Kept while the version is the same object: plans are folded once, not at every key that is pressed. */
const kept = new WeakMap<ContingencyPlanVersion, Words>();

/** All that is written in a plan, one after the other, but for the numbers of people. */
export function textOf(content: PlanContent): string {
  const { about, triggers, firstHour, steps, workarounds, contacts, suppliers, communication } = content;
  const { returnToNormal, catchingUp } = content;
  return [
    ...[about, ...triggers, communication, catchingUp],
    ...[...firstHour, ...steps, ...returnToNormal].flatMap(({ text, role }) => [text, role]),
    ...workarounds.flatMap(({ title, text, form }) => [title, text, form]),
    ...contacts.flatMap(({ role, name, note }) => [role, name, note]),
    ...suppliers.flatMap(({ name, phone, agreement }) => [name, phone, agreement]),
  ].join(' ');
}

function wordsOf(version: ContingencyPlanVersion): Words {
  const known = kept.get(version);
  if (known) return known;
  const forms = version.forms.map(({ title }) => title).join(' ');
  const phones = version.content.contacts.map(({ phone }) => phone).join(' ');
  const made = {
    phones: ` ${fold(phones)}`,
    title: ` ${fold(version.title)}`,
    text: ` ${fold(`${textOf(version.content)} ${forms}`)}`,
  };
  kept.set(version, made);
  return made;
}

/** Danish writes words together: from so many letters on the inside of a word counts too (`journal` in `patientjournal`). */
const insideFrom = 4;

/** The words of a search, folded. */
export const searchWords = (q: string | undefined): string[] =>
  fold(q ?? '')
    .split(' ')
    .filter((word) => word !== '');

/**
 * How well a version answers a search, 0 best: all words in the title, in title and the name of its system, or somewhere
 * in what it says. `phones`: the numbers of people count too. Undefined when a word is nowhere.
 */
export function rankOf(
  words: readonly string[],
  version: ContingencyPlanVersion,
  asset: string,
  told: { phones: boolean } = { phones: true },
): number | undefined {
  const { title, text, phones } = wordsOf(version);
  const isIn = (place: string) => (word: string) => place.includes(word.length < insideFrom ? ` ${word}` : word);
  if (words.every((word) => title.includes(` ${word}`))) return 0;
  const near = `${title} ${fold(asset)}`;
  if (words.every(isIn(near))) return 1;
  const all = told.phones ? `${text} ${phones}` : text;
  return words.every((word) => isIn(near)(word) || isIn(all)(word)) ? 2 : undefined;
}
