import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { t } from '../../shared/texts/texts.ts';
import styles from './Tests.module.css';

const perHour = 60;
const digits = /^\d{0,5}$/;
const partsOf = (value: number | undefined) => {
  if (value === undefined) return { hours: '', minutes: '' };
  const minutes = Math.round(value * perHour);
  return { hours: String(Math.floor(minutes / perHour)), minutes: String(minutes % perHour) };
};
const hoursOf = ({ hours, minutes }: { hours: string; minutes: string }): number | undefined =>
  hours === '' && minutes === '' ? undefined : Math.round((Number(hours) + Number(minutes) / perHour) * 100) / 100;

/** A duration as hours and minutes; the value is hours, `undefined` when empty. */
export function DurationField(props: {
  label: string;
  value: number | undefined;
  onChange: (hours: number | undefined) => void;
  hint?: string;
}) {
  const [parts, setParts] = useState(() => partsOf(props.value));
  const [known, setKnown] = useState(props.value);
  // Another person or a button changed it.
  if (props.value !== known) {
    setKnown(props.value);
    if (props.value !== hoursOf(parts)) setParts(partsOf(props.value));
  }
  const change = (part: Partial<typeof parts>) => {
    const next = { ...parts, ...part };
    if (!digits.test(next.hours) || !digits.test(next.minutes)) return;
    setParts(next);
    props.onChange(hoursOf(next));
  };
  return (
    <fieldset className={styles.testDuration}>
      <legend>{props.label}</legend>
      <div className={styles.testDurationParts}>
        <Field label={t('contingencyTests.duration.hours')}>
          <Input inputMode="numeric" value={parts.hours} onChange={(_, data) => change({ hours: data.value })} />
        </Field>
        <Field label={t('contingencyTests.duration.minutes')}>
          <Input inputMode="numeric" value={parts.minutes} onChange={(_, data) => change({ minutes: data.value })} />
        </Field>
      </div>
      {props.hint && <p className="quiet">{props.hint}</p>}
    </fieldset>
  );
}
