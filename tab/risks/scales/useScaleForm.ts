import { useWatch } from 'react-hook-form';
import type { RiskScale, ScaleSummary } from '../../../api/risks/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { problemsOf } from './scale-edit.ts';

interface Values {
  title: string;
  scale: RiskScale;
}

/** The form of an own scale: errors by field, from the form itself or the API. */
export function useScaleForm(source: ScaleSummary, close: () => void) {
  const start: Values = { title: '', scale: source.scale };
  const state = useForm({
    start,
    draft: `scale.${source.key}`,
    send: (body, api) =>
      problemsOf(body.title, body.scale).size > 0 ? undefined : api('POST /api/risks/scales', { body }),
    saved: t('riskAssessment.scales.made'),
    close,
  });
  const { form } = state;
  const value = useWatch({ control: form.control, compute: (values: Values) => values });
  const problems = problemsOf(value.title, value.scale);
  const tried = form.formState.submitCount > 0;
  const refused = state.error instanceof ApiError ? state.error.fields : [];
  return {
    ...state,
    ...value,
    /** How many fields are wrong, once it has been tried. */
    wrong: tried ? problems.size : 0,
    error: refused.length > 0 ? null : state.error,
    setTitle: (title: string) => form.setValue('title', title),
    setScale: (scale: RiskScale) => form.setValue('scale', scale),
    /** A field's error, after an attempt to save. */
    wrongAt: (path: string): string | undefined => {
      const problem = tried ? problems.get(path) : undefined;
      if (problem === 'required') return t('common.form.required');
      if (problem === 'falls') return t('riskAssessment.scales.falls');
      return refused.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
    },
  };
}
export type ScaleForm = ReturnType<typeof useScaleForm>;
