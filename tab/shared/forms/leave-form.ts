import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { shownForms } from '../ui/written-forms.ts';

const told = (value: unknown): string => (value instanceof File ? value.name : JSON.stringify(value ?? ''));

/** Whether a field differs from how the form began. */
export function isChanged(values: FieldValues, began: FieldValues): boolean {
  return Object.entries(began).some(([field, was]: [string, unknown]) => told(values[field]) !== told(was));
}

/** Counts among the forms on the page. */
export function useShownForm<Values extends FieldValues>(form: UseFormReturn<Values>): void {
  useEffect(() => {
    const isWritten = () => isChanged(form.getValues(), form.formState.defaultValues ?? {});
    shownForms.add(isWritten);
    return () => void shownForms.delete(isWritten);
  }, [form]);
}
