import { useRef } from 'react';

/** Leads whoever sends a form to the field that is wrong: `fields` goes around fields that say their name as `data-field`. */
export function useFieldFocus() {
  const fields = useRef<HTMLDivElement>(null);
  const focusField = (name: string) =>
    fields.current?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, select, textarea, button)`)?.focus();
  return { fields, focusField };
}
