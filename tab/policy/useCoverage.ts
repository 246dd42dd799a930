import { useMutation } from '@tanstack/react-query';
import type { CoverageView } from '../../api/policy/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const pageSize = 50;
const freshMilliseconds = 10_000;

export const missingSorts = ['name', 'centre', 'hiredOn', 'delivery'] as const;
export type MissingSort = (typeof missingSorts)[number];

/** Version, centre, list, search, order and page from the address. */
export function useCoverageChoice() {
  const { valueOf, offset, choose } = useAddress<'version' | 'centre' | 'show' | 'q' | 'sort'>();
  const choice = {
    version: valueOf('version'),
    centreId: valueOf('centre'),
    shown: valueOf('show') === 'receipts' ? ('receipts' as const) : ('missing' as const),
    q: valueOf('q') ?? '',
    sort: missingSorts.find((sort) => sort === valueOf('sort')) ?? ('name' as const),
    offset,
  };
  return { choice, choose };
}
export type CoverageChoice = ReturnType<typeof useCoverageChoice>['choice'];

/** Coverage of the chosen version; by default of the one in force. */
export function useCoverage(chosen: string | undefined) {
  const policy = useView('GET /api/policy', {});
  const versions = policy.data?.versions.filter(({ state }) => state === 'published' || state === 'superseded') ?? [];
  const versionKey = chosen ?? policy.data?.current?.key ?? '';
  const coverage = useView(
    'GET /api/policy/versions/:versionKey/coverage',
    { params: { versionKey } },
    { enabled: versionKey !== '', every: () => freshMilliseconds, keepPrevious: true },
  );
  return { policy, versions, versionKey, coverage };
}

const listQuery = ({ centreId, q, sort, offset }: CoverageChoice) => ({
  ...(centreId ? { centreId } : {}),
  ...(q ? { q } : {}),
  sort,
  offset,
  limit: pageSize,
});

export const useMissing = (versionKey: string, choice: CoverageChoice) =>
  useView(
    'GET /api/policy/versions/:versionKey/missing',
    { params: { versionKey }, query: listQuery(choice) },
    { keepPrevious: true, every: () => freshMilliseconds },
  );

export const useReceipts = (versionKey: string, choice: CoverageChoice) =>
  useView(
    'GET /api/policy/versions/:versionKey/receipts',
    { params: { versionKey }, query: listQuery(choice) },
    { keepPrevious: true },
  );

/** The workbook with coverage and people, of all centres or the chosen one. */
export const useWorkbook = (versionKey: string, centreId: string | undefined) =>
  useMutation({
    mutationFn: () =>
      download('GET /api/policy/versions/:versionKey/coverage.xlsx', {
        params: { versionKey },
        query: centreId ? { centreId } : {},
      }),
  });

/** Centres by number missing, most first; ties by lowest share. */
export const byMissing = (centres: CoverageView['centres']) =>
  [...centres].sort((one, other) => other.missing - one.missing || one.percent - other.percent);
