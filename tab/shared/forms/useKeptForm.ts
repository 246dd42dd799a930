import { useEffect, useState } from 'react';
import { useForm, type DefaultValues, type FieldPath, type FieldValues } from 'react-hook-form';
import { ApiError } from '../api/api-error.ts';
import { useDraft } from './useDraft.ts';

const restMilliseconds = 400;

/** Whether the API has the content: known before unmounting, outside React. */
function untilSaved() {
  let saved = false;
  return { done: () => void (saved = true), isDone: () => saved };
}

/** A form that saves itself on this device under a key until the API has it, and shows API errors at its fields. */
export function useKeptForm<Values extends FieldValues>(
  key: string,
  start: DefaultValues<Values>,
  fields: readonly FieldPath<Values>[],
) {
  const { found, savedAt: keptAt, keep, forget } = useDraft<Values>(key);
  const form = useForm<Values>({ defaultValues: { ...start, ...found }, mode: 'onTouched' });
  const [saving] = useState(untilSaved);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          timer = undefined;
          keep(form.getValues());
        }, restMilliseconds);
      },
    });
    // Leaving within the pause saves the last input too, unless submitted.
    const keepLast = () => {
      if (timer !== undefined && !saving.isDone()) keep(form.getValues());
    };
    // Teams removes the whole page when the tab is closed; nothing is unmounted then.
    addEventListener('pagehide', keepLast);
    return () => {
      removeEventListener('pagehide', keepLast);
      keepLast();
      clearTimeout(timer);
      stop();
    };
  }, [form, keep, saving]);

  const fieldOf = (path: string) => fields.find((field) => field === path);
  return {
    form,
    keptAt,
    restored: found !== undefined,
    /** The API has it: the draft is removed. */
    saved: () => {
      saving.done();
      forget();
    },
    discardKept: () => {
      forget();
      form.reset(start);
    },
    /** Shows API errors at their fields, focusing the first. */
    refuse: (error: unknown) => {
      const wrong = error instanceof ApiError ? error.fields : [];
      let first = true;
      for (const { path, message } of wrong) {
        const field = fieldOf(path);
        if (!field) continue;
        form.setError(field, { message }, { shouldFocus: first });
        first = false;
      }
    },
    /** The error unless shown at a field. */
    elsewhere: (error: Error | null) =>
      error instanceof ApiError && error.fields.some(({ path }) => fieldOf(path)) ? null : error,
  };
}
