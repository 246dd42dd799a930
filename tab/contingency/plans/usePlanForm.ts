import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { call } from '../../shared/api/client.ts';
import { useAct, viewOptions } from '../../shared/api/queries.ts';
import { useUpload } from '../../shared/api/upload.ts';
import type { SavedNow } from '../../shared/forms/useConflict.ts';
import { useDraft } from '../../shared/forms/useDraft.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { bodyOf, mergedParts, planMeaning, valuesOf, type PlanValues } from './plan-values.ts';

/** The writer's own text after the other's draft was taken: stays on this device until used or discarded. */
function useAside(key: string) {
  const { found, keep, forget } = useDraft<PlanValues>(key);
  const [values, setValues] = useState(found);
  return {
    values,
    put: (mine: PlanValues) => {
      keep(mine);
      setValues(mine);
    },
    clear: () => {
      forget();
      setValues(undefined);
    },
  };
}

/** The API's draft. */
const savedIn = (plan: PlanView): SavedNow<PlanValues> => ({
  values: valuesOf(plan),
  by: '',
  at: plan.coming?.changedAt ?? '',
});

/** The form of a plan; saves itself. */
export function usePlanForm(plan: PlanView) {
  const queries = useQueryClient();
  const request = { params: { planKey: plan.key } };
  const { queryKey } = viewOptions('GET /api/contingency/plans/:planKey', request);
  const show = (view: PlanView) => void queries.setQueryData(queryKey, view);
  const state = useForm({
    start: valuesOf(plan),
    draft: `plan.${plan.key}`,
    shared: {
      etag: plan.coming?.changedAt ?? '',
      code: 'contingency.changedMeanwhile',
      meaning: planMeaning,
      texts: mergedParts,
      latest: async (read) => savedIn(await read('GET /api/contingency/plans/:planKey', request)),
    },
    autosaves: true,
    send: async (values, api, { etag, beginWith }) => {
      const body = { ...bodyOf(values), expected: etag || null };
      const view = await api('PUT /api/contingency/plans/:planKey/draft', { ...request, body });
      beginWith(savedIn(view));
      show(view);
    },
  });
  const { form, autosave } = state;
  const take = (view: PlanView) => {
    state.beginWith(savedIn(view));
    show(view);
  };
  const aside = useAside(`plan-aside.${plan.key}`);
  const latest = () => call('GET /api/contingency/plans/:planKey', request);
  const remove = useAct('DELETE /api/contingency/plans/:planKey/draft/forms/:formKey');
  const upload = useUpload('POST /api/contingency/plans/:planKey/draft/forms');
  return {
    form,
    saving: autosave.saving,
    restored: state.draft.restored,
    /** Ensures the API has the draft; an invalid field prevents it. */
    flush: autosave.flush,
    /** The latest API answer. */
    known: (): PlanView => queries.getQueryData<PlanView>(queryKey) ?? plan,
    takeTheirs: async () => {
      const theirs = await latest();
      aside.put(form.getValues());
      show(theirs);
      state.restart(savedIn(theirs));
    },
    /** The writer's own text, after the other's was taken: to be reused, or discarded. */
    aside: aside.values && {
      use: () => {
        form.reset(aside.values);
        aside.clear();
      },
      discard: aside.clear,
    },
    keepMine: async () => {
      state.beginWith(savedIn(await latest()));
      await autosave.save();
    },
    upload,
    sendForm: async (file: File) => {
      // A form needs a draft.
      if (!(plan.coming ? await autosave.flush() : await autosave.save())) return;
      await upload.upload(request, file).then(take, () => undefined);
    },
    removing: remove.isPending ? remove.variables?.params.formKey : undefined,
    removeError: remove.error,
    removeForm: async (formKey: string) => {
      if (!(await autosave.flush())) return;
      const view = await remove.mutateAsync({ params: { planKey: plan.key, formKey } }).catch(() => undefined);
      if (!view) return;
      take(view);
      notify(t('contingencyPlans.form.formRemoved'));
    },
  };
}
export type PlanFormState = ReturnType<typeof usePlanForm>;
