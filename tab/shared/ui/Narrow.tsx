import { Select } from '@fluentui/react-select';

/** One of many, or all of them when nothing is chosen. */
export function Narrow<Value extends string>(props: {
  label: string;
  all: string;
  value: Value | undefined;
  options: readonly { value: Value; text: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <Select aria-label={props.label} value={props.value ?? ''} onChange={(_, data) => props.onChange(data.value)}>
      <option value="">{props.all}</option>
      {props.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </Select>
  );
}
