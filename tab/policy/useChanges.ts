import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';

/** Whether the text or its changes are shown, and against which version; both are in the address. */
export function useShown(version: PolicyVersionView) {
  const { valueOf, choose } = useAddress<'show' | 'against'>();
  return {
    shown: valueOf('show') === 'changes' && version.previous ? ('changes' as const) : ('text' as const),
    against: valueOf('against') ?? version.previous?.key ?? '',
    show: (show: 'text' | 'changes') => choose({ show: show === 'changes' ? show : '' }),
    compare: (against: string) => choose({ against }),
  };
}

/** The version's changes, and the versions to compare with. */
export function useChanges(version: PolicyVersionView, against: string) {
  const policy = useView('GET /api/policy', {});
  const difference = useView(
    'GET /api/policy/versions/:versionKey/difference',
    { params: { versionKey: version.key }, query: { against } },
    { keepPrevious: true },
  );
  const others = policy.data?.versions.filter(({ key, state }) => key !== version.key && state !== 'draft') ?? [];
  return { difference, others };
}
