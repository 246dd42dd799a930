import { useMutation } from '@tanstack/react-query';
import type { AnswerOf } from '../../api/http/endpoint.ts';
import type { obligationsContract } from '../../api/obligations/contract.ts';
import type { MeView } from '../../api/organisation/contract.ts';
import { allCentres } from '../shared/useCentreChoice.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const pageSize = 50;
const freshMilliseconds = 15_000;
export const shows = ['open', 'overdue', 'soon', 'paused', 'done'] as const;
export type Show = (typeof shows)[number];
export const rowSorts = ['name', 'kind', 'centre', 'due'] as const;
export type RowSort = (typeof rowSorts)[number];
export type CentreStatus = AnswerOf<(typeof obligationsContract)['GET /api/obligations/centres']>['centres'][number];
/** The API's value for rows without a centre. */
export const noCentre = 'none';

/** The one centre the reader leads or coordinates, also with a role that sees all. */
export function ownCentreOf(me: MeView | undefined): string | undefined {
  const own = me?.abilities.keep ?? [];
  return own.length === 1 ? own[0] : undefined;
}

/** Hands over everything of a leaver: the API decides about each record. */
export const mayGiveEverything = (me: MeView | undefined): boolean =>
  me !== undefined && (me.abilities.keepAll || me.abilities.keep.length > 0);

/** The page's view in its address; by default the reader's own centre. */
export function useCentreChoice(own: string | undefined) {
  const { valueOf, offset, choose } = useAddress<'show' | 'centre' | 'kind' | 'q' | 'sort' | 'direction' | 'person'>();
  const person = valueOf('person') ?? '';
  const asked = valueOf('centre') ?? (person ? undefined : own);
  const choice = {
    show: shows.find((show) => show === valueOf('show')) ?? ('open' as const),
    centre: asked === undefined || asked === allCentres ? '' : asked,
    kind: valueOf('kind') ?? '',
    person,
    q: valueOf('q') ?? '',
    sort: rowSorts.find((sort) => sort === valueOf('sort')) ?? ('due' as const),
    direction: valueOf('direction') === 'down' ? ('down' as const) : ('up' as const),
    offset,
  };
  return { choice, choose };
}
export type CentreChoice = ReturnType<typeof useCentreChoice>['choice'];
export type ChooseRows = ReturnType<typeof useCentreChoice>['choose'];

export const useStatuses = () => useView('GET /api/obligations/centres', {}, { every: () => freshMilliseconds });

const rowsQuery = ({ show, centre, kind, person, q, sort, direction }: CentreChoice) => ({
  show,
  sort,
  direction,
  ...(centre ? { centreId: centre } : {}),
  ...(kind ? { kind } : {}),
  ...(person ? { personId: person } : {}),
  ...(q ? { q } : {}),
});

export const usePeopleRows = (choice: CentreChoice) =>
  useView(
    'GET /api/obligations/people',
    { query: { ...rowsQuery(choice), offset: choice.offset, limit: pageSize } },
    { keepPrevious: true, every: () => freshMilliseconds },
  );

/** The same rows, all pages, as a workbook. */
export const useRowsWorkbook = (choice: CentreChoice) =>
  useMutation({ mutationFn: () => download('GET /api/obligations/people.xlsx', { query: rowsQuery(choice) }) });

/** The rows of a number. */
export const rowsLink = (show: Show, row?: CentreStatus): string =>
  `/centre?show=${show}&centre=${row ? (row.centre?.id ?? noCentre) : allCentres}`;

/** Centres by what is missing: most overdue first, then most due soon. */
export const byWhatIsMissing = (rows: readonly CentreStatus[]): CentreStatus[] =>
  [...rows].sort((one, other) => other.overdue - one.overdue || other.soon - one.soon || other.open - one.open);
