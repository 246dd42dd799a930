import type { MeasureBody, MeasureView } from '../../api/measures/contract.ts';
import type { Meaning } from '../shared/forms/merge-fields.ts';
import { useForm, type FormState } from '../shared/forms/useForm.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { kronerOf } from '../shared/kroner.ts';

/** Roles that can carry out a step: all but the auditor, who is read-only. */
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
  /** As typed. */
  costOnce: string;
  costYearly: string;
  steps: { title: string; role: (typeof stepRoles)[number] | ''; due: string }[];
}
export type MeasureFormState = FormState<MeasureFields>;

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

/** Amounts are equal in any notation. */
const meaning: Meaning<MeasureFields> = (values, field) =>
  ({ ...values, costOnce: kronerOf(values.costOnce), costYearly: kronerOf(values.costYearly) })[field];

const bodyOf = ({ costOnce, costYearly, steps, ...texts }: MeasureFields): MeasureBody => ({
  ...texts,
  costOnce: kronerOf(costOnce) ?? 0,
  costYearly: kronerOf(costYearly) ?? 0,
  steps: steps.flatMap(({ title, role, due }) => (role === '' ? [] : [{ title, role, due }])),
});

/** The form of a proposal, saved as a draft in the system. */
export function useMeasureForm(measure: MeasureView | undefined): MeasureFormState {
  const params = { measureKey: measure?.key ?? '' };
  return useForm({
    start: fieldsOf(measure),
    draft: `measure.${measure?.key ?? 'new'}`,
    shared: {
      etag: measure?.changedAt ?? '',
      code: 'measures.changedMeanwhile',
      meaning,
      latest: async (read) => {
        const now = await read('GET /api/measures/:measureKey', { params });
        return { values: fieldsOf(now), by: now.changedBy.name, at: now.changedAt };
      },
    },
    send: (values, api, { etag }) => {
      const body = bodyOf(values);
      return measure
        ? api('PUT /api/measures/:measureKey', { params, body: { ...body, expected: etag } })
        : api('POST /api/measures', { body });
    },
    saved: t('measures.form.saved'),
    goTo: ({ key }) => `/measures/${encodeURIComponent(key)}`,
  });
}
