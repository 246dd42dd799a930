import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addDays, inSlices, isLocalDate, todayOf, type LocalDate, type PersonId } from '../kernel/index.ts';
import { obligationsOf, overdueByCentre } from '../obligations/index.ts';
import { Centres } from '../organisation/index.ts';
import { byDue, type Digest } from './digest.ts';
import { followUpsOf, othersOverdue, owedForDigests } from './follow-ups.ts';
import { ReminderPages, type ReminderPage } from './page-list.ts';
import { linesOf, otherCentres, plannedOn } from './planned.ts';

/**
 * What is left of a person's digest of a day: without what is done, handed over, reassigned or exempt since. For
 * redrawing a sent card. From memory: no Graph call.
 */
export function leftOfDigest(context: Context, personId: PersonId, day: LocalDate): Digest {
  const today = todayOf(context.clock);
  const planned = plannedOn(context, day).get(personId);
  const told = new Set((planned ? linesOf(planned) : []).flatMap(({ key, of }) => (of === undefined ? [key] : [])));
  const own = obligationsOf(context, personId, today).filter(({ state }) => state === 'open');
  const followed = planned && otherCentres(planned).length > 0 ? followUpsOf(context, personId, today) : [];
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
 * Days after which a card is no longer updated; a press on it still gives the present state. The last escalation step
 * is after a month, and closed days may precede it.
 */
export const cardsKeptDays = 42;

/** A person's digest of a day. */
export interface ToldOn {
  day: LocalDate;
  personId: PersonId;
}

/**
 * An obligation's key, and what it is about: the acts that end it name a plan, a procedure or a test, seldom the
 * obligation. A centre is named by much that ends nothing.
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

/**
 * Index of digests by content, per page: pages are immutable, so each is indexed once, and again when centres change.
 */
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

/** Pages whose cards are still updated: a few thousand at most. */
function pagesKept(context: Context): readonly ReminderPage[] {
  const oldest = addDays(todayOf(context.clock), -cardsKeptDays);
  return context
    .list(ReminderPages)
    .all()
    .filter(({ day }) => day >= oldest);
}

/** The digests of the last six weeks that contain an obligation, its subject, or anything of a person; unordered. */
export const digestsAbout = (context: Context, name: string): readonly ToldOn[] =>
  pagesKept(context).flatMap((page) => namesOn(context, page).get(name) ?? []);

/** Indexes all pages in slices, ready for the first act after a start. */
export const readDigests = (context: Context): Promise<void> =>
  inSlices(pagesKept(context), (page) => void namesOn(context, page));

/** Whether a person had a digest on a day; `day` as on the card. From memory. */
export const wasOnDigestOf = (context: Context, personId: PersonId, day: LocalDate): boolean =>
  plannedOn(context, day).has(personId);

/** Whether a person's digest of a day contained an obligation's subject; `day` as on the card. From memory. */
export function wasOnDigest(context: Context, personId: PersonId, day: unknown, subjectKey: string): boolean {
  const planned = typeof day === 'string' && isLocalDate(day) ? plannedOn(context, day).get(personId) : undefined;
  return planned !== undefined && linesOf(planned).some(({ key }) => `_${key}_`.includes(`_${subjectKey}_`));
}
