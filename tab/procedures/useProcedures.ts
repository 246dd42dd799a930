import { useMutation } from '@tanstack/react-query';
import type { ProcedureRow } from '../../api/procedures/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { pageSize, shownStates } from '../documents/parts/DocumentList.tsx';
import { useListChoice } from '../shared/useListChoice.ts';

export const kinds = ['procedure', 'guideline'] as const;
/** States to filter by, and what is in force. */
export const stateChoices = ['inForce', ...shownStates] as const;
const sorts = ['title', 'area', 'centre', 'state', 'reviewOn', 'validFrom'] as const;
export type ProcedureSort = (typeof sorts)[number];

/** Filters in the address. */
export const useProcedureChoice = () =>
  useListChoice({
    filters: { kind: kinds, centreId: 'any', area: 'any', state: stateChoices },
    named: { centreId: 'centre' },
    sorts,
    direction: 'down',
  });
export type ProcedureChoice = ReturnType<typeof useProcedureChoice>;

/** The rows selected by the address. */
export const useProcedures = ({ query, choice: { offset } }: ProcedureChoice) =>
  useView('GET /api/procedures', { query: { ...query, offset, limit: pageSize } }, { keepPrevious: true });

const mostMine = 500;
/** Those the reader writes or owns. */
export const useMine = (enabled: boolean) =>
  useView('GET /api/procedures', { query: { mine: 'true', limit: mostMine } }, { enabled });

/** The workbook of the rows selected. */
export const useProceduresWorkbook = ({ query }: ProcedureChoice) =>
  useMutation({ mutationFn: () => download('GET /api/procedures.xlsx', { query }) });

/** Versions to acknowledge, from the obligations. */
export function useToRead() {
  const me = useMe();
  return me.data?.obligations.filter(({ kind }) => kind === 'acknowledgeProcedure') ?? [];
}

/** A procedure's own page. */
export const pathOf = ({ key }: Pick<ProcedureRow, 'key'>): string => `/procedures/${encodeURIComponent(key)}`;
