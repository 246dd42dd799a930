import { useState } from 'react';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import type { Meaning } from '../../shared/meanwhile/merge-fields.ts';
import type { Begun, SavedNow } from '../../shared/meanwhile/useMeanwhile.ts';
import { useLatest } from '../../shared/meanwhile/useLatest.ts';
import { useSharedForm } from '../../shared/meanwhile/useSharedForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { hoursOf, writtenOf, type Written } from './service-values.ts';

export interface RecoveryFields {
  promise: Written;
  backup: Written;
  ownMtd: Written;
  ownRto: Written;
  ownRpo: Written;
  redundancy: ContinuityView['recovery']['redundancy'];
  note: string;
}
export type RecoveryValues = RecoveryFields & Begun<RecoveryFields>;
const times = ['promise', 'backup', 'ownMtd', 'ownRto', 'ownRpo'] as const;
const fields = [...times, ...(['redundancy', 'note'] as const)] as const;

const fieldsOf = ({ recovery }: ContinuityView): RecoveryFields => ({
  promise: writtenOf(recovery.promise),
  backup: writtenOf(recovery.backup),
  ownMtd: writtenOf(recovery.ownMtd),
  ownRto: writtenOf(recovery.ownRto),
  ownRpo: writtenOf(recovery.ownRpo),
  redundancy: recovery.redundancy,
  note: recovery.note,
});

function startOf(view: ContinuityView): RecoveryValues {
  const began = fieldsOf(view);
  return { ...began, began, seen: view.recovery.changedAt ?? '' };
}

const savedOf = (view: ContinuityView): SavedNow<RecoveryFields> => ({
  values: fieldsOf(view),
  by: view.recovery.changedBy?.name ?? '',
  at: view.recovery.changedAt ?? view.freshness.asOf,
});

export const recoveryMeaning: Meaning<RecoveryFields> = (values, field) => {
  const value = values[field];
  return typeof value === 'string' ? value : hoursOf(value);
};

/** What it can do, as a form that keeps itself until it is saved. */
export function useRecoveryForm(view: ContinuityView, onDone: () => void) {
  const [start] = useState(() => startOf(view));
  const params = { assetKey: view.asset.key };
  const latest = useLatest();
  const kept = useSharedForm<RecoveryFields, RecoveryValues>({
    keptAs: `recovery.${view.asset.key}`,
    start,
    fields,
    merged: fields,
    meaning: recoveryMeaning,
    refusedAs: 'services.changedMeanwhile',
    savedNow: async () => savedOf(await latest('GET /api/assets/:assetKey/continuity', { params })),
    put: (form, field, from) => form.setValue(field, from[field], { shouldDirty: true, shouldValidate: true }),
    beginWith: (form, { values, at }) => {
      form.setValue('began', values);
      form.setValue('seen', at);
    },
  });
  const act = useAct('PUT /api/assets/:assetKey/continuity');
  const save = kept.form.handleSubmit(async (values) => {
    const hours = times.flatMap((name) => {
      const given = hoursOf(values[name]);
      return typeof given === 'number' ? [[name, given] as const] : [];
    });
    const { redundancy, note, seen } = values;
    try {
      await act.mutateAsync({
        params,
        body: { ...Object.fromEntries(hours), redundancy, note, ...(seen ? { seen } : {}) },
      });
      kept.saved();
      notify(t('criticalServices.system.saved'));
      onDone();
    } catch (error) {
      await kept.refuse(error);
    }
  });
  return { ...kept, save, busy: act.isPending || kept.others.busy, error: kept.elsewhere(act.error) };
}
export type RecoveryFormState = ReturnType<typeof useRecoveryForm>;
