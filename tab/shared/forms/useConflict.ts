import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../api/api-error.ts';
import { loadTexts, t } from '../texts/texts.ts';
import { isSame, isUntouched, mergedValue, mergeFields, type FieldOf, type Meaning } from './merge-fields.ts';
import { notify } from '../ui/notify.ts';
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
/** The base version, changed without a render. */
export function heldBase<Values>(first: Base<Values>): HeldBase<Values> {
  let now = first;
  return { get: () => now, set: (next) => void (now = next) };
}

/** The saved version. */
export type SavedNow<Values> =
  /** Its author and time; the time is the version. */
  | { values: Values; by: string; at: string; etag?: never }
  /** The refusal says who and when. */
  | { values: Values; etag: string };
export function etagOf<Values>(now: SavedNow<Values>): string {
  return now.etag ?? now.at;
}

/** How a form with concurrent editing is saved. */
export interface Shared<Values> {
  /** The version the form starts from; empty when new. */
  etag: string;
  /** The error code of an edit conflict, where it has its own. */
  code?: string;
  /** A field's canonical value, when notations differ. */
  meaning?: Meaning<Values>;
  /** Reads the saved version; undefined when it is gone. */
  latest: (read: ReadLatest) => Promise<SavedNow<Values> | undefined>;
  /** The fields by name: the form then shows a conflict by itself. */
  names?: Readonly<Record<FieldOf<Values>, string>>;
  /** A field's value in words, where the value itself says too little. */
  said?: (values: Values, field: FieldOf<Values>) => string | undefined;
  /** The mergeable fields; all by default. */
  fields?: readonly FieldOf<Values>[];
  /** Texts, and lists with keys: what both changed is merged where they changed different words, or items. */
  texts?: readonly FieldOf<Values>[];
  /** A field that is not the writer's own when the other's is taken. */
  untouched?: FieldOf<Values>;
}

/** Another has saved since the form opened. */
export interface EditConflict<Values> {
  values: Values;
  etag: string;
  by: string;
  at: string | undefined;
  /** Changed by the other only: merged into the form. */
  taken: readonly FieldOf<Values>[];
  /** Changed by both in different places: merged into the form. */
  merged: readonly FieldOf<Values>[];
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
  const meaning: Meaning<Values> = shared?.meaning ?? ((values, field) => byId(values[field]));
  const put = (field: FieldOf<Values>, from: Values, isSaved = false) => {
    // A field of the values is a path of the form.
    const path = field as FieldPath<Values>;
    // What is saved is valid; the form may not offer it until its page has been read again.
    form.setValue(path, from[field], { shouldDirty: field !== shared?.untouched, shouldValidate: !isSaved });
    if (isSaved) form.clearErrors(path);
  };

  /** The saved version beside the form's, and what both together become. */
  async function meet({ latest, fields = Object.keys(start), texts = [] }: Shared<Values>) {
    const [saved, merge] = await Promise.all([latest(read), loadMerge(), loadTexts('meanwhile')]);
    if (!saved) return undefined;
    const [began, mine, theirs] = [base.get().values, form.getValues(), saved.values];
    const { taken, both } = mergeFields(fields, { began, mine, theirs }, meaning);
    const values: Values = { ...theirs };
    const merged = both.filter((field) => {
      const value = texts.includes(field) ? mergedValue(began[field], theirs[field], mine[field], merge) : undefined;
      // Of the same kind as the three.
      if (value !== undefined) values[field] = value as Values[FieldOf<Values>];
      return value !== undefined;
    });
    const apply = () => {
      taken.forEach((field) => put(field, values, true));
      merged.forEach((field) => put(field, values));
      base.set({ values: theirs, etag: etagOf(saved) });
      onBegin();
    };
    return { saved, mine, taken, merged, both: both.filter((field) => !merged.includes(field)), apply };
  }

  async function compare(refusal: Error): Promise<'same' | 'differs'> {
    if (!shared) return 'differs';
    setBusy(true);
    setError(null);
    try {
      const began = base.get().values;
      const met = await meet(shared);
      if (!met) {
        setError(refusal);
        return 'differs';
      }
      const { saved, mine, taken, merged, both, apply } = met;
      apply();
      if (isUntouched(saved.values, began, meaning)) return 'same';
      const etag = etagOf(saved);
      setFound({ values: saved.values, etag, ...whoAndWhen(saved, refusal), taken, merged, both, own: mine });
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
    }
    return 'differs';
  }

  return {
    found,
    meaning,
    /** Shows what another has saved; `same`: only the version is another, as after one's own save a moment ago. */
    compare,
    /** Merges both into the form when there is nothing to choose; returns whether it did. */
    merge: async (): Promise<boolean> => {
      const met = shared && (await meet(shared).catch(() => undefined));
      if (!met || met.both.length > 0) return false;
      met.apply();
      if (met.merged.length > 0) notify(t('meanwhile.bothWrote'));
      return true;
    },
    busy,
    error,
    /** Selects the other's or the own value of a field; the own one can be chosen again. */
    choose: (field: FieldOf<Values>, whose: 'mine' | 'theirs') => {
      if (!found) return;
      const mine = form.getValues();
      if (whose === 'mine') return put(field, found.own);
      if (isSame(mine, found.values, field, meaning)) return;
      setFound({ ...found, own: { ...found.own, [field]: mine[field] } });
      put(field, found.values, true);
    },
    forget: () => {
      setFound(undefined);
      setError(null);
    },
  };
}

function whoAndWhen<Values>(saved: SavedNow<Values>, refusal: Error): { by: string; at: string | undefined } {
  if (saved.etag === undefined) return { by: saved.by, at: saved.at };
  const { name, at } = refusal instanceof ApiError ? refusal.details : {};
  return { by: String(name ?? t('meanwhile.another')), at: typeof at === 'string' ? at : undefined };
}

/** Without it, e.g. offline, the writer is asked. */
const loadMerge = () =>
  import('../../../api/texts/merge-texts.ts').then(
    ({ mergeApart }) => mergeApart,
    () => () => undefined,
  );

/** People and centres are the same by id, however much is known of them. */
function byId(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byId);
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && 'name' in value) return value.id;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, byId(member)]));
}
