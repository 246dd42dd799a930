import { Field, Select } from '@fluentui/react-components';

/**
 * A filter: one of many, or all if none is chosen. With its label above it, it is printed as it is; else in words, for
 * it is why rows are absent.
 */
export function Narrow<Value extends string>(props: {
  label: string;
  all: string;
  value: Value | undefined;
  options: readonly { value: Value; text: string }[];
  onChange: (value: string) => void;
  labelled?: boolean;
}) {
  const chosen = props.options.find(({ value }) => value === props.value);
  const select = (
    <Select
      aria-label={props.labelled ? undefined : props.label}
      value={props.value ?? ''}
      onChange={(_, data) => props.onChange(data.value)}
    >
      <option value="">{props.all}</option>
      {props.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      {props.labelled ? <Field label={props.label}>{select}</Field> : select}
      {!props.labelled && props.value && <ChosenOnPaper label={props.label} text={chosen?.text ?? props.value} />}
    </>
  );
}

/** `Center: Center for Børn og Unge`, in print only, where controls are hidden. */
export const ChosenOnPaper = ({ label, text }: { label: string; text: string }) => (
  <span className="on-paper" aria-hidden>
    {label}: <strong>{text}</strong>
  </span>
);
