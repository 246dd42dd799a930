import type { Control, FieldValues } from 'react-hook-form';

const told = (value: unknown): string => (value instanceof File ? value.name : JSON.stringify(value ?? ''));

/** Whether a field differs from how the form began. */
export function isChanged<Values extends FieldValues>(
  values: Values,
  { _defaultValues: began }: Control<Values>,
): boolean {
  return Object.entries(began).some(([field, was]: [string, unknown]) => told(values[field]) !== told(was));
}
