import type { DefaultValues, FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { ApiError } from '../api/api-error.ts';
import { useKeptForm } from '../ui/useKeptForm.ts';
import type { FieldOf, Meaning } from './merge-fields.ts';
import { useMeanwhile, type Begun, type SavedNow } from './useMeanwhile.ts';

interface Options<Fields, Values extends FieldValues> {
  keptAs: string;
  start: DefaultValues<Values>;
  /** Where the API's refusals may stand. */
  fields: readonly FieldPath<Values>[];
  /** What two may change at once. */
  merged: readonly FieldOf<Fields>[];
  meaning: Meaning<Fields>;
  /** What the API calls it when somebody else has saved since `seen`. */
  refusedAs: string;
  savedNow: () => Promise<SavedNow<Fields>>;
  /** Puts one field of these values into the form. */
  put: (form: UseFormReturn<Values>, field: FieldOf<Fields>, from: Fields) => void;
  /** From now on the form has begun with this. */
  beginWith: (form: UseFormReturn<Values>, saved: SavedNow<Fields>) => void;
}

/** A kept form of something that others may save too: whoever saves second chooses field by field what is to count. */
export function useSharedForm<Fields, Values extends Fields & Begun<Fields> & FieldValues>(
  options: Options<Fields, Values>,
) {
  const { keptAs, start, fields, merged, meaning, refusedAs, savedNow, put, beginWith } = options;
  const kept = useKeptForm<Values>(keptAs, start, fields);
  const { form } = kept;
  const others = useMeanwhile<Fields>({
    fields: merged,
    meaning,
    savedNow,
    held: () => form.getValues(),
    put: (field, from) => put(form, field, from),
    beginWith: (saved) => beginWith(form, saved),
  });
  const isMeanwhile = (error: unknown) => error instanceof ApiError && error.code === refusedAs;
  return {
    ...kept,
    others,
    /** Tells what the other has changed, or puts what the API refused at its fields. */
    refuse: async (error: unknown) => {
      if (isMeanwhile(error)) await others.compare();
      else kept.refuse(error);
    },
    elsewhere: (error: Error | null) => others.error ?? kept.elsewhere(isMeanwhile(error) ? null : error),
    discardKept: () => {
      others.forget();
      kept.discardKept();
    },
  };
}
