import { useEffect, useState } from 'react';
import { useForm, type DefaultValues, type FieldPath, type FieldValues } from 'react-hook-form';
import { ApiError } from '../api/api-error.ts';
import { useDraft } from './useDraft.ts';

const restMilliseconds = 400;

/** Whether the API has the words: known before the form is gone, when React has no say any more. */
function untilSaved() {
  let saved = false;
  return { done: () => void (saved = true), isDone: () => saved };
}

/** A form that keeps itself on this device under a key until it is saved, and shows the API's refusals at its fields. */
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
    // Leaving within the pause keeps the last words too, but not those that were saved.
    const keepLast = () => {
      if (timer !== undefined && !saving.isDone()) keep(form.getValues());
    };
    // Teams takes the whole page away when the tab is closed; nothing is unmounted then.
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
    /** The API has it: nothing is kept any more. */
    saved: () => {
      saving.done();
      forget();
    },
    discardKept: () => {
      forget();
      form.reset(start);
    },
    /** Puts what the API refused at its fields, the first one focused. */
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
    /** The error unless it stands at a field. */
    elsewhere: (error: Error | null) =>
      error instanceof ApiError && error.fields.some(({ path }) => fieldOf(path)) ? null : error,
  };
}
