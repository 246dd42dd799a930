import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { loadTexts } from '../texts/texts.ts';
import { isSame, mergeFields, type FieldOf, type Meaning } from './merge-fields.ts';
import { useLatest, type ReadLatest } from './useLatest.ts';

/** What the writer began with, and which version it was; a new thing has none. */
export interface Base<Values> {
  values: Values;
  etag: string;
}
export interface HeldBase<Values> {
  get: () => Base<Values>;
  set: (next: Base<Values>) => void;
}

/** What is saved now, and who saved it when; the moment is the version. */
export interface SavedNow<Values> {
  values: Values;
  by: string;
  at: string;
}

/** How a form is saved that others may save too. */
export interface Shared<Values> {
  /** The version that the form begins with; empty while it is new. */
  etag: string;
  /** The code of the refusal when somebody has saved since. */
  code: string;
  /** What a field comes to, when it can be written in several ways. */
  meaning?: Meaning<Values>;
  /** Reads what is saved now. */
  latest: (read: ReadLatest) => Promise<SavedNow<Values>>;
  /** The fields that two may change; all when not said. */
  fields?: readonly FieldOf<Values>[];
  /** A field that does not count as the writer's own when the other's is taken. */
  untouched?: FieldOf<Values>;
}

/** Somebody has saved since the writer began. */
export interface EditConflict<Values> extends SavedNow<Values> {
  /** What only the other has changed: it has been put into the form. */
  taken: readonly FieldOf<Values>[];
  /** What both have changed, each in an own way: one chooses. */
  both: readonly FieldOf<Values>[];
  /** What the writer had written where the other's is chosen for now. */
  own: Values;
}

interface Options<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  start: Values;
  shared: Shared<Values> | undefined;
  base: HeldBase<Values>;
  /** The form has begun with another version. */
  onBegin: () => void;
}

/**
 * Two who change the same: when the second saves, what only the first has changed is put into the form, and where both have
 * changed a field the second chooses. Nothing that was typed is lost, and then saving succeeds.
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
    /** Lets the other's or one's own count in a field; what was written there can be chosen again. */
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
