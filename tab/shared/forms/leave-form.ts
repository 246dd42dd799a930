import type { FieldValues } from 'react-hook-form';

const told = (value: unknown): string => (value instanceof File ? value.name : JSON.stringify(value ?? ''));

/** Whether a field differs from how the form began. */
export function isChanged(values: FieldValues, began: FieldValues): boolean {
  return Object.entries(began).some(([field, was]: [string, unknown]) => told(values[field]) !== told(was));
}
