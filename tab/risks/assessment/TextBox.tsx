import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';

/**
 * A text that saves itself. While typing it shows the input and not the saved answer, so that the text does not jump.
 */
export function TextBox(props: {
  label: string;
  hint?: string;
  rows: number;
  value: string;
  /** With what the box showed before. */
  onChange: (text: string, from: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  return (
    <Field label={props.label} {...(props.hint ? { hint: props.hint } : {})}>
      <Textarea
        rows={props.rows}
        resize="vertical"
        maxLength={4_000}
        value={typed ?? props.value}
        onChange={(_, data) => {
          setTyped(data.value);
          props.onChange(data.value, typed ?? props.value);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}
