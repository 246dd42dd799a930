import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';

/**
 * A text that saves itself. While one writes it shows what is written and not what came back from the saving, so that
 * nothing jumps under the fingers.
 */
export function TextBox(props: {
  label: string;
  hint?: string;
  rows: number;
  value: string;
  onChange: (text: string) => void;
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
          props.onChange(data.value);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}
