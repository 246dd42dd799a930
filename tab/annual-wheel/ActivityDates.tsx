import { Field, Select } from '@fluentui/react-components';
import { useController, useWatch } from 'react-hook-form';
import type { ActivityView, RecurrenceBody } from '../../api/annual-wheel/contract.ts';
import { asDate, t, textOf } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { failureText } from '../shared/ui/Failed.tsx';
import { FieldWrong } from '../shared/forms/FieldWrong.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { frequencies, intervals, sentenceOf, weekKey, weekdays, weeks } from './recurrence.ts';
import { required } from '../shared/forms/field-rules.ts';
import { daysAhead } from './rules.ts';
import { useNextDates, useRecurrence, type ActivityFormState } from './useActivityForm.ts';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './ActivityPage.module.css';
import personStyles from '../shared/ui/Person.module.css';

type Form = ActivityFormState['form'];

/** Its recurrence, in words, with a preview of the next dates. */
export function ActivityDates({ form, before }: { form: Form; before: ActivityView | undefined }) {
  const { control, register } = form;
  const frequency = useWatch({ control, name: 'frequency' });
  const again = frequency !== 'once';
  const recurrence = useRecurrence(form);
  return (
    <section className="card" aria-labelledby="when-title">
      <h2 className="card-title" id="when-title">
        {t('common.word.when')}
      </h2>
      <fieldset className={`choices ${styles.activityFrequency}`}>
        <legend>{t('wheel.recurrence.how')}</legend>
        <FieldWrong>{form.formState.errors.frequency?.message}</FieldWrong>
        {frequencies
          .filter((known) => known !== 'other' || frequency === 'other')
          .map((known) => (
            <Choice
              key={known}
              value={known}
              {...register('frequency')}
              title={t(`wheel.recurrence.choices.${known}`)}
            />
          ))}
      </fieldset>
      {frequency === 'weekday' && <Weekday form={form} />}
      <div className={styles.activityPair}>
        <FormField
          control={control}
          name="startsOn"
          label={again ? t('wheel.activity.startsOn') : t('wheel.activity.on')}
          type="date"
          rules={required()}
        />
        {again && (
          <FormField
            control={control}
            name="endsOn"
            label={`${t('wheel.activity.endsOn')} (${t('common.form.optional')})`}
            type="date"
          />
        )}
        <FormField
          control={control}
          name="leadDays"
          label={t('wheel.activity.leadDays')}
          hint={t('wheel.activity.leadDaysHint')}
          inputMode="decimal"
          rules={daysAhead()}
        />
      </div>
      {again && frequency !== 'weekday' && (
        <fieldset className="choices">
          <legend>{t('wheel.recurrence.basis')}</legend>
          {(['calendar', 'lastDone'] as const).map((known) => (
            <Choice
              key={known}
              value={known}
              {...register('basis')}
              title={t(`wheel.recurrence.bases.${known}`)}
              text={t(`wheel.recurrence.basisText.${known}`)}
            />
          ))}
        </fieldset>
      )}
      {recurrence && <NextDates recurrence={recurrence} />}
      {before && recurrence && changes(before, recurrence) && <Changed recurrence={recurrence} />}
    </section>
  );
}

function Weekday({ form: { control } }: { form: Form }) {
  return (
    <div className={styles.activityPair}>
      <RecurrenceSelect
        control={control}
        name="week"
        label={t('wheel.recurrence.which')}
        options={weeks}
        text={(week) => textOf(`wheel.recurrence.weeks.${weekKey(week)}`)}
      />
      <RecurrenceSelect
        control={control}
        name="weekday"
        label={t('wheel.recurrence.day')}
        options={weekdays}
        text={(day) => textOf(`wheel.recurrence.weekdays.${day}`)}
      />
      <RecurrenceSelect
        control={control}
        name="interval"
        label={t('wheel.recurrence.apart')}
        options={intervals}
        text={(months) => textOf(`wheel.recurrence.everyMonths.m${months}`)}
      />
    </div>
  );
}

function RecurrenceSelect(props: {
  control: Form['control'];
  name: 'week' | 'weekday' | 'interval';
  label: string;
  options: readonly string[];
  text: (option: string) => string | undefined;
}) {
  const { field } = useController({ control: props.control, name: props.name });
  return (
    <Field label={props.label}>
      <Select value={field.value} onChange={(_, data) => field.onChange(data.value)}>
        {props.options.map((option) => (
          <option key={option} value={option}>
            {props.text(option)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The rule as a sentence with its next dates, for verification. */
function NextDates({ recurrence }: { recurrence: RecurrenceBody }) {
  const next = useNextDates(recurrence);
  return (
    <div className={styles.activityNext} aria-live="polite" aria-busy={next.isFetching}>
      <p className={personStyles.personName}>{sentenceOf(recurrence)}</p>
      {next.error && <p>{failureText(next.error)}</p>}
      {next.data && (
        <>
          <p className="quiet">
            {recurrence.basis === 'lastDone' ? t('wheel.recurrence.nextIfDone') : t('wheel.recurrence.next')}
          </p>
          <ol className={styles.dateList} data-part="date-list">
            {next.data.dates.slice(0, 6).map((date) => (
              <li key={date}>{asDate(date)}</li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

const changes = (before: ActivityView, now: RecurrenceBody): boolean =>
  before.rule !== now.rule ||
  before.startsOn !== now.startsOn ||
  before.basis !== now.basis ||
  before.endsOn !== now.endsOn;

const Changed = ({ recurrence }: { recurrence: RecurrenceBody }) => (
  <Consequence first={t('wheel.recurrence.changed')}>
    <p>{t('wheel.recurrence.changedText', { sentence: sentenceOf(recurrence) })}</p>
  </Consequence>
);
