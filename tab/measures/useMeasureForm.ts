import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MeasureBody, MeasureView } from '../../api/measures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import type { Meaning } from '../shared/meanwhile/merge-fields.ts';
import { useLatest } from '../shared/meanwhile/useLatest.ts';
import type { Begun, SavedNow } from '../shared/meanwhile/useMeanwhile.ts';
import { useSharedForm } from '../shared/meanwhile/useSharedForm.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { kronerOf } from '../shared/kroner.ts';

/** Who can do what follows from a measure: everybody but the auditor, who changes nothing. */
export const stepRoles = [
  'securityTeam',
  'ciso',
  'securityCommittee',
  'centreManager',
  'coordinator',
  'corporateManagement',
  'executiveBoard',
] as const satisfies readonly MeasureBody['steps'][number]['role'][];

export interface MeasureFields {
  title: string;
  background: string;
  risk: string;
  recommendation: string;
  /** As people write money. */
  costOnce: string;
  costYearly: string;
  steps: { title: string; role: (typeof stepRoles)[number] | ''; due: string }[];
}
export type MeasureValues = MeasureFields & Begun<MeasureFields>;
const fields = ['title', 'background', 'risk', 'recommendation', 'costOnce', 'costYearly', 'steps'] as const;

const fieldsOf = (measure: MeasureView | undefined): MeasureFields => ({
  title: measure?.title ?? '',
  background: measure?.background ?? '',
  risk: measure?.risk ?? '',
  recommendation: measure?.recommendation ?? '',
  costOnce: asNumber(measure?.costOnce ?? 0),
  costYearly: asNumber(measure?.costYearly ?? 0),
  steps: (measure?.steps ?? []).map(({ title, role, due }) => ({
    title,
    role: stepRoles.find((known) => known === role) ?? '',
    due,
  })),
});

function startOf(measure: MeasureView | undefined): MeasureValues {
  const began = fieldsOf(measure);
  return { ...began, began, seen: measure?.changedAt ?? '' };
}

const savedOf = (measure: MeasureView): SavedNow<MeasureFields> => ({
  values: fieldsOf(measure),
  by: measure.changedBy.name,
  at: measure.changedAt,
});

/** Money is the same however it is written. */
export const measureMeaning: Meaning<MeasureFields> = (values, field) =>
  ({ ...values, costOnce: kronerOf(values.costOnce), costYearly: kronerOf(values.costYearly) })[field];

const bodyOf = ({ costOnce, costYearly, steps, seen, began: _, ...texts }: MeasureValues): MeasureBody => ({
  ...texts,
  ...(seen ? { seen } : {}),
  costOnce: kronerOf(costOnce) ?? 0,
  costYearly: kronerOf(costYearly) ?? 0,
  steps: steps.flatMap(({ title, role, due }) => (role === '' ? [] : [{ title, role, due }])),
});

/**
 * The form of a proposal: keeps itself on this device, saves a draft, and loses nothing when somebody else has changed it.
 */
export function useMeasureForm(measure: MeasureView | undefined) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(measure));
  const latest = useLatest();
  const kept = useSharedForm<MeasureFields, MeasureValues>({
    keptAs: `measure.${measure?.key ?? 'new'}`,
    start,
    fields,
    merged: fields,
    meaning: measureMeaning,
    refusedAs: 'measures.changedMeanwhile',
    savedNow: async () => {
      const params = { measureKey: measure?.key ?? '' };
      return savedOf(await latest('GET /api/measures/:measureKey', { params }));
    },
    put: (form, field, from) => form.setValue(field, from[field], { shouldDirty: true, shouldValidate: true }),
    beginWith: (form, { values, at }) => {
      form.setValue('began', values);
      form.setValue('seen', at);
    },
  });
  const propose = useAct('POST /api/measures');
  const change = useAct('PUT /api/measures/:measureKey');
  const save = kept.form.handleSubmit(async (values) => {
    const body = bodyOf(values);
    try {
      const saved = measure
        ? await change.mutateAsync({ params: { measureKey: measure.key }, body })
        : await propose.mutateAsync({ body });
      kept.saved();
      notify(t('measures.form.saved'));
      goTo(`/measures/${encodeURIComponent(saved.key)}`);
    } catch (error) {
      await kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    others: kept.others,
    busy: propose.isPending || change.isPending || kept.others.busy,
    error: kept.elsewhere(propose.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type MeasureFormState = ReturnType<typeof useMeasureForm>;
