import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { CoverageView } from '../../api/policy/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

export const pageSize = 50;
const freshMilliseconds = 10_000;

export const missingSorts = ['name', 'centre', 'hiredOn', 'delivery'] as const;
export type MissingSort = (typeof missingSorts)[number];
export type Shown = 'missing' | 'receipts';

/** What the coverage page shows stands in its address: every number can link to its rows, and "back" works. */
export function useCoverageChoice() {
  const [search, setSearch] = useSearchParams();
  const choice = {
    version: search.get('version') ?? undefined,
    centreId: search.get('centre') ?? undefined,
    shown: search.get('show') === 'receipts' ? ('receipts' as const) : ('missing' as const),
    q: search.get('q') ?? '',
    sort: missingSorts.find((sort) => sort === search.get('sort')) ?? ('name' as const),
    offset: Math.max(0, Number(search.get('offset')) || 0),
  };
  const choose = (change: Partial<Record<'version' | 'centre' | 'show' | 'q' | 'sort' | 'offset', string>>) =>
    setSearch(
      (now) => {
        // A new search or sort begins at its first page.
        const next = new URLSearchParams(now);
        next.delete('offset');
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return { choice, choose };
}
export type CoverageChoice = ReturnType<typeof useCoverageChoice>['choice'];

/** Coverage of the chosen version; without a choice, of the one in force. */
export function useCoverage(chosen: string | undefined) {
  const policy = useView('GET /api/policy', {});
  const versions = policy.data?.versions.filter((version) => version.state !== 'draft') ?? [];
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
    { keepPrevious: true, enabled: choice.shown === 'missing', every: () => freshMilliseconds },
  );

export const useReceipts = (versionKey: string, choice: CoverageChoice) =>
  useView(
    'GET /api/policy/versions/:versionKey/receipts',
    { params: { versionKey }, query: listQuery(choice) },
    { keepPrevious: true, enabled: choice.shown === 'receipts' },
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

/** Centres by how many are missing, most first; ties by lowest share. */
export const byMissing = (centres: CoverageView['centres']) =>
  [...centres].sort((one, other) => other.missing - one.missing || one.percent - other.percent);
