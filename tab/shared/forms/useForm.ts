import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useForm as useFields, type DefaultValues, type FieldPath, type FieldValues } from 'react-hook-form';
import { useLocation } from 'wouter';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';
import { notify } from '../ui/notify.ts';
import { useConflict, type Base, type HeldBase, type SavedNow, type Shared } from './useConflict.ts';
import { useDraftWriting, useFormDraft } from './useDraft.ts';

/** The form's base version. */
export interface Version<Values> {
  /** Empty while new. */
  etag: string;
  /** For an act in several steps: what is already saved. */
  beginWith: (saved: SavedNow<Values>) => void;
}

export interface FormDeclaration<Values extends FieldValues, Answer> {
  /** Initial values, named as in the API, so that an error finds its field. */
  start: Values;
  /** Key of the draft, saved on this device until the API has it. */
  draft?: string;
  /** Concurrent editing: fields are merged, and the writer resolves those changed by both. */
  shared?: Shared<Values>;
  /** The act. Without a promise nothing is sent. */
  send: (values: Values, api: typeof call, version: Version<Values>) => Promise<Answer> | undefined;
  /** Fields with another name in the API, or without an input of their own. */
  refused?: Readonly<Record<string, FieldPath<Values>>>;
  /** Message on success. */
  saved?: string | ((answer: Answer, values: Values) => string);
  /** Page on success. */
  goTo?: string | ((answer: Answer) => string);
  /** Closes and resets the dialog of the form. */
  close?: (answer: Answer) => void;
}

const unsent = Symbol('unsent');
const textOf = <Given extends unknown[]>(text: string | ((...given: Given) => string), ...given: Given): string =>
  typeof text === 'string' ? text : text(...given);

/**
 * The form hook of the tab: fields, the act that saves them, API errors at their fields, and what follows. Optionally
 * saves a draft on the device and merges concurrent edits.
 */
export function useForm<Values extends FieldValues, Answer>(declaration: FormDeclaration<Values, Answer>) {
  const { start, shared, send, refused = {}, saved, goTo, close } = declaration;
  const queries = useQueryClient();
  const [, go] = useLocation();
  const draft = useFormDraft<Values>(declaration.draft, shared !== undefined);
  const form = useFields<Values>({
    // Values for all fields include values for some.
    defaultValues: { ...start, ...draft.found } as DefaultValues<Values>,
    mode: declaration.draft === undefined ? 'onSubmit' : 'onTouched',
  });
  const begun: Base<Values> = { values: start, etag: shared?.etag ?? '' };
  const [base] = useState(() => heldBase<Values>(draft.base ?? begun));
  useDraftWriting(form, base, draft);
  const onBegin = () => draft.write(form.getValues(), base.get());
  const conflict = useConflict<Values>({ form, start, shared, base, onBegin });
  const [error, setError] = useState<Error | null>(null);
  const [refusedAt, setRefusedAt] = useState<readonly FieldPath<Values>[]>([]);

  const act = useMutation({
    mutationFn: async (values: Values) => {
      const beginWith = ({ values: now, at }: SavedNow<Values>) => {
        base.set({ values: now, etag: at });
        onBegin();
      };
      const sending = send(values, call, { etag: base.get().etag, beginWith });
      return sending ? sending : unsent;
    },
    onSuccess: (answer) => answer !== unsent && void queries.invalidateQueries(),
  });

  const fieldOf = (path: string): FieldPath<Values> | undefined => {
    const { mount, array } = form.control._names;
    return refused[path] ?? [...mount, ...array].find((name): name is FieldPath<Values> => name === path);
  };
  async function refuse(thrown: unknown) {
    // The writer aborted an upload.
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return;
    if (shared && thrown instanceof ApiError && thrown.code === shared.code) return conflict.compare();
    const fields = thrown instanceof ApiError ? thrown.fields : [];
    const found = fields.flatMap(({ path, message }) => {
      const field = fieldOf(path);
      return field ? [{ field, message }] : [];
    });
    found.forEach(({ field, message }, place) => form.setError(field, { message }, { shouldFocus: place === 0 }));
    setRefusedAt(found.map(({ field }) => field));
    if (found.length === 0 || found.length < fields.length)
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
  }
  const submit = form.handleSubmit(async (values) => {
    try {
      const answer = await act.mutateAsync(values);
      if (answer === unsent) return;
      if (close) form.reset(start);
      draft.clear();
      if (saved !== undefined) notify(textOf(saved, answer, values));
      close?.(answer);
      if (goTo !== undefined) go(textOf(goTo, answer));
    } catch (thrown) {
      await refuse(thrown);
    }
  });

  const { errors, submitCount } = form.formState;
  return {
    form,
    control: form.control,
    /** Submits, or focuses the first invalid field. */
    save: (event?: SyntheticEvent) => {
      setError(null);
      // Errors of the API are for the API to reassess.
      form.clearErrors([...refusedAt]);
      return submit(event);
    },
    busy: act.isPending || conflict.busy,
    /** Errors without a field. */
    error: conflict.error ?? error,
    /** Number of invalid fields, after an attempt. */
    wrong: submitCount > 0 ? Object.keys(errors).length : 0,
    conflict,
    draft: {
      /** Time of the last save on this device. */
      savedAt: draft.savedAt,
      /** The form was restored from a saved draft. */
      restored: draft.found !== undefined,
      discard: () => {
        conflict.forget();
        form.reset(start);
        base.set(begun);
        draft.clear();
      },
    },
  };
}
export type FormState<Values extends FieldValues> = ReturnType<typeof useForm<Values, unknown>>;

/** The base version, changed without a render. */
function heldBase<Values>(first: Base<Values>): HeldBase<Values> {
  let now = first;
  return { get: () => now, set: (next) => void (now = next) };
}
