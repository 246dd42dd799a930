import { useMutation } from '@tanstack/react-query';
import type { AssetRow } from '../../api/assets/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { useListChoice } from '../shared/useListChoice.ts';

export const kinds = ['system', 'workProcess'] as const satisfies readonly AssetRow['kind'][];
export const states = ['inUse', 'planned', 'retired'] as const satisfies readonly AssetRow['state'][];
/** Worst first. */
export const criticalities = ['vital', 'high', 'medium', 'low'] as const satisfies readonly AssetRow['criticality'][];
export const statuses = [
  ...(['none', 'draft', 'overdue', 'due', 'current', 'notNeeded'] as const),
] as const satisfies readonly AssetRow['status']['assessment'][];
const sorts = ['title', 'level', 'centre', 'owner', 'criticality', 'reviewOn'] as const;
export type AssetSort = (typeof sorts)[number];

export const pageSize = 50;
const own = 'mine';
const everywhere = 'all';

/** The assets selected by the address; staff of a centre start with its own. */
export function useAssets() {
  const me = useMe();
  const {
    choice,
    asked,
    query: chosen,
    none,
    valueOf,
    ...list
  } = useListChoice({
    filters: { kind: kinds, state: states, criticality: criticalities, assessment: statuses, ownerId: 'any' },
    sorts,
    largestFirst: ['level', 'criticality'],
    direction: 'descending',
    also: ['centreId'],
  });
  const { offset } = choice;
  const { kind: _kind, assessment: _assessment, ...base } = asked;
  const ofCentre = (me.data?.abilities.keep.length ?? 0) > 0;
  const centreId = valueOf('centreId') ?? (ofCentre ? own : everywhere);
  const query = { ...chosen, ...(centreId === everywhere ? {} : { centreId }) };
  const view = useView(
    'GET /api/assets',
    { query: { ...query, offset, limit: pageSize } },
    // The centre must be known first, or the list would change while shown.
    { enabled: me.data !== undefined || me.isError, keepPrevious: true },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/assets.xlsx', { query }) });
  return {
    ...list,
    view,
    choice: { ...choice, centreId },
    today: me.data?.today,
    /** Whether there is any filter besides the reader's own centres. */
    isFiltered: list.isFiltered || (centreId !== own && centreId !== everywhere),
    onlyMine: centreId === own,
    /** The same list's address, filtered by kind or status. */
    linkTo: (part: { kind?: string; assessment?: string; state?: string }) =>
      `/risks/assets?${new URLSearchParams({ ...base, centreId, ...part })}`,
    clear: () => list.choose({ ...none, centreId: everywhere }),
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type Assets = ReturnType<typeof useAssets>;
