import { useCallback, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Base, HeldBase } from './useConflict.ts';

interface Stored<Value> {
  value: Value;
  at: string;
}

const prefix = 'sikkerhedshjulet.';
const restMilliseconds = 400;

/** The draft kept on this device under a key, as it is now. */
export const savedDraft = <Value>(key: string): Value | undefined => read<Value>(key)?.value;

function read<Value>(key: string | undefined): Stored<Value> | undefined {
  if (key === undefined) return undefined;
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as Stored<Value>);
  } catch {
    return undefined;
  }
}

/**
 * A draft on this device under a key, so that leaving or a crash loses nothing. Without storage nothing is saved.
 * `found`: the draft when the form opened.
 */
export function useDraft<Value>(key: string | undefined) {
  const [found] = useState(() => read<Value>(key));
  const [savedAt, setSavedAt] = useState(found?.at);
  const keep = useCallback(
    (value: Value) => {
      if (key === undefined) return;
      const at = new Date().toISOString();
      try {
        localStorage.setItem(prefix + key, JSON.stringify({ value, at }));
        setSavedAt(at);
      } catch {
        // Full or blocked: the form still holds the text.
      }
    },
    [key],
  );
  const isKept = useCallback(() => read(key) !== undefined, [key]);
  const forget = useCallback(() => {
    if (key === undefined) return;
    try {
      localStorage.removeItem(prefix + key);
    } catch {
      // Nothing was saved then.
    }
    setSavedAt(undefined);
  }, [key]);
  return { found: found?.value, savedAt, keep, isKept, forget };
}

/** A draft that came too late to be sent: what it says, until the reader deletes it. */
export function useUnsent<Value>(key: string): { found: Value | undefined; remove: () => void } {
  const { found, forget } = useDraft<Value>(key);
  const [isRemoved, setRemoved] = useState(false);
  const remove = () => {
    forget();
    setRemoved(true);
  };
  return { found: isRemoved ? undefined : found, remove };
}

/** Debounces changes. */
function createRest() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    const wasRunning = timer !== undefined;
    clearTimeout(timer);
    timer = undefined;
    return wasRunning;
  };
  const start = (then: () => void) => {
    stop();
    timer = setTimeout(then, restMilliseconds);
  };
  return { start, stop };
}

/** The draft of a form: what was found, and for concurrent editing its base version. */
export function useFormDraft<Values extends FieldValues>(
  key: string | undefined,
  isShared: boolean,
  draftOf?: readonly (keyof Values & string)[],
) {
  const { found: stored, savedAt, keep, isKept, forget } = useDraft<Values & { began?: Values; seen?: string }>(key);
  // An older draft may be a bare text.
  const found = typeof stored === 'object' ? stored : undefined;
  const [{ began, seen = '', ...values }] = useState(() => ({ ...found }));
  const [rest] = useState(createRest);
  const [only] = useState(draftOf);
  return {
    found: found && (isShared ? values : found),
    base: isShared && began ? { values: began, etag: seen } : undefined,
    savedAt,
    write: useCallback(
      (all: Values, base: Base<Values>) => {
        const now = only ? pick(all, only) : all;
        keep(isShared ? { ...now, began: base.values, seen: base.etag } : now);
      },
      [keep, isShared, only],
    ),
    isKept,
    rest,
    clear: () => {
      rest.stop();
      forget();
    },
  };
}

const pick = <Values extends FieldValues>(all: Values, names: readonly (keyof Values & string)[]) =>
  Object.fromEntries(names.map((name) => [name, all[name]])) as Values;

/** Saves the draft after a pause, and at once on leaving the page. */
export function useDraftWriting<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  base: HeldBase<Values>,
  { write, rest }: Pick<ReturnType<typeof useFormDraft<Values>>, 'write' | 'rest'>,
) {
  useEffect(() => {
    const writeNow = () => {
      if (rest.stop()) write(form.getValues(), base.get());
    };
    const stop = form.subscribe({ formState: { values: true }, callback: () => rest.start(writeNow) });
    // Teams removes the whole page when the tab is closed; nothing is unmounted then.
    addEventListener('pagehide', writeNow);
    return () => {
      removeEventListener('pagehide', writeNow);
      writeNow();
      stop();
    };
  }, [form, base, write, rest]);
}
