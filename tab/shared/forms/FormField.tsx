import { Field, Input, Textarea } from '@fluentui/react-components';
import { useController, type Control, type FieldPath, type FieldValues, type RegisterOptions } from 'react-hook-form';

interface Props<Values extends FieldValues> {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
  hint?: string;
  rules?: Omit<RegisterOptions<Values, FieldPath<Values>>, 'valueAsNumber' | 'valueAsDate' | 'setValueAs' | 'disabled'>;
  type?: 'text' | 'date' | 'datetime-local';
  /** Range of a date. */
  min?: string;
  max?: string;
  /** The keyboard of a phone. */
  inputMode?: 'decimal' | 'numeric' | 'tel' | 'url';
  /** Several lines: a text area of this height. */
  rows?: number;
  className?: string;
  /** May be empty, whatever the rules for its content. */
  optional?: boolean;
}

/** A text field with label, hint and error. Required unless there are no rules. */
export function FormField<Values extends FieldValues>(props: Props<Values>) {
  const { control, name, rules, rows, className } = props;
  const { field, fieldState } = useController({ control, name, ...(rules ? { rules } : {}) });
  const message = fieldState.error?.message;
  const shared = {
    name: field.name,
    onBlur: field.onBlur,
    // Any focusable element: the form focuses the first invalid field.
    ref: (element: { focus: () => void } | null) => field.ref(element),
    value: field.value as string,
    onChange: (_: unknown, data: { value: string }) => field.onChange(data.value),
  };
  return (
    <Field
      {...(props.hideLabel ? {} : { label: props.label })}
      required={rules !== undefined && props.optional !== true && !props.hideLabel}
      {...(props.hint ? { hint: props.hint } : {})}
      {...(message ? { validationMessage: message } : {})}
    >
      {rows ? (
        <Textarea rows={rows} resize="vertical" {...(className ? { className } : {})} {...shared} />
      ) : (
        <Input
          type={props.type ?? 'text'}
          {...(props.inputMode ? { inputMode: props.inputMode } : {})}
          {...(props.min ? { min: props.min } : {})}
          {...(props.max ? { max: props.max } : {})}
          {...(props.hideLabel ? { 'aria-label': props.label } : {})}
          {...shared}
        />
      )}
    </Field>
  );
}
