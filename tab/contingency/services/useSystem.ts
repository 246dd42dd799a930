import { useState } from 'react';
import { useParams } from 'wouter';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { notifyAfter } from '../../shared/ui/notify.ts';

/** The system or work process in the address, with requirement and capability. */
export function useSystem() {
  const { assetKey = '' } = useParams<{ assetKey: string }>();
  return useView('GET /api/assets/:assetKey/continuity', { params: { assetKey } });
}

/** Sets with a reason whether it is vital. */
export function useSetVital({ asset, vital }: ContinuityView, close: () => void) {
  // As offered when the dialog opened, also when another changes it meanwhile.
  const [is] = useState(!vital.is);
  return useForm({
    start: { reason: vital.reason ?? '' },
    shared: {
      etag: vital.etag,
      names: { reason: t('common.word.reason') },
      latest: async (read) => {
        const { vital: now } = await read('GET /api/assets/:assetKey/continuity', { params: { assetKey: asset.key } });
        return { values: { reason: now.reason ?? '' }, etag: now.etag };
      },
    },
    send: ({ reason }, api, { etag: expected }) =>
      api('PUT /api/assets/:assetKey/vital', {
        params: { assetKey: asset.key },
        body: { is, reason: reason.trim(), expected },
      }),
    saved: t(is ? 'criticalServices.vital.made' : 'criticalServices.vital.madeNot'),
    close,
  });
}

export function useUndoVital({ asset }: ContinuityView) {
  const act = useAct('DELETE /api/assets/:assetKey/vital');
  const press = () =>
    notifyAfter(act.mutateAsync({ params: { assetKey: asset.key } }), t('criticalServices.vital.undone'));
  return { press, busy: act.isPending, error: act.error };
}
