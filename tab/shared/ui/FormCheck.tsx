import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { Check } from './Check.tsx';

/** Yes or no as a field of a form. */
export function FormCheck<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  children: ReactNode;
}) {
  const { field } = useController({ control: props.control, name: props.name });
  return (
    <Check
      name={field.name}
      ref={field.ref}
      checked={field.value === true}
      onBlur={field.onBlur}
      onChange={(_, { checked }) => field.onChange(checked === true)}
    >
      {props.children}
    </Check>
  );
}
