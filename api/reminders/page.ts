import type { Obligation, PersonId } from '../kernel/index.ts';
import { byDue, type Digest, type Escalation } from './digest.ts';
import {
  mostOnPage,
  type PlannedCentre,
  type PlannedLine,
  type PlannedPerson,
  type PlannedSubject,
  type ReminderPage,
} from './page-list.ts';

/** Characters used of a cell's 60,000. */
const mostCharacters = 55_000;

export type PageContent = Pick<ReminderPage, 'subjects' | 'people'>;

/** A person's lines, or the rest when the day's pages have some already. */
export interface ToldPerson {
  personId: PersonId;
  lines: readonly Obligation[];
  others: readonly Escalation[];
}

/** A person's lines: own obligations singly, and others' overdue work in groups. */
export const toldIn = ({ personId, lines, escalations }: Digest): ToldPerson => ({
  personId,
  lines: lines.map(({ obligation }) => obligation),
  others: escalations,
});

/** Groups stored per centre, the largest; the total covers all. */
const mostGroups = 40;

/**
 * Digests as pages: up to 200 people each, within a cell's limit. Every line is stored, as this is the only record of
 * reminders and escalations: a person with more lines than fit continues on the next page (`more`).
 */
export function pagesOf(told: readonly ToldPerson[]): PageContent[] {
  const pages: PageContent[] = [];
  let page = emptyPage();
  for (const one of told) {
    let left: ToldPerson | undefined = one;
    while ((left = add(page, left))) {
      pages.push(contentOf(page));
      page = emptyPage();
    }
  }
  if (page.people.length > 0) pages.push(contentOf(page));
  return pages;
}

interface Draft {
  subjects: PlannedSubject[];
  /** Index of each subject. */
  places: Map<string, number>;
  people: PlannedPerson[];
  /** Characters used. */
  subjectsSize: number;
  peopleSize: number;
}
const emptyPage = (): Draft => ({ subjects: [], places: new Map(), people: [], subjectsSize: 0, peopleSize: 0 });
const contentOf = ({ subjects, people }: Draft): PageContent => ({ subjects, people });

/** Subjects that a person adds to a page. */
function newSubjects({ subjects, places, subjectsSize }: Draft) {
  const fresh = new Map<string, number>();
  const added: PlannedSubject[] = [];
  let size = subjectsSize;
  return {
    added,
    fresh,
    size: () => size,
    /** Its index, and the size of adding it. */
    place(subject: PlannedSubject) {
      const name = JSON.stringify(subject);
      const known = places.get(name) ?? fresh.get(name);
      const put = () => {
        if (known !== undefined) return;
        fresh.set(name, subjects.length + added.length);
        added.push(subject);
        size += name.length + 1;
      };
      const about = known ?? subjects.length + added.length;
      return { about, takes: known === undefined ? name.length + 1 : 0, put };
    },
  };
}

const subjectOf = ({ kind, subject, due }: Obligation): PlannedSubject => ({ kind, title: subject.title, due });

function othersOn(others: readonly Escalation[], subjects: ReturnType<typeof newSubjects>): PlannedCentre[] {
  const each = Math.max(1, Math.floor(mostGroups / Math.max(1, others.length)));
  return others.map(({ centreId, level, obligations, groups }) => ({
    ...(centreId === undefined ? {} : { centre: centreId }),
    level,
    overdue: obligations.length,
    groups: groups.slice(0, each).flatMap(({ obligations: some, subject }) => {
      const [longest] = some.toSorted(byDue);
      if (!longest) return [];
      const { about, put } = subjects.place(subjectOf(longest));
      put();
      return [{ about, subject: subject.key, count: some.length }];
    }),
  }));
}

/** The part that did not fit: none, all of it when the page has others and no room, or the rest. */
function add(page: Draft, told: ToldPerson): ToldPerson | undefined {
  if (page.people.length >= mostOnPage) return told;
  const { personId: person, lines } = told;
  const subjects = newSubjects(page);
  const others = told.others.length === 0 ? {} : { others: othersOn(told.others, subjects) };
  const taken: PlannedLine[] = [];
  let peopleSize = page.peopleSize + JSON.stringify({ person, lines: [], ...others, more: true }).length + 1;
  const isTooMuch = (moreSubjects: number, morePeople: number) =>
    Math.max(subjects.size() + moreSubjects, peopleSize + morePeople) > mostCharacters;
  if (page.people.length > 0 && isTooMuch(0, 0)) return told;
  for (const obligation of lines) {
    const { about, takes, put } = subjects.place(subjectOf(obligation));
    const line = { about, key: obligation.key };
    const length = JSON.stringify(line).length + 1;
    if (isTooMuch(takes, length) && taken.length + page.people.length > 0) break;
    put();
    taken.push(line);
    peopleSize += length;
  }
  if (taken.length < lines.length && page.people.length > 0) return told;
  for (const [name, place] of subjects.fresh) page.places.set(name, place);
  page.subjects.push(...subjects.added);
  const isWhole = taken.length === lines.length;
  page.people.push({ person, lines: taken, ...others, ...(isWhole ? {} : { more: true as const }) });
  page.subjectsSize = subjects.size();
  page.peopleSize = peopleSize;
  return isWhole ? undefined : { personId: person, lines: lines.slice(taken.length), others: [] };
}
