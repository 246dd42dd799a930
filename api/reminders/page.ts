import type { Obligation, PersonId } from '../kernel/index.ts';
import type { Digest } from './digest.ts';
import { mostOnPage, type PlannedPerson, type PlannedSubject, type ReminderPage } from './page-list.ts';

/** Lines of one person that are kept: far more than a card shows, and few enough that one person fits on a page. */
export const mostLines = 100;
/** Characters that are used of a cell; it holds 60,000. */
const mostCharacters = 55_000;

export type PageContent = Pick<ReminderPage, 'subjects' | 'people'>;

/** Digests as pages: up to 200 people each, and never more than a cell holds. */
export function pagesOf(digests: readonly Digest[]): PageContent[] {
  const pages: PageContent[] = [];
  let page = emptyPage();
  for (const digest of digests) {
    if (!add(page, digest)) {
      pages.push(contentOf(page));
      page = emptyPage();
      add(page, digest);
    }
  }
  if (page.people.length > 0) pages.push(contentOf(page));
  return pages;
}

interface Draft {
  subjects: PlannedSubject[];
  /** Where each subject stands. */
  places: Map<string, number>;
  people: PlannedPerson[];
  /** Characters so far. */
  subjectsSize: number;
  peopleSize: number;
}
const emptyPage = (): Draft => ({ subjects: [], places: new Map(), people: [], subjectsSize: 0, peopleSize: 0 });
const contentOf = ({ subjects, people }: Draft): PageContent => ({ subjects, people });

/** False when there is no room: nothing is changed then. */
function add(page: Draft, digest: Digest): boolean {
  const fresh = new Map<string, PlannedSubject>();
  const lines = toldIn(digest).map(({ obligation, of }) => {
    const subject = { kind: obligation.kind, title: obligation.subject.title, due: obligation.due };
    const name = JSON.stringify(subject);
    if (!page.places.has(name)) fresh.set(name, subject);
    const about = page.places.get(name) ?? page.subjects.length + [...fresh.keys()].indexOf(name);
    return { about, key: obligation.key, ...(of === undefined ? {} : { of }) };
  });
  const person: PlannedPerson = { person: digest.personId, lines };
  const subjectsSize = [...fresh.keys()].reduce((sum, name) => sum + name.length + 1, page.subjectsSize);
  const peopleSize = page.peopleSize + JSON.stringify(person).length + 1;
  const isFull = page.people.length >= mostOnPage || Math.max(subjectsSize, peopleSize) > mostCharacters;
  if (isFull && page.people.length > 0) return false;
  for (const [name, subject] of fresh) page.places.set(name, page.subjects.push(subject) - 1);
  page.people.push(person);
  Object.assign(page, { subjectsSize, peopleSize });
  return true;
}

/** What a person is told: the own, then what others owe. */
const toldIn = ({ lines, escalations }: Digest): { obligation: Obligation; of?: PersonId }[] =>
  [
    ...lines.map(({ obligation }) => ({ obligation })),
    ...escalations.flatMap(({ obligations }) =>
      obligations.map((obligation) => ({ obligation, of: obligation.personId })),
    ),
  ].slice(0, mostLines);
