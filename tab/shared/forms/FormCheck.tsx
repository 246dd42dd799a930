import type { ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { Check } from '../ui/Check.tsx';
import { FieldWrong } from './FieldWrong.tsx';

/** Yes or no as a field of a form. */
export function FormCheck<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  children: ReactNode;
}) {
  const {
    field: { ref, value, onChange, ...rest },
    fieldState,
  } = useController({ control: props.control, name: props.name });
  const isOn: boolean = value;
  return (
    <>
      <Check
        name={rest.name}
        onBlur={rest.onBlur}
        ref={(element) => ref(element)}
        checked={isOn}
        onChange={(_, { checked }) => onChange(checked === true)}
      >
        {props.children}
      </Check>
      <FieldWrong>{fieldState.error?.message}</FieldWrong>
    </>
  );
}
