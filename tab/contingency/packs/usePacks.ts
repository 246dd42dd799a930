import { useMutation } from '@tanstack/react-query';
import type { PackRow } from '../../../api/contingency/contract.ts';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useAct, useView } from '../../shared/api/queries.ts';

export const statuses = [
  'old',
  'notPlaced',
  'coming',
  'placed',
  'none',
] as const satisfies readonly PackRow['status'][];

/** The packs, filtered by the address, and the downloads. */
export function usePacks() {
  const { valueOf, choose } = useAddress<'standing'>();
  const view = useView('GET /api/contingency/packs', {});
  const excel = useMutation({ mutationFn: () => download('GET /api/contingency/packs.xlsx', {}) });
  const file = useMutation({
    mutationFn: ({ packKey, kind }: { packKey: string; kind: 'pdf' | 'html' }) =>
      download(`GET /api/contingency/packs/:packKey/${kind}`, { params: { packKey } }),
  });
  const make = useAct('POST /api/contingency/packs/:centreId/make');
  return {
    view,
    status: statuses.find((known) => known === valueOf('standing')),
    choose: (status: string) => choose({ standing: status }),
    excel,
    fetchFile: (packKey: string, kind: 'pdf' | 'html') => file.mutate({ packKey, kind }),
    make: (centreId: string) => make.mutate({ params: { centreId } }),
    error: excel.error ?? file.error ?? make.error,
  };
}
export type Packs = ReturnType<typeof usePacks>;
