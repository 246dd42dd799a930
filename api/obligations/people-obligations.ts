import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { AnswerOf } from '../http/endpoint.ts';
import {
  forbidden,
  isOverdue,
  todayOf,
  type Actor,
  type CentreId,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../kernel/index.ts';
import { centreRef, everybodyByName, findPerson, fold, foldedMatch, People } from '../organisation/index.ts';
import { isSoon } from './centre-standing.ts';
import type { obligationsContract } from './contract.ts';
import { byDue } from './my-obligations.ts';
import { obligationRowOf, obligationsFreshness } from './obligation-rows.ts';
import { allObligations } from './obligations.ts';
import { owedOrPassed } from './owed-or-passed.ts';
import { centresSeen, mayHandOverForOthers, maySeeCentre } from './permissions.ts';
import { obligationKinds } from './source.ts';

type PeopleView = AnswerOf<(typeof obligationsContract)['GET /api/obligations/people']>;

export interface RowsQuery {
  /** `none` asks for what has no centre. */
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

/** What the people in the actor's reach owe: filtered, sorted and a page at a time. */
export function peopleObligations(context: Context, actor: Actor, query: RowsQuery): PeopleView {
  const found = obligationsSeen(context, actor, query);
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
 * The obligations that a query asks for and the actor may see, in order. With a person also what others do in that
 * person's stead. Throws AppError forbidden `obligations.mayNotSeePeople` outside the actor's reach.
 */
export function obligationsSeen(
  context: Context,
  actor: Actor,
  query: Omit<RowsQuery, 'offset' | 'limit'>,
): Obligation[] {
  const today = todayOf(context.clock);
  const inReach = reach(context, actor, query);
  const shown = showing(query.show, today);
  const matches = search(context, query.q);
  const found = asked(context, query, today).filter(
    (one) => shown(one) && (query.kind === undefined || one.kind === query.kind) && inReach(one) && matches(one),
  );
  return sort(context, found, query);
}

const asked = (context: Context, { personId }: { personId?: string | undefined }, today: LocalDate) =>
  personId === undefined
    ? allObligations(context, today)
    : [...owedOrPassed(context, personId as PersonId, today).values()];

/** A person's own centre opens all that the person owes; else an obligation's own centre decides. */
function reach(
  context: Context,
  actor: Actor,
  { centreId, personId }: Pick<RowsQuery, 'centreId' | 'personId'>,
): (obligation: Obligation) => boolean {
  const seen = centresSeen(actor);
  const ofCentre = (one: Obligation) => centreId === undefined || (one.centreId ?? 'none') === centreId;
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

/** By name of the person or title of what is owed. */
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

const last = Number.MAX_SAFE_INTEGER;

/** By the wish, then by name and what is due first. */
function sort(context: Context, found: Obligation[], { sort: by, direction }: Pick<RowsQuery, 'sort' | 'direction'>) {
  const people = names(context);
  const place = ({ personId }: Obligation) => people.get(personId)?.place ?? last;
  const titles = new Map<CentreId | undefined, string>();
  const centre = ({ centreId }: Obligation) => {
    const known = titles.get(centreId) ?? fold(centreRef(context, centreId)?.title ?? '\uffff');
    titles.set(centreId, known);
    return known;
  };
  const text = (key: (one: Obligation) => string) => (one: Obligation, other: Obligation) =>
    Number(key(one) > key(other)) - Number(key(one) < key(other));
  const compare: Record<RowsQuery['sort'], (one: Obligation, other: Obligation) => number> = {
    due: text(({ due }) => due),
    name: (one, other) => place(one) - place(other),
    centre: text(centre),
    kind: text(({ kind }) => kind),
  };
  const sign = direction === 'down' ? -1 : 1;
  return found.sort((one, other) => sign * compare[by](one, other) || place(one) - place(other) || byDue(one, other));
}
