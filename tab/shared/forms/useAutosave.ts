import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/** `wrong`: a field must be corrected first. `conflict`: changed by another since. */
export type Outcome = 'saved' | 'wrong' | 'conflict' | 'failed';
export type Saving =
  | { state: 'rest' | 'waiting' | 'saving' | Exclude<Outcome, 'saved'> }
  | { state: 'saved'; at: string };

const restMilliseconds = 1_000;
const againMilliseconds = 10_000;

interface Sending {
  send: () => Promise<Outcome>;
  onSaved: () => void;
}

/**
 * Saves input after a pause, one request at a time: changes during a save go with the next. A failed one is retried;
 * after a conflict nothing is sent until the writer has chosen.
 */
function createAutosaver({ send, onSaved }: Sending) {
  let now: Saving = { state: 'rest' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let changed = false;
  const listeners = new Set<() => void>();
  const become = (next: Saving) => {
    now = next;
    listeners.forEach((listener) => listener());
  };
  const after = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };
  const sendOnce = async () => {
    changed = false;
    become({ state: 'saving' });
    const outcome = await send();
    if (outcome !== 'saved') changed = true;
    if (outcome === 'failed') after(againMilliseconds);
    become(outcome === 'saved' ? { state: 'saved', at: new Date().toISOString() } : { state: outcome });
    if (outcome !== 'saved') return;
    if (changed) touch();
    else onSaved();
  };
  /** Sends pending changes after the running request. True on success. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    await running;
    running = sendOnce();
    await running;
    return now.state === 'saved';
  }
  function touch() {
    changed = true;
    if (now.state === 'conflict' || now.state === 'saving') return;
    become({ state: 'waiting' });
    after(restMilliseconds);
  }
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => now,
    /** There are changes that the API does not have. */
    isPending: () => changed || now.state === 'saving',
    touch,
    save,
    /** Sends only pending changes. */
    flush: async () => {
      await running;
      return now.state === 'conflict' ? false : !changed || save();
    },
    /** The shown values are the API's. */
    settle: () => {
      clearTimeout(timer);
      changed = false;
      become({ state: 'rest' });
    },
  };
}

/** Callbacks are those of the last render. */
function heldSending(first: Sending) {
  let now = first;
  return {
    set: (next: Sending) => void (now = next),
    send: () => now.send(),
    onSaved: () => now.onSaved(),
  };
}

/** A form that saves itself; a draft left on this device is sent too. */
export function useAutosave<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  sending: Sending,
  { isOn, isRestored }: { isOn: boolean; isRestored: boolean },
) {
  const [held] = useState(() => heldSending(sending));
  useEffect(() => held.set(sending));
  const [saver] = useState(() => createAutosaver(held));
  const saving = useSyncExternalStore(saver.subscribe, saver.current);
  useEffect(() => {
    if (!isOn) return;
    const stop = form.subscribe({ formState: { values: true }, callback: saver.touch });
    if (isRestored) saver.touch();
    return () => {
      stop();
      void saver.flush();
    };
  }, [form, saver, isOn, isRestored]);
  return { saving, save: saver.save, flush: saver.flush, settle: saver.settle };
}
