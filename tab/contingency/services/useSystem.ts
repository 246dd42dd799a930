import { useForm } from 'react-hook-form';
import { useParams } from 'wouter';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';

/** The system or work process that the address names, and what it must and can do. */
export function useSystem() {
  const { assetKey = '' } = useParams<{ assetKey: string }>();
  return useView('GET /api/assets/:assetKey/continuity', { params: { assetKey } });
}

/** Says with a reason that it is vital, or not. */
export function useSetVital({ asset, vital }: ContinuityView, onDone: () => void) {
  const form = useForm<{ reason: string }>({ defaultValues: { reason: vital.reason ?? '' } });
  const act = useAct('PUT /api/assets/:assetKey/vital');
  const save = form.handleSubmit(({ reason }) =>
    act
      .mutateAsync({ params: { assetKey: asset.key }, body: { is: !vital.is, reason: reason.trim() } })
      .then(() => {
        notify(t(vital.is ? 'criticalServices.vital.madeNot' : 'criticalServices.vital.made'));
        onDone();
      })
      .catch(() => undefined),
  );
  return { form, save, busy: act.isPending, error: act.error };
}

export function useUndoVital({ asset }: ContinuityView) {
  const act = useAct('DELETE /api/assets/:assetKey/vital');
  const press = () =>
    act.mutate({ params: { assetKey: asset.key } }, { onSuccess: () => notify(t('criticalServices.vital.undone')) });
  return { press, busy: act.isPending, error: act.error };
}
