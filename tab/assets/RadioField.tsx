import { useId } from 'react';
import { useController, type Control, type FieldPath } from 'react-hook-form';
import { t } from '../shared/texts/texts.ts';
import type { AssetFields } from './asset-values.ts';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './Assets.module.css';

/** One of a few, each with what it means; one must be chosen. */
export function RadioField(props: {
  control: Control<AssetFields>;
  name: Extract<FieldPath<AssetFields>, 'kind' | 'criticality'>;
  label: string;
  options: readonly { value: string; title: string; text: string }[];
}) {
  const errorId = useId();
  const { field, fieldState } = useController({
    control: props.control,
    name: props.name,
    rules: { validate: (value) => value !== '' || t('common.form.required') },
  });
  const message = fieldState.error?.message;
  return (
    <fieldset className="choices" {...(message ? { 'aria-describedby': errorId } : {})}>
      <legend>
        {props.label}
        <span className={styles.assetRequired} aria-hidden>
          {' *'}
        </span>
      </legend>
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
      {message && (
        <p className={styles.assetError} id={errorId} role="alert">
          {message}
        </p>
      )}
    </fieldset>
  );
}
