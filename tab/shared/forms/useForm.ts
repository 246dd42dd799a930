import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, type SyntheticEvent } from 'react';
import { useForm as useFields, type DefaultValues, type FieldPath, type FieldValues } from 'react-hook-form';
import { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';
import { refetchChanged } from '../api/queries.ts';
import { notify } from '../ui/notify.ts';
import { openDialogs } from '../ui/open-dialogs.ts';
import { useGoAfter, useLeavePage } from '../navigation/leave-page.ts';
import { isChanged, pressMilliseconds, useShownForm, writtenSince } from './leave-form.ts';
import { onceAtATime } from './once-at-a-time.ts';
import { fieldOfPath } from './field-of-path.ts';
import { modeOf } from './field-rules.ts';
import { isUntouched } from './merge-fields.ts';
import { useAutosave, type Outcome } from './useAutosave.ts';
import { conflictShown } from './Conflict.tsx';
import { holdFields } from '../ui/hold-fields.ts';
import { etagOf, heldBase, useConflict, type Base, type SavedNow, type Shared } from './useConflict.ts';
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
  /** Validates on change, not on blur or submit. */
  checksAtOnce?: boolean;
  /** Untouched fields follow `start` when it changes. */
  follows?: boolean;
  /** Key of the draft, saved on this device until the API has it. */
  draft?: string;
  /** Fields of the draft; all by default. */
  draftOf?: readonly (keyof Values & string)[];
  /** Concurrent editing: fields are merged, and the writer resolves those changed by both. */
  shared?: Shared<Values>;
  /** Saves after a pause; stops at a conflict until the writer has chosen a version. */
  autosaves?: boolean;
  /** The act. Without a promise nothing is sent. */
  send: (values: Values, api: typeof call, version: Version<Values>) => Promise<Answer> | undefined;
  /** Fields with another name in the API, or without an input of their own; what is within them goes there too. */
  refused?: Readonly<Record<string, FieldPath<Values>>>;
  /** Message on success. */
  saved?: string | ((answer: Answer, values: Values) => string);
  /** Page on success. */
  goTo?: string | ((answer: Answer) => string);
  /** Refetches the views on a conflict, so that a second press is about the current version. */
  looksAgain?: boolean;
  /** Closes and resets the dialog of the form. */
  close?: (answer: Answer) => void;
  /** `close` leaves the form on the page, empty, for the next: what is written while it is sent stays. */
  stays?: boolean;
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
  const go = useGoAfter();
  const leavePage = useLeavePage();
  const [restored, setRestored] = useState(true);
  const draft = useFormDraft<Values>(declaration.draft, shared !== undefined, declaration.draftOf);
  const form = useFields<Values>({
    // Values for all fields include values for some.
    defaultValues: { ...start, ...draft.found } as DefaultValues<Values>,
    ...(declaration.follows ? { values: start, resetOptions: { keepDirtyValues: true } } : {}),
    mode: modeOf(declaration),
    delayError: pressMilliseconds,
  });
  const begun: Base<Values> = { values: start, etag: shared?.etag ?? '' };
  const [base] = useState(() => heldBase<Values>(draft.base ?? begun));
  useDraftWriting(form, base, draft);
  useShownForm(form);
  const onBegin = () => {
    if (draft.isKept()) draft.write(form.getValues(), base.get());
  };
  const conflict = useConflict<Values>({ form, start, shared, base, onBegin });
  // An untouched form follows what others save; a touched one what it saved itself.
  const follow = useEffectEvent(() => {
    const { values, etag } = base.get();
    if (!shared?.names || etag === shared.etag) return;
    const isMine = !isUntouched(form.getValues(), values, conflict.meaning);
    if (isMine && !isUntouched(start, values, conflict.meaning)) return;
    base.set(begun);
    if (!isMine) form.reset(start);
  });
  useEffect(() => follow(), [shared?.etag]);
  const [error, setError] = useState<Error | null>(null);
  const [refusedAt, setRefusedAt] = useState<readonly FieldPath<Values>[]>([]);

  const beginWith = (now: SavedNow<Values>) => {
    base.set({ values: now.values, etag: etagOf(now) });
    onBegin();
  };
  const sendNow = (values: Values) => send(values, call, { etag: base.get().etag, beginWith });
  const act = useMutation({
    mutationFn: async (values: Values) => {
      const sending = sendNow(values);
      return sending ? sending : unsent;
    },
    onSuccess: (answer) => answer !== unsent && refetchChanged(queries),
  });

  const isConflict = (thrown: unknown): thrown is ApiError =>
    shared !== undefined &&
    thrown instanceof ApiError &&
    (shared.code ? thrown.code === shared.code : thrown.code.startsWith('edits.'));
  /** Sets the API's errors on their fields; others become the error of the form. */
  function refuse(thrown: unknown, shouldFocus: boolean): 'wrong' | 'failed' {
    const fields = thrown instanceof ApiError ? thrown.fields : [];
    const found = fields.flatMap(({ path, message }) => {
      const field = fieldOfPath(path, form.control, refused);
      return field ? [{ field, message }] : [];
    });
    found.forEach(({ field, message }, place) =>
      form.setError(field, { message }, { shouldFocus: shouldFocus && place === 0 }),
    );
    setRefusedAt(found.map(({ field }) => field));
    if (found.length > 0 && found.length === fields.length) return 'wrong';
    setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    return 'failed';
  }
  const writeOn = (sent: Values, typed: Values) => {
    const since = writtenSince(sent, typed, close !== undefined);
    since.forEach(([field, value]) => form.setValue(field, value, { shouldDirty: true }));
    if (since.length > 0) draft.write(form.getValues(), base.get());
  };
  const [unlessUnderWay] = useState(onceAtATime);
  /** `release` gives the fields back, before one of them is focused. */
  const sendPressed = async (values: Values, release?: () => void, again = true): Promise<void> => {
    try {
      const answer = await act.mutateAsync(values).finally(release);
      if (answer === unsent) return;
      conflict.forget();
      const typed = form.getValues();
      if (close) form.reset(start);
      else base.set({ ...base.get(), values });
      draft.clear();
      if (isKeptOn) writeOn(values, typed);
      if (saved !== undefined) notify(textOf(saved, answer, values));
      close?.(answer);
      if (goTo === undefined) return;
      const to = textOf(goTo, answer);
      // A form's page is over; what is below a dialog is not.
      if (openDialogs.length === 0) leavePage(to);
      else go(to);
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'AbortError') return;
      if (isConflict(thrown)) {
        const saved = await conflict.compare(thrown);
        return saved === 'same' && again ? sendPressed(values, undefined, false) : undefined;
      }
      if (declaration.looksAgain && thrown instanceof ApiError && thrown.kind === 'conflict') refetchChanged(queries);
      refuse(thrown, true);
    }
  };
  const isKeptOn = declaration.stays ?? !(close || goTo);
  const submit = (event?: SyntheticEvent) => {
    const fields = event?.currentTarget;
    const sendHeld = (values: Values) => sendPressed(values, fields && !isKeptOn ? holdFields(fields) : undefined);
    return form.handleSubmit((values) => unlessUnderWay(() => sendHeld(values)))(event);
  };
  /** `again`: another may save once more meanwhile; then the writer chooses. */
  const sendItself = async (again = true): Promise<Outcome> => {
    if (!(await form.trigger())) return 'wrong';
    try {
      await sendNow(form.getValues());
      return 'saved';
    } catch (thrown) {
      if (!isConflict(thrown)) return refuse(thrown, false);
      return again && (await conflict.merge()) ? sendItself(false) : 'conflict';
    }
  };
  const autosave = useAutosave(
    form,
    { send: () => sendItself(), onSaved: draft.clear },
    { isOn: declaration.autosaves === true, isRestored: draft.found !== undefined },
  );

  const { errors, submitCount } = form.formState;
  const discard = () => {
    setRestored(false);
    conflict.forget();
    form.reset(start);
    base.set(begun);
    draft.clear();
  };
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
    /** An edit conflict, for `Form` and `FormDialog`. */
    meanwhile: conflict.found && shared?.names ? conflictShown({ control: form.control, conflict }, shared) : null,
    autosave,
    /** Changes the base version and keeps the values. */
    beginWith,
    /** Changes the base version and the values. */
    restart: (now: SavedNow<Values>) => {
      base.set({ values: now.values, etag: etagOf(now) });
      form.reset(now.values);
      draft.clear();
      autosave.settle();
    },
    draft: {
      /** Time of the last save on this device. */
      savedAt: draft.savedAt,
      /** The form was restored from a saved draft. */
      restored: restored && draft.found !== undefined,
      discard,
    },
    /** Whether leaving loses text; a draft is there when the form is opened again. */
    isWritten: () => declaration.draft === undefined && isChanged(form.getValues(), form.formState.defaultValues ?? {}),
    discard,
  };
}
export type FormState<Values extends FieldValues> = ReturnType<typeof useForm<Values, unknown>>;
