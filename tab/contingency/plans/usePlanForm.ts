import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { call } from '../../shared/api/client.ts';
import { useAct, viewOptions } from '../../shared/api/queries.ts';
import { useUpload } from '../../shared/api/upload.ts';
import { t } from '../../shared/texts/texts.ts';
import { useDraft } from '../../shared/forms/useDraft.ts';
import { notify } from '../../shared/ui/notify.ts';
import { createDraftSaver, type Outcome } from './draft-saver.ts';
import { bodyOf, valuesOf, type PlanValues } from './plan-values.ts';

const keepMilliseconds = 400;
const fields = [
  'title',
  'centreIds',
  'summary',
  'reviewMonths',
  'testMonths',
] as const satisfies readonly (keyof PlanValues)[];

/** The draft as the writer saw it last: what the API compares with, to find out that somebody else has changed it. */
function seenDraft(first: string | undefined) {
  let seen = first;
  return { is: () => seen, now: ({ coming }: PlanView) => void (seen = coming?.changedAt) };
}

/** What the writer had written when the other's draft was taken instead: stays on this device until it is chosen or let go. */
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

/** Puts what the API refused at its field, where it has one here. */
function refused(form: UseFormReturn<PlanValues>, error: unknown): Outcome {
  if (!(error instanceof ApiError)) return 'failed';
  if (error.code === 'contingency.changedMeanwhile') return 'conflict';
  const known = error.fields.flatMap(({ path, message }) => {
    const field = fields.find((one) => one === path);
    return field ? [{ field, message }] : [];
  });
  known.forEach(({ field, message }) => form.setError(field, { message }));
  return known.length > 0 ? 'wrong' : 'failed';
}

/**
 * The form of a plan, which saves itself. What the API does not have yet stands on this device, so that leaving or a lost
 * connection loses nothing.
 */
export function usePlanForm(plan: PlanView) {
  const queries = useQueryClient();
  const request = { params: { planKey: plan.key } };
  const { queryKey } = viewOptions('GET /api/contingency/plans/:planKey', request);
  const { found, keep, forget } = useDraft<{ values: PlanValues; seen: string | undefined }>(`plan.${plan.key}`);
  const [start] = useState(() => ({ ...valuesOf(plan), ...found?.values }));
  const form = useForm<PlanValues>({ defaultValues: start, mode: 'onTouched' });
  const [seen] = useState(() => seenDraft(found ? found.seen : plan.coming?.changedAt));
  const take = (view: PlanView) => {
    seen.now(view);
    queries.setQueryData(queryKey, view);
    return view;
  };
  const send = async (): Promise<Outcome> => {
    if (!(await form.trigger())) return 'wrong';
    const known = seen.is();
    const body = { ...bodyOf(form.getValues()), ...(known ? { seen: known } : {}) };
    try {
      take(await call('PUT /api/contingency/plans/:planKey/draft', { ...request, body }));
      return 'saved';
    } catch (error) {
      return refused(form, error);
    }
  };
  const aside = useAside(`plan-aside.${plan.key}`);
  const [saver] = useState(() => createDraftSaver(send, forget));
  const saving = useSyncExternalStore(saver.subscribe, saver.current);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keepNow = () => saver.isPending() && keep({ values: form.getValues(), seen: seen.is() });
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        saver.touch();
        clearTimeout(timer);
        timer = setTimeout(keepNow, keepMilliseconds);
      },
    });
    // Teams takes the whole page away when the tab is closed; nothing is unmounted then.
    addEventListener('pagehide', keepNow);
    return () => {
      removeEventListener('pagehide', keepNow);
      clearTimeout(timer);
      stop();
      keepNow();
      void saver.flush();
    };
  }, [form, keep, saver, seen]);
  useEffect(() => {
    if (found) saver.touch();
  }, [found, saver]);

  const latest = () => call('GET /api/contingency/plans/:planKey', request);
  const begin = (view: PlanView) => {
    take(view);
    forget();
    form.reset(valuesOf(view));
    saver.settle();
  };
  const remove = useAct('DELETE /api/contingency/plans/:planKey/draft/forms/:formKey');
  const upload = useUpload('POST /api/contingency/plans/:planKey/draft/forms');
  return {
    form,
    saving,
    restored: found !== undefined,
    /** The draft is at the API as it stands here; a field that is wrong keeps it back. */
    flush: saver.flush,
    /** What the API said last. */
    known: (): PlanView => queries.getQueryData<PlanView>(queryKey) ?? plan,
    takeTheirs: async () => {
      const theirs = await latest();
      aside.put(form.getValues());
      begin(theirs);
    },
    /** The writer's own text, after the other's was taken: it can be used again, or thrown away. */
    aside: aside.values && {
      use: () => {
        form.reset(aside.values);
        aside.clear();
        saver.touch();
      },
      discard: aside.clear,
    },
    keepMine: async () => {
      seen.now(await latest());
      await saver.save();
    },
    upload,
    sendForm: async (file: File) => {
      // A form is put on a draft, so there has to be one.
      if (!(plan.coming ? await saver.flush() : await saver.save())) return;
      await upload.upload(request, file).then(take, () => undefined);
    },
    removing: remove.isPending ? remove.variables.params.formKey : undefined,
    removeError: remove.error,
    removeForm: async (formKey: string) => {
      if (!(await saver.flush())) return;
      const view = await remove.mutateAsync({ params: { planKey: plan.key, formKey } }).catch(() => undefined);
      if (!view) return;
      take(view);
      notify(t('contingencyPlans.form.formRemoved'));
    },
  };
}
export type PlanFormState = ReturnType<typeof usePlanForm>;
