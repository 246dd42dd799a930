import { useMutation } from '@tanstack/react-query';
import type { ProcedureRow } from '../../api/procedures/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';

export const pageSize = 50;
export const kinds = ['procedure', 'guideline'] as const;
/** States to filter by; others are history, shown on each procedure. */
export const shownStates = ['valid', 'expired', 'draft', 'waiting', 'returned', 'rejected', 'retired'] as const;
const sorts = ['title', 'area', 'centre', 'state', 'reviewOn', 'validFrom'] as const;
export type ProcedureSort = (typeof sorts)[number];

/** Filters in the address. */
export function useProcedureChoice() {
  const { valueOf, offset, choose } = useAddress<'q' | 'kind' | 'centre' | 'area' | 'state' | 'sort' | 'down'>();
  const choice = {
    q: valueOf('q') ?? '',
    kind: kinds.find((kind) => kind === valueOf('kind')),
    centreId: valueOf('centre'),
    area: valueOf('area'),
    state: shownStates.find((state) => state === valueOf('state')),
    sort: sorts.find((sort) => sort === valueOf('sort')) ?? ('title' as const),
    descending: valueOf('down') === 'yes',
    offset,
  };
  return { choice, choose };
}
export type ProcedureChoice = ReturnType<typeof useProcedureChoice>['choice'];
export type Choose = ReturnType<typeof useProcedureChoice>['choose'];

const queryOf = ({ q, kind, centreId, area, state, sort, descending }: ProcedureChoice) => ({
  q,
  kind,
  centreId,
  area,
  state,
  sort,
  descending: String(descending),
});

/** The rows selected by the address. */
export const useProcedures = (choice: ProcedureChoice) =>
  useView(
    'GET /api/procedures',
    { query: { ...queryOf(choice), offset: choice.offset, limit: pageSize } },
    { keepPrevious: true },
  );

const mostMine = 500;
/** Those the reader writes or owns. */
export const useMine = (enabled: boolean) =>
  useView('GET /api/procedures', { query: { mine: 'true', limit: mostMine } }, { enabled });

/** The workbook of the rows selected. */
export const useProceduresWorkbook = (choice: ProcedureChoice) =>
  useMutation({ mutationFn: () => download('GET /api/procedures.xlsx', { query: queryOf(choice) }) });

/** Versions to acknowledge, from the obligations. */
export function useToRead() {
  const me = useMe();
  return me.data?.obligations.filter(({ kind }) => kind === 'acknowledgeProcedure') ?? [];
}

/** A procedure's own page. */
export const pathOf = ({ key }: Pick<ProcedureRow, 'key'>): string => `/procedures/${encodeURIComponent(key)}`;
