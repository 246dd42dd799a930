import styles from './Choices.module.css';

/** A choice applied at once: picture or table, missing or answered. */
export function Choices<Choice extends string>(props: {
  label: string;
  options: readonly { value: Choice; text: string }[];
  value: Choice;
  onChange: (value: Choice) => void;
}) {
  return (
    <div className={styles.segments} role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}
