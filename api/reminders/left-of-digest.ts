import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addDays, inSlices, isLocalDate, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { obligationsOf, overdueByCentre } from '../obligations/index.ts';
import { Centres } from '../organisation/index.ts';
import { byDue, type Digest } from './digest.ts';
import { followUpsOf, othersOverdue, owedForDigests } from './follow-ups.ts';
import { ReminderPages, type ReminderPage } from './page-list.ts';
import { linesOf, othersOf, plannedOn } from './planned.ts';

/**
 * What is left, now, of what a person was told on a day: what is done, handed over, moved to somebody else or exempt
 * since is not in it. For a card that stands in the chat already. From memory: no Graph call.
 */
export function leftOfDigest(context: Context, personId: PersonId, day: LocalDate): Digest {
  const today = todayOf(context.clock);
  const planned = plannedOn(context, day).get(personId);
  const told = new Set((planned ? linesOf(planned) : []).flatMap(({ key, of }) => (of === undefined ? [key] : [])));
  const own = obligationsOf(context, personId, today).filter(({ state }) => state === 'open');
  const followed = planned && othersOf(planned).length > 0 ? followUpsOf(context, personId, today) : [];
  return {
    day,
    personId,
    lines: own
      .filter(({ key }) => told.has(key))
      .sort(byDue)
      .map((obligation) => ({ obligation })),
    open: own.length,
    escalations:
      followed.length === 0
        ? []
        : othersOverdue(followed, overdueByCentre(context, today, owedForDigests(context, today))),
  };
}

/**
 * Days after which a card is no longer brought up to date; a press on it still answers with what is true. The last step
 * of an escalation comes after a month, and closed days may lie before it.
 */
export const cardsKeptDays = 42;

/** Whose digest of which day names something. */
export interface ToldOn {
  day: LocalDate;
  personId: PersonId;
}

/**
 * An obligation's key, and what it is about: the acts that end it name a plan, a procedure or a test, seldom the obligation. A
 * centre is named by much that ends nothing.
 */
const namesIn = (key: string, centres: ReadonlySet<string>): string[] => [
  key,
  ...key
    .split('_')
    .slice(1)
    .filter((part) => !isLocalDate(part) && !centres.has(part)),
];

const centreIds = derivation(
  [Centres],
  (context): ReadonlySet<string> =>
    new Set(
      context
        .list(Centres)
        .all()
        .map(({ key }) => key),
    ),
);

/** Whose digest names what, by page: pages are never changed in place, so each is read once, and again when centres change. */
const read = new WeakMap<
  ReminderPage,
  { centres: ReadonlySet<string>; names: ReadonlyMap<string, readonly ToldOn[]> }
>();

function namesOn(context: Context, page: ReminderPage): ReadonlyMap<string, readonly ToldOn[]> {
  const centres = centreIds(context);
  const known = read.get(page);
  if (known?.centres === centres) return known.names;
  const names = new Map<string, ToldOn[]>();
  for (const { person, lines } of page.people) {
    const told = { day: page.day, personId: person };
    for (const { key, of = person } of lines)
      for (const name of [of, ...namesIn(key, centres)]) {
        const others = names.get(name);
        if (!others) names.set(name, [told]);
        else if (others.at(-1) !== told) others.push(told);
      }
  }
  read.set(page, { centres, names });
  return names;
}

/** Pages whose cards are kept up to date: a few thousand at most. */
function pagesKept(context: Context): readonly ReminderPage[] {
  const oldest = addDays(todayOf(context.clock), -cardsKeptDays);
  return context
    .list(ReminderPages)
    .all()
    .filter(({ day }) => day >= oldest);
}

/** The digests of the last six weeks that name an obligation, what one is about, or anything that a person owes; in no order. */
export const digestsAbout = (context: Context, name: string): readonly ToldOn[] =>
  pagesKept(context).flatMap((page) => namesOn(context, page).get(name) ?? []);

/** Reads all pages, so that the first act after a start finds them read; others are answered meanwhile. */
export const readDigests = (context: Context): Promise<void> =>
  inSlices(pagesKept(context), (page) => void namesOn(context, page));

/** Whether somebody was to be told anything on a day; `day` as a card carries it. From memory. */
export const wasOnDigestOf = (context: Context, personId: PersonId, day: LocalDate): boolean =>
  plannedOn(context, day).has(personId);

/** Whether somebody was told on a day of what an obligation is about; `day` as a card carries it. From memory. */
export function wasOnDigest(context: Context, personId: PersonId, day: unknown, subjectKey: string): boolean {
  const planned = typeof day === 'string' && isLocalDate(day) ? plannedOn(context, day).get(personId) : undefined;
  return planned !== undefined && linesOf(planned).some(({ key }) => `_${key}_`.includes(`_${subjectKey}_`));
}
