import { useEffect } from 'react';
import type { FieldPath, FieldValues, PathValue, UseFormReturn } from 'react-hook-form';
import { shownForms } from '../ui/written-forms.ts';

/**
 * The message at a field that is left comes after the press that left it: it moves what stands below, and a press whose
 * button moves is lost.
 */
export const pressMilliseconds = 300;

const told = (value: unknown): string => (value instanceof File ? value.name : JSON.stringify(value ?? ''));

/** Whether a field differs from how the form began. */
export function isChanged(values: FieldValues, began: FieldValues): boolean {
  return Object.entries(began).some(([field, was]: [string, unknown]) => told(values[field]) !== told(was));
}

/** A text without the part of it that was sent. */
const afterSent = (sent: unknown, typed: unknown): unknown =>
  typeof sent === 'string' && typeof typed === 'string' && typed.startsWith(sent)
    ? typed.slice(sent.length).trimStart()
    : typed;

/** The fields written in while the form was sent. `isEmptied`: of a text that goes on from the sent one, the rest. */
export function writtenSince<Values extends FieldValues>(sent: Values, typed: Values, isEmptied: boolean) {
  return Object.entries(typed)
    .filter(([field, now]: [string, unknown]) => told(now) !== told(sent[field]))
    .map(([field, now]: [string, unknown]) => {
      // A field of the values is a path of the form, with the value typed there.
      const path = field as FieldPath<Values>;
      const value = (isEmptied ? afterSent(sent[field], now) : now) as PathValue<Values, typeof path>;
      return [path, value] as const;
    });
}

/** Counts among the forms on the page. */
export function useShownForm<Values extends FieldValues>(form: UseFormReturn<Values>): void {
  useEffect(() => {
    const isWritten = () => isChanged(form.getValues(), form.formState.defaultValues ?? {});
    shownForms.add(isWritten);
    return () => void shownForms.delete(isWritten);
  }, [form]);
}
