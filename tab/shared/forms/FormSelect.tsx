import { Field, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { t } from '../texts/texts.ts';

/** A select field with label and error. The option `none` has no value. */
export function FormSelect<Values extends FieldValues>(props: {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  none?: string;
  options: readonly { value: string; text: string }[];
  /** No answer is valid too. */
  optional?: boolean;
  children?: ReactNode;
}) {
  const { control, name, none, optional = false } = props;
  const { field, fieldState } = useController({
    control,
    name,
    // A value missing in the options counts as empty.
    rules: {
      validate: (chosen: unknown) =>
        optional || props.options.some(({ value }) => value === chosen) || t('common.form.required'),
    },
  });
  const message = fieldState.error?.message;
  // One that has ended while the form was open is still seen.
  const [atFirst] = useState(props.options);
  const isOffered = props.options.some(({ value }) => value === field.value);
  const options = isOffered
    ? props.options
    : [...props.options, ...atFirst.filter(({ value }) => value === field.value)];
  const shared = {
    name: field.name,
    onBlur: field.onBlur,
    // Any focusable element: the form focuses the first invalid field.
    ref: (element: { focus: () => void } | null) => field.ref(element),
    value: field.value as string,
    onChange: (_: unknown, data: { value: string }) => field.onChange(data.value),
  };
  return (
    <div>
      <Field label={props.label} required={!optional} {...(message ? { validationMessage: message } : {})}>
        <Select {...shared}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      </Field>
      {props.children}
    </div>
  );
}
