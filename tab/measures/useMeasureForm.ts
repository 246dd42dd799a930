import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MeasureBody, MeasureView } from '../../api/measures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/ui/useKeptForm.ts';
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

interface Form {
  title: string;
  background: string;
  risk: string;
  recommendation: string;
  /** As people write money. */
  costOnce: string;
  costYearly: string;
  steps: { title: string; role: (typeof stepRoles)[number] | ''; due: string }[];
}
const fields = ['title', 'background', 'risk', 'recommendation', 'costOnce', 'costYearly', 'steps'] as const;

const startOf = (measure: MeasureView | undefined): Form => ({
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

const bodyOf = ({ costOnce, costYearly, steps, ...texts }: Form): MeasureBody => ({
  ...texts,
  costOnce: kronerOf(costOnce) ?? 0,
  costYearly: kronerOf(costYearly) ?? 0,
  steps: steps.flatMap(({ title, role, due }) => (role === '' ? [] : [{ title, role, due }])),
});

/** The form of a proposal: keeps itself on this device, and saves a draft. */
export function useMeasureForm(measure: MeasureView | undefined) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(measure));
  const kept = useKeptForm<Form>(`measure.${measure?.key ?? 'new'}`, start, fields);
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
      kept.refuse(error);
    }
  });
  return {
    form: kept.form,
    save,
    busy: propose.isPending || change.isPending,
    error: kept.elsewhere(propose.error ?? change.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    discardKept: kept.discardKept,
  };
}
export type MeasureFormState = ReturnType<typeof useMeasureForm>;
