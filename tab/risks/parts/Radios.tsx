import { useId } from 'react';
import styles from './Radios.module.css';

/** A group of radio buttons in a row, moved through with the arrow keys. */
export function Radios<Choice extends string>(props: {
  label: string;
  options: readonly { value: Choice; text: string }[];
  value: Choice;
  onChange: (value: Choice) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.radios} data-part="radios">
      <legend className="hidden">{props.label}</legend>
      {props.options.map(({ value, text }) => (
        <label key={value} className={styles.radio}>
          <input type="radio" name={name} checked={value === props.value} onChange={() => props.onChange(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
