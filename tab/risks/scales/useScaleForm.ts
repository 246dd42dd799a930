import { useState } from 'react';
import type { RiskScale, ScaleSummary } from '../../../api/risks/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { useDraft } from '../../shared/forms/useDraft.ts';
import { notify } from '../../shared/ui/notify.ts';
import { problemsOf } from './scale-edit.ts';

interface Kept {
  title: string;
  scale: RiskScale;
}

/** The form of an own scale: what is wrong by field, from the form itself or the API. */
export function useScaleForm(source: ScaleSummary, onDone: () => void) {
  const { found, savedAt, keep, forget } = useDraft<Kept>(`scale.${source.key}`);
  const [value, setValue] = useState<Kept>(found ?? { title: '', scale: source.scale });
  const [restored, setRestored] = useState(found !== undefined);
  const [tried, setTried] = useState(false);
  const make = useAct('POST /api/risks/scales');
  const problems = problemsOf(value.title, value.scale);
  const refused = make.error instanceof ApiError ? make.error.fields : [];
  const change = (next: Partial<Kept>) => {
    const whole = { ...value, ...next };
    setValue(whole);
    keep(whole);
  };
  return {
    ...value,
    keptAt: savedAt,
    restored,
    change,
    problems,
    busy: make.isPending,
    setScale: (scale: RiskScale) => change({ scale }),
    tried,
    /** The sentence at a field, once somebody has tried to save. */
    wrong: (path: string): string | undefined => {
      const problem = tried ? problems.get(path) : undefined;
      if (problem === 'required') return t('common.form.required');
      if (problem === 'falls') return t('riskAssessment.scales.falls');
      return refused.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message;
    },
    error: refused.length > 0 ? null : make.error,
    startAnew: () => {
      forget();
      setRestored(false);
      setValue({ title: '', scale: source.scale });
    },
    save: async () => {
      setTried(true);
      if (problems.size > 0) return false;
      const { title, scale } = value;
      const saved = await make.mutateAsync({ body: { title, scale } }).catch(() => undefined);
      if (!saved) return false;
      forget();
      notify(t('riskAssessment.scales.made'));
      onDone();
      return true;
    },
  };
}
export type ScaleForm = ReturnType<typeof useScaleForm>;
