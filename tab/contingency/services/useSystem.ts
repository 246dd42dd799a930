import { useParams } from 'wouter';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';

/** The system or work process in the address, with requirement and capability. */
export function useSystem() {
  const { assetKey = '' } = useParams<{ assetKey: string }>();
  return useView('GET /api/assets/:assetKey/continuity', { params: { assetKey } });
}

/** Sets with a reason whether it is vital. */
export const useSetVital = ({ asset, vital }: ContinuityView, close: () => void) =>
  useForm({
    start: { reason: vital.reason ?? '' },
    send: ({ reason }, api) =>
      api('PUT /api/assets/:assetKey/vital', {
        params: { assetKey: asset.key },
        body: { is: !vital.is, reason: reason.trim() },
      }),
    saved: t(vital.is ? 'criticalServices.vital.madeNot' : 'criticalServices.vital.made'),
    close,
  });

export function useUndoVital({ asset }: ContinuityView) {
  const act = useAct('DELETE /api/assets/:assetKey/vital');
  const press = () =>
    act.mutate({ params: { assetKey: asset.key } }, { onSuccess: () => notify(t('criticalServices.vital.undone')) });
  return { press, busy: act.isPending, error: act.error };
}
