import { useMutation } from '@tanstack/react-query';
import type { AssetRow } from '../../api/assets/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';

export const kinds = ['system', 'workProcess'] as const satisfies readonly AssetRow['kind'][];
export const states = ['inUse', 'planned', 'retired'] as const satisfies readonly AssetRow['state'][];
/** Worst first. */
export const criticalities = ['vital', 'high', 'medium', 'low'] as const satisfies readonly AssetRow['criticality'][];
export const statuses = [
  ...(['none', 'draft', 'overdue', 'due', 'current', 'notNeeded'] as const),
] as const satisfies readonly AssetRow['status']['assessment'][];
const sorts = ['title', 'level', 'centre', 'owner', 'criticality', 'reviewOn'] as const;
export type AssetSort = (typeof sorts)[number];
/** Descending: worst first. */
const worstFirst: readonly AssetSort[] = ['level', 'criticality'];

export const pageSize = 50;
/** The API's limit. */
const longestSearch = 100;
const own = 'mine';
const everywhere = 'all';

type Name = 'q' | 'kind' | 'state' | 'criticality' | 'assessment' | 'centreId' | 'ownerId' | 'sort' | 'descending';

/** The assets selected by the address; staff of a centre start with its own. */
export function useAssets() {
  const me = useMe();
  const { valueOf, offset, choose } = useAddress<Name>();
  const ofCentre = (me.data?.abilities.keep.length ?? 0) > 0;
  const centreId = valueOf('centreId') ?? (ofCentre ? own : everywhere);
  const sort = sorts.find((known) => known === valueOf('sort')) ?? 'title';
  const choice = {
    q: (valueOf('q') ?? '').slice(0, longestSearch),
    kind: kinds.find((known) => known === valueOf('kind')),
    state: states.find((known) => known === valueOf('state')),
    criticality: criticalities.find((known) => known === valueOf('criticality')),
    assessment: statuses.find((known) => known === valueOf('assessment')),
    centreId,
    ownerId: valueOf('ownerId'),
    sort,
    descending: valueOf('descending') === 'true',
    offset,
  };
  const { q, kind, state, criticality, assessment, ownerId } = choice;
  const wanted = {
    q,
    kind,
    state,
    criticality,
    assessment,
    ownerId,
    sort,
    descending: String(choice.descending),
    ...(centreId === everywhere ? {} : { centreId }),
  };
  const query = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
  const view = useView(
    'GET /api/assets',
    { query: { ...query, offset, limit: pageSize } },
    // The centre must be known first, or the list would change while shown.
    { enabled: me.data !== undefined || me.isError, keepPrevious: true },
  );
  const excel = useMutation({ mutationFn: () => download('GET /api/assets.xlsx', { query }) });
  return {
    view,
    choice,
    choose,
    today: me.data?.today,
    /** Whether there is any filter besides the reader's own centres. */
    isFiltered:
      (centreId !== own && centreId !== everywhere) ||
      [q, kind, state, criticality, assessment, ownerId].some((value) => value !== undefined && value !== ''),
    onlyMine: centreId === own,
    /** The same list's address, filtered by kind or status. */
    linkTo: (part: { kind?: string; assessment?: string }) =>
      `/risks/assets?${new URLSearchParams(
        Object.entries({ q, state, criticality, ownerId, centreId, ...part }).flatMap(([name, value]) =>
          value ? [[name, value]] : [],
        ),
      )}`,
    clear: () =>
      choose({ q: '', kind: '', state: '', criticality: '', assessment: '', ownerId: '', centreId: everywhere }),
    sortBy: (by: AssetSort) => {
      const turned = by === sort ? !choice.descending : worstFirst.includes(by);
      choose({ sort: by, descending: turned ? 'true' : '' });
    },
    excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
  };
}
export type Assets = ReturnType<typeof useAssets>;
