import { useForm } from 'react-hook-form';
import { useParams } from 'wouter';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useKeptForm } from '../../shared/ui/useKeptForm.ts';
import { hoursOf, writtenOf, type Written } from './service-values.ts';

/** The system or work process that the address names, and what it must and can do. */
export function useSystem() {
  const { assetKey = '' } = useParams<{ assetKey: string }>();
  return useView('GET /api/assets/:assetKey/continuity', { params: { assetKey } });
}

export interface RecoveryValues {
  promise: Written;
  backup: Written;
  ownMtd: Written;
  ownRto: Written;
  ownRpo: Written;
  redundancy: ContinuityView['recovery']['redundancy'];
  note: string;
  seen: string;
}
export const times = ['promise', 'backup', 'ownMtd', 'ownRto', 'ownRpo'] as const;

const startOf = ({ recovery }: ContinuityView): RecoveryValues => ({
  promise: writtenOf(recovery.promise),
  backup: writtenOf(recovery.backup),
  ownMtd: writtenOf(recovery.ownMtd),
  ownRto: writtenOf(recovery.ownRto),
  ownRpo: writtenOf(recovery.ownRpo),
  ...{ redundancy: recovery.redundancy, note: recovery.note, seen: recovery.changedAt ?? '' },
});

/** What it can do, as a form that keeps itself until it is saved. */
export function useRecoveryForm(view: ContinuityView, onDone: () => void) {
  const kept = useKeptForm<RecoveryValues>(`recovery.${view.asset.key}`, startOf(view), [
    ...times,
    ...(['redundancy', 'note'] as const),
  ]);
  const act = useAct('PUT /api/assets/:assetKey/continuity');
  const save = kept.form.handleSubmit(async ({ redundancy, note, seen, ...written }) => {
    const hours = times.flatMap((name) => {
      const given = hoursOf(written[name]);
      return typeof given === 'number' ? [[name, given] as const] : [];
    });
    try {
      await act.mutateAsync({
        params: { assetKey: view.asset.key },
        body: { ...Object.fromEntries(hours), redundancy, note, ...(seen ? { seen } : {}) },
      });
      kept.saved();
      notify(t('criticalServices.system.saved'));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { ...kept, save, busy: act.isPending, error: kept.elsewhere(act.error) };
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
