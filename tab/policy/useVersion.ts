import { useParams } from 'wouter';
import type { PolicyVersionRow } from '../../api/policy/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useLeavePage } from '../shared/navigation/leave-page.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

/** The version in the address. */
export function useVersion() {
  const { versionKey = '' } = useParams<{ versionKey: string }>();
  return useView('GET /api/policy/versions/:versionKey', { params: { versionKey } });
}

/** Discards a draft and returns to the policy. */
export function useDiscard(version: PolicyVersionRow) {
  const leavePage = useLeavePage();
  const act = useAct('DELETE /api/policy/versions/:versionKey');
  return {
    busy: act.isPending,
    error: act.error,
    discard: () =>
      act.mutate(
        { params: { versionKey: version.key } },
        {
          onSuccess: () => {
            notify(t('policy.versions.discarded'));
            leavePage('/policy', { below: true });
          },
        },
      ),
  };
}
