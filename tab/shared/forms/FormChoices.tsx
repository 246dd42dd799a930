import { useId, type ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { t } from '../texts/texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { FieldWrong } from './FieldWrong.tsx';

/** Radio buttons with explanations, as a field of a form; one is required. */
export function FormChoices<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: ReactNode;
  /** Error when none is chosen. */
  missing?: string;
  options: readonly { value: string; title: string; text: string }[];
}) {
  const errorId = useId();
  const { field, fieldState } = useController({
    control: props.control,
    name: props.name,
    rules: { validate: (value: unknown) => value !== '' || (props.missing ?? t('common.form.required')) },
  });
  const message = fieldState.error?.message;
  return (
    <fieldset className="choices" {...(message ? { 'aria-describedby': errorId } : {})}>
      <legend>{props.label}</legend>
      <FieldWrong id={errorId}>{message}</FieldWrong>
      {props.options.map(({ value, title, text }, position) => (
        <Choice
          key={value}
          name={field.name}
          value={value}
          checked={field.value === value}
          {...(position === 0 ? { ref: field.ref } : {})}
          onBlur={field.onBlur}
          onChange={() => field.onChange(value)}
          title={title}
          text={text}
        />
      ))}
    </fieldset>
  );
}
