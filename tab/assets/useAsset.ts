import { useParams } from 'wouter';
import type { AssetView } from '../../api/assets/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { daysAfter } from '../shared/days.ts';
import { t } from '../shared/texts/texts.ts';
import { notifyAfter } from '../shared/ui/notify.ts';

/** The asset in the address. */
export function useAsset() {
  const { assetKey = '' } = useParams<{ assetKey: string }>();
  return useView('GET /api/assets/:assetKey', { params: { assetKey } });
}

/** Events since its assessment. */
export const useHappened = ({ key }: AssetView) => useView('GET /api/risks/triggers', { query: { assetKey: key } });

/** An act on the asset without input; `done` is announced afterwards. */
export function useReinstate({ key, title }: AssetView) {
  const act = useAct('POST /api/assets/:assetKey/reinstate');
  const press = () =>
    notifyAfter(act.mutateAsync({ params: { assetKey: key } }), t('assets.one.reinstated', { title }));
  return { press, busy: act.isPending, error: act.error };
}

export function useNeedAfterAll({ key, title }: AssetView) {
  const act = useAct('DELETE /api/assets/:assetKey/not-needed');
  const press = () =>
    notifyAfter(act.mutateAsync({ params: { assetKey: key } }), t('assets.notNeeded.undone', { title }));
  return { press, busy: act.isPending, error: act.error };
}

/** Decides, with a reason, that it needs no assessment. */
export const useNotNeeded = ({ key, title }: AssetView, close: () => void) =>
  useForm({
    start: { reason: '' },
    send: ({ reason }, api) =>
      api('POST /api/assets/:assetKey/not-needed', { params: { assetKey: key }, body: { reason: reason.trim() } }),
    saved: t('assets.notNeeded.done', { title }),
    close,
  });

export const useRetire = ({ key, title }: AssetView, close: () => void) =>
  useForm({
    start: { reason: '' },
    send: ({ reason }, api) =>
      api('POST /api/assets/:assetKey/retire', { params: { assetKey: key }, body: { reason: reason.trim() } }),
    saved: t('assets.retire.done', { title }),
    close,
  });

export const triggerReasons = ['systemChanged', 'supplierChanged', 'incident', 'finding', 'newData', 'other'] as const;
interface Happened {
  reason: (typeof triggerReasons)[number] | '';
  note: string;
  due: string;
}
/** Default days to the reassessment. */
const usualDays = 30;

/** Reports an event: it must be reassessed by a date. */
export function useRaise({ key, title }: AssetView, today: string, close: () => void) {
  const start: Happened = { reason: '', note: '', due: today === '' ? '' : daysAfter(today, usualDays) };
  return useForm({
    start,
    send: ({ reason, note, due }, api) =>
      reason === ''
        ? undefined
        : api('POST /api/risks/triggers', { body: { assetKey: key, reason, note: note.trim(), due } }),
    saved: t('assets.happened.done', { title }),
    close,
  });
}

export function useTakeBack(triggerKey: string) {
  const act = useAct('DELETE /api/risks/triggers/:triggerKey');
  const press = () => notifyAfter(act.mutateAsync({ params: { triggerKey } }), t('assets.happened.takenBack'));
  return { press, busy: act.isPending, error: act.error };
}
