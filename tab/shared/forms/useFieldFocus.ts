import { useRef } from 'react';

/** Focuses the first invalid field; `fields` wraps fields named by `data-field`. */
export function useFieldFocus() {
  const fields = useRef<HTMLDivElement>(null);
  const focusField = (name: string) =>
    fields.current?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, select, textarea, button)`)?.focus();
  return { fields, focusField };
}
