import type { Obligation, PersonId } from '../kernel/index.ts';
import type { Digest } from './digest.ts';
import {
  mostOnPage,
  type PlannedLine,
  type PlannedPerson,
  type PlannedSubject,
  type ReminderPage,
} from './page-list.ts';

/** Characters that are used of a cell; it holds 60,000. */
const mostCharacters = 55_000;

export type PageContent = Pick<ReminderPage, 'subjects' | 'people'>;

/** A line of a digest: what it is about, and for what others owe, whose it is. */
export interface ToldLine {
  obligation: Obligation;
  of?: PersonId;
}
/** What a person is told, or the rest of it when the day's pages hold some of it already. */
export interface ToldPerson {
  personId: PersonId;
  lines: readonly ToldLine[];
}

/** What a person is told: the own, then what others owe. */
export const toldIn = ({ personId, lines, escalations }: Digest): ToldPerson => ({
  personId,
  lines: [
    ...lines.map(({ obligation }) => ({ obligation })),
    ...escalations.flatMap(({ obligations }) =>
      obligations.map((obligation) => ({ obligation, of: obligation.personId })),
    ),
  ],
});

/**
 * What people are told as pages: up to 200 people each, and never more than a cell holds. No line is left out, since
 * whoever asks later what was told, and to whom it was escalated, has nothing else: a person who is told of more than a
 * page holds goes on on the next (`more`).
 */
export function pagesOf(told: readonly ToldPerson[]): PageContent[] {
  const pages: PageContent[] = [];
  let page = emptyPage();
  for (const { personId, lines } of told) {
    let left = lines;
    for (let taken = add(page, personId, left); taken < left.length; taken = add(page, personId, left)) {
      pages.push(contentOf(page));
      page = emptyPage();
      left = left.slice(taken);
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

/** The number of lines that were taken: all; none when others stand on the page already and there is no room; else what fits. */
function add(page: Draft, person: PersonId, lines: readonly ToldLine[]): number {
  if (page.people.length >= mostOnPage) return 0;
  const { subjectsSize, places } = page;
  const fresh = new Map<string, number>();
  const subjects: PlannedSubject[] = [];
  const taken: PlannedLine[] = [];
  const empty = JSON.stringify({ person, lines: [], more: true });
  let sizes = { subjectsSize, peopleSize: page.peopleSize + empty.length + 1 };
  for (const { obligation, of } of lines) {
    const subject = { kind: obligation.kind, title: obligation.subject.title, due: obligation.due };
    const name = JSON.stringify(subject);
    const known = places.get(name) ?? fresh.get(name);
    const about = known ?? page.subjects.length + subjects.length;
    const line = { about, key: obligation.key, ...(of === undefined ? {} : { of }) };
    const grown = {
      subjectsSize: sizes.subjectsSize + (known === undefined ? name.length + 1 : 0),
      peopleSize: sizes.peopleSize + JSON.stringify(line).length + 1,
    };
    if (Math.max(grown.subjectsSize, grown.peopleSize) > mostCharacters && taken.length + page.people.length > 0) break;
    if (known === undefined) {
      fresh.set(name, about);
      subjects.push(subject);
    }
    taken.push(line);
    sizes = grown;
  }
  if (taken.length < lines.length && page.people.length > 0) return 0;
  for (const [name, place] of fresh) places.set(name, place);
  page.subjects.push(...subjects);
  page.people.push({ person, lines: taken, ...(taken.length < lines.length ? { more: true } : {}) });
  Object.assign(page, sizes);
  return taken.length;
}
