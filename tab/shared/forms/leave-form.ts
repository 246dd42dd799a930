import type { Control, FieldValues } from 'react-hook-form';

const told = (value: unknown): string => (value instanceof File ? value.name : JSON.stringify(value ?? ''));

/** Whether a field differs from how the form began. */
export function isChanged<Values extends FieldValues>(
  values: Values,
  { _defaultValues: began }: Control<Values>,
): boolean {
  return Object.keys(began).some((field) => told(values[field]) !== told(began[field]));
}
