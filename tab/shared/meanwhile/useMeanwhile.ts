import { useState } from 'react';
import { loadTexts } from '../texts/texts.ts';
import { isSame, mergeFields, type FieldOf, type Meaning } from './merge-fields.ts';

/** What a form that others may save too keeps beside its fields, on the device as well. */
export interface Begun<Values> {
  /** `changedAt` of what the writer began with. */
  seen: string;
  /** What the fields said then. */
  began: Values;
}

/** What is saved now, and who saved it when. */
export interface SavedNow<Values> {
  values: Values;
  by: string;
  at: string;
}

/** Somebody else has saved since the writer began. */
export interface Meanwhile<Values> extends SavedNow<Values> {
  /** What only the other has changed: it has been put into the form. */
  taken: readonly FieldOf<Values>[];
  /** What both have changed, each in an own way: one chooses. */
  both: readonly FieldOf<Values>[];
  /** What the writer had written where the other's is chosen for now. */
  own: Values;
}

interface Options<Values> {
  fields: readonly FieldOf<Values>[];
  meaning: Meaning<Values>;
  /** What the form holds. */
  held: () => Values & Begun<Values>;
  /** Asks for what is saved now. */
  savedNow: () => Promise<SavedNow<Values>>;
  /** Puts one field of these values into the form. */
  put: (field: FieldOf<Values>, from: Values) => void;
  /** From now on the form has begun with this. */
  beginWith: (saved: SavedNow<Values>) => void;
}

/**
 * Two who change the same thing: when the second saves, what only the first has changed is put into the form, and what both
 * have changed is told, to choose from field by field. Nothing that was typed is lost, and then saving succeeds.
 */
export function useMeanwhile<Values>({ fields, meaning, held, savedNow, put, beginWith }: Options<Values>) {
  const [meanwhile, setMeanwhile] = useState<Meanwhile<Values>>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);

  async function compare() {
    setBusy(true);
    setError(null);
    try {
      const [saved] = await Promise.all([savedNow(), loadTexts('meanwhile')]);
      const mine = held();
      const merged = mergeFields(fields, { began: mine.began, mine, theirs: saved.values }, meaning);
      merged.taken.forEach((field) => put(field, saved.values));
      beginWith(saved);
      setMeanwhile({ ...saved, ...merged, own: mine });
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
    }
  }

  return {
    meanwhile,
    compare,
    busy,
    error,
    /** Lets the other's or one's own count in a field; what was written there can be chosen again. */
    choose: (field: FieldOf<Values>, whose: 'mine' | 'theirs') => {
      if (!meanwhile) return;
      const mine = held();
      if (whose === 'mine') return put(field, meanwhile.own);
      if (isSame(mine, meanwhile.values, field, meaning)) return;
      setMeanwhile({ ...meanwhile, own: { ...meanwhile.own, [field]: mine[field] } });
      put(field, meanwhile.values);
    },
    forget: () => {
      setMeanwhile(undefined);
      setError(null);
    },
  };
}
export type MeanwhileState<Values> = ReturnType<typeof useMeanwhile<Values>>;
