import { useMutation } from '@tanstack/react-query';
import type { ApprovalRow, ApprovalsView } from '../../api/approvals/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const pageSize = 50;
const freshMilliseconds = 20_000;

export const showings = [
  'waiting',
  'sent',
  'decided',
  'all',
] as const satisfies readonly (keyof ApprovalsView['counts'])[];
export type Showing = (typeof showings)[number];
export const states = [
  'open',
  'approved',
  'rejected',
  'returned',
  'withdrawn',
] as const satisfies readonly ApprovalRow['state'][];
/** Also those that wait past their due date. */
export const narrowings = ['overdue', ...states] as const;
export const sorts = ['due', 'title', 'centre', 'submittedAt', 'endedAt'] as const;
export type ApprovalSort = (typeof sorts)[number];

/** Parts with ended ones. */
export const showsEnded = (show: Showing): boolean => show === 'decided' || show === 'all';

/** Part, kind, state, search, order and page from the address. Decided ones are newest first. */
export function useApprovalChoice() {
  const { valueOf, offset, choose } = useAddress<
    'show' | 'q' | 'kind' | 'state' | 'ended' | 'centre' | 'sort' | 'direction'
  >();
  const show: Showing = showings.find((part) => part === valueOf('show')) ?? 'waiting';
  const sort = sorts.find((known) => known === valueOf('sort'));
  const choice = {
    show,
    q: valueOf('q') ?? '',
    kind: valueOf('kind') ?? '',
    state: narrowings.find((known) => known === valueOf('state')),
    ended: showsEnded(show) && valueOf('ended') === 'lastYear' ? ('lastYear' as const) : undefined,
    centreId: valueOf('centre'),
    sort: sort ?? (show === 'decided' ? 'endedAt' : 'due'),
    descending: sort ? valueOf('direction') === 'down' : show === 'decided',
    offset,
  };
  return { choice, choose };
}
export type ApprovalChoice = ReturnType<typeof useApprovalChoice>['choice'];
export type Choose = ReturnType<typeof useApprovalChoice>['choose'];

const queryOf = ({ show, q, kind, state, ended, centreId, sort, descending }: ApprovalChoice) => ({
  show,
  q,
  kind,
  sort,
  ...(state ? { state } : {}),
  ...(ended ? { ended } : {}),
  ...(centreId ? { centreId } : {}),
  descending: String(descending),
});

export const useApprovals = (choice: ApprovalChoice) =>
  useView(
    'GET /api/approvals',
    { query: { ...queryOf(choice), offset: choice.offset, limit: pageSize } },
    { every: () => freshMilliseconds, keepPrevious: true },
  );

/** The shown rows, all pages, as a workbook. */
export const useApprovalsExport = (choice: ApprovalChoice) =>
  useMutation({ mutationFn: () => download('GET /api/approvals.xlsx', { query: queryOf(choice) }) });
