import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { loadTexts } from '../texts/texts.ts';
import { isSame, mergeFields, type FieldOf, type Meaning } from './merge-fields.ts';
import { useLatest, type ReadLatest } from './useLatest.ts';

/** The version the form started from; none for a new record. */
export interface Base<Values> {
  values: Values;
  etag: string;
}
export interface HeldBase<Values> {
  get: () => Base<Values>;
  set: (next: Base<Values>) => void;
}

/** The saved version, its author and time; the time is the version. */
export interface SavedNow<Values> {
  values: Values;
  by: string;
  at: string;
}

/** How a form with concurrent editing is saved. */
export interface Shared<Values> {
  /** The version the form starts from; empty when new. */
  etag: string;
  /** The error code of an edit conflict. */
  code: string;
  /** A field's canonical value, when notations differ. */
  meaning?: Meaning<Values>;
  /** Reads the saved version. */
  latest: (read: ReadLatest) => Promise<SavedNow<Values>>;
  /** The mergeable fields; all by default. */
  fields?: readonly FieldOf<Values>[];
  /** A field that is not the writer's own when the other's is taken. */
  untouched?: FieldOf<Values>;
}

/** Another has saved since the form opened. */
export interface EditConflict<Values> extends SavedNow<Values> {
  /** Changed by the other only: merged into the form. */
  taken: readonly FieldOf<Values>[];
  /** Changed by both, differently: the writer chooses. */
  both: readonly FieldOf<Values>[];
  /** The writer's own values where the other's is currently chosen. */
  own: Values;
}

interface Options<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  start: Values;
  shared: Shared<Values> | undefined;
  base: HeldBase<Values>;
  /** The form has moved to another version. */
  onBegin: () => void;
}

/**
 * Resolves edit conflicts: on the second save, fields changed only by the other are merged into the form, and for
 * fields changed by both the writer chooses. Nothing typed is lost, and the next save succeeds.
 */
export function useConflict<Values extends FieldValues>({ form, start, shared, base, onBegin }: Options<Values>) {
  const [found, setFound] = useState<EditConflict<Values>>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const read = useLatest();
  const meaning: Meaning<Values> = shared?.meaning ?? ((values, field) => values[field]);
  const put = (field: FieldOf<Values>, from: Values) =>
    // A field of the values is a path of the form.
    form.setValue(field as FieldPath<Values>, from[field], {
      shouldDirty: field !== shared?.untouched,
      shouldValidate: true,
    });

  async function compare() {
    if (!shared) return;
    setBusy(true);
    setError(null);
    try {
      const [saved] = await Promise.all([shared.latest(read), loadTexts('meanwhile')]);
      const mine = form.getValues();
      const fields = shared.fields ?? Object.keys(start);
      const merged = mergeFields(fields, { began: base.get().values, mine, theirs: saved.values }, meaning);
      merged.taken.forEach((field) => put(field, saved.values));
      base.set({ values: saved.values, etag: saved.at });
      onBegin();
      setFound({ ...saved, ...merged, own: mine });
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
    }
  }

  return {
    found,
    meaning,
    compare,
    busy,
    error,
    /** Selects the other's or the own value of a field; the own one can be chosen again. */
    choose: (field: FieldOf<Values>, whose: 'mine' | 'theirs') => {
      if (!found) return;
      const mine = form.getValues();
      if (whose === 'mine') return put(field, found.own);
      if (isSame(mine, found.values, field, meaning)) return;
      setFound({ ...found, own: { ...found.own, [field]: mine[field] } });
      put(field, found.values);
    },
    forget: () => {
      setFound(undefined);
      setError(null);
    },
  };
}
