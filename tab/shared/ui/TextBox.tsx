import { Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { limited } from './limited.ts';

/**
 * A text that saves itself. While typing it shows the input and not the saved answer, so that the text does not jump,
 * and a space at its end is not trimmed.
 */
export function TextBox(props: {
  label: string;
  hint?: string;
  required?: boolean;
  /** Absent: a single line. */
  rows?: number;
  maxLength?: number;
  value: string;
  /** With what the box showed before. */
  onChange: (text: string, from: string) => void;
}) {
  const { label, hint, required = false, rows, maxLength = 4_000 } = props;
  const [typed, setTyped] = useState<string>();
  const box = {
    ...limited(maxLength),
    value: typed ?? props.value,
    onChange: (_: unknown, { value }: { value: string }) => {
      setTyped(value);
      props.onChange(value, typed ?? props.value);
    },
    onBlur: () => setTyped(undefined),
  };
  return (
    <Field label={label} required={required} {...(hint ? { hint } : {})}>
      {rows === undefined ? <Input {...box} /> : <Textarea rows={rows} resize="vertical" {...box} />}
    </Field>
  );
}
