import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import {
  forbidden,
  inSlices,
  isOverdue,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import { centreTitles, everybodyByName, findPerson, fold, foldedMatch, People } from '../organisation/index.ts';
import { isSoon } from './centre-status.ts';
import type { obligationsContract } from './contract.ts';
import { byDue } from './my-obligations.ts';
import { obligationRowOf, obligationsFreshness } from './obligation-rows.ts';
import { allObligations, obligationsInTurn } from './obligations.ts';
import { countedIn } from './overdue.ts';
import { owedOrPassed } from './owed-or-passed.ts';
import { visibleCentres, mayHandOverForOthers, maySeeCentre } from './permissions.ts';
import { obligationKinds } from './source.ts';
import { groupedBy, sortedBy } from '../texts/sort.ts';

type PeopleView = AnswerOf<(typeof obligationsContract)['GET /api/obligations/people']>;

export interface RowsQuery {
  /** `none` selects work without centre. */
  centreId?: string | undefined;
  personId?: string | undefined;
  kind?: string | undefined;
  show: 'open' | 'overdue' | 'soon' | 'paused' | 'done';
  q?: string | undefined;
  sort: 'due' | 'name' | 'centre' | 'kind';
  direction: 'up' | 'down';
  offset: number;
  limit: number;
}

/** Obligations of people in the actor's reach: filtered, sorted and paged. In slices. */
export async function peopleObligations(context: Context, actor: Actor, query: RowsQuery): Promise<PeopleView> {
  const { all } = await obligationsInTurn(context);
  await bookInTurn(context, all);
  const found = visibleObligations(context, actor, query, all);
  const today = todayOf(context.clock);
  return {
    rows: found
      .slice(query.offset, query.offset + query.limit)
      .map((obligation) => obligationRowOf(context, actor, obligation, today)),
    total: found.length,
    kinds: obligationKinds(context),
    abilities: { handOver: mayHandOverForOthers(actor) },
    freshness: obligationsFreshness(context),
  };
}

/**
 * A query's obligations that the actor may see, in order. With a person also those others do in their place. Throws
 * AppError forbidden `obligations.mayNotSeePeople` outside the actor's reach.
 */
export function visibleObligations(
  context: Context,
  actor: Actor,
  query: Omit<RowsQuery, 'offset' | 'limit'>,
  all?: readonly Obligation[],
): Obligation[] {
  const today = todayOf(context.clock);
  const inReach = reach(context, actor, query);
  const shown = showing(query.show, today);
  const matches = search(context, query.q);
  const found = inBook(context, asked(context, query, today, all)).filter(
    (one) => shown(one) && (query.kind === undefined || one.kind === query.kind) && inReach(one) && matches(one),
  );
  return arranged(context, found, query);
}

const asked = (
  context: Context,
  { personId }: { personId?: string | undefined },
  today: LocalDate,
  all?: readonly Obligation[],
) =>
  personId === undefined
    ? (all ?? allObligations(context, today))
    : [...owedOrPassed(context, personId as PersonId, today).values()];

/** A person's own centre opens all their obligations; else the obligation's centre decides. */
export function reach(
  context: Context,
  actor: Actor,
  { centreId, personId }: Pick<RowsQuery, 'centreId' | 'personId'>,
): (obligation: Obligation) => boolean {
  const seen = visibleCentres(actor);
  const centreOf = countedIn(context);
  const ofCentre = (one: Obligation) => centreId === undefined || (centreOf(one) ?? 'none') === centreId;
  if (personId !== undefined) {
    if (!maySeeCentre(actor, findPerson(context, personId)?.centreId)) throw forbidden('obligations.mayNotSeePeople');
    return ofCentre;
  }
  if (seen === undefined) return ofCentre;
  if (seen.length === 0 || (centreId !== undefined && !seen.includes(centreId as CentreId)))
    throw forbidden('obligations.mayNotSeePeople');
  return (one) => one.centreId !== undefined && seen.includes(one.centreId) && ofCentre(one);
}

function showing(show: RowsQuery['show'], today: LocalDate): (obligation: Obligation) => boolean {
  switch (show) {
    case 'overdue':
      return (one) => isOverdue(one, today);
    case 'soon':
      return (one) => isSoon(one, today);
    case 'open':
    case 'paused':
    case 'done':
      return ({ state }) => state === show;
  }
}

interface Named {
  /** Place in the phone book. */
  place: number;
  folded: string;
}
const names = derivation(
  [People],
  (context) =>
    new Map(
      everybodyByName(context).map(({ person, folded }, place): [string, Named] => [person.key, { place, folded }]),
    ),
);

/** By the person's name or the obligation's title. */
function search(context: Context, q: string | undefined): (obligation: Obligation) => boolean {
  const wanted = fold(q ?? '');
  if (wanted === '') return () => true;
  const people = names(context);
  const titles = new Map<string, string>();
  const titleOf = (title: string) => {
    const known = titles.get(title) ?? fold(title);
    titles.set(title, known);
    return known;
  };
  return ({ personId, subject }) =>
    foldedMatch(`${people.get(personId)?.folded ?? ''} ${titleOf(subject.title)}`, wanted);
}

const placeIn = (people: ReadonlyMap<string, Named>) => (one: Obligation) =>
  people.get(one.personId)?.place ?? people.size;

/** Cached order; the same array has the same obligations. */
const ordered = new WeakMap<readonly Obligation[], { people: object; all: readonly Obligation[] }>();

/** By name, then due date: shared by all readers, until a name or an obligation changes. */
function inBook(context: Context, asked: readonly Obligation[]): readonly Obligation[] {
  const people = names(context);
  const known = ordered.get(asked);
  if (known?.people === people) return known.all;
  const all: Obligation[] = [];
  for (const own of groupedBy(asked, placeIn(people)))
    for (const one of own.length > 1 ? own.sort(byDue) : own) all.push(one);
  ordered.set(asked, { people, all });
  return all;
}

/** Computes that order in slices, for the cache. */
async function bookInTurn(context: Context, asked: readonly Obligation[]): Promise<void> {
  const people = names(context);
  if (ordered.get(asked)?.people === people) return;
  const placeOf = placeIn(people);
  const owns = Array.from({ length: people.size + 1 }, (): Obligation[] | undefined => undefined);
  await inSlices(asked, (one) => {
    const place = placeOf(one);
    const own = owns[place];
    if (own) own.push(one);
    else owns[place] = [one];
  });
  const all: Obligation[] = [];
  await inSlices(owns, (own) => {
    if (own) for (const one of own.length > 1 ? own.sort(byDue) : own) all.push(one);
  });
  ordered.set(asked, { people, all });
}

/** In the requested order; ties by name, then due date. */
function arranged(
  context: Context,
  found: Obligation[],
  { sort: by, direction }: Pick<RowsQuery, 'sort' | 'direction'>,
): Obligation[] {
  const descending = direction === 'down';
  switch (by) {
    case 'name':
      return descending ? sortedBy(found, placeIn(names(context)), descending) : found;
    case 'due':
      return sortedBy(found, ({ due }) => due, descending);
    case 'kind':
      return sortedBy(found, ({ kind }) => kind, descending);
    case 'centre': {
      const titles = centreTitles(context);
      return sortedBy(found, ({ centreId }) => titles.get(centreId), descending);
    }
  }
}
