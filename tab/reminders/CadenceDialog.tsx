import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import type { CadenceView } from '../../api/reminders/contract.ts';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { kindName } from '../shared/kinds.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { cadenceSentence } from './cadence-sentence.ts';
import { furtherFields, mostSteps, resultOf, useCadence, wrongInCadence, type Typed } from './useCadence.ts';
import styles from './RemindersPage.module.css';
import { AddRow, RemoveRow } from '../shared/forms/RowButtons.tsx';

/** A field's error may depend on the others. */
const rightAt = (name: string) => ({ validate: (_: unknown, typed: Typed) => wrongInCadence(typed)[name] ?? true });

/** Changes the reminder cadence of one kind, with the result as a sentence. A new `key` for each opening. */
export function CadenceDialog(props: { cadence: CadenceView; open: boolean; onClose: () => void }) {
  const { cadence, open, onClose } = props;
  const state = useCadence(cadence, onClose);
  const { control } = state;
  return (
    <FormDialog
      open={open}
      title={t('reminders.cadences.dialog.title', { kind: kindName(cadence.kind) })}
      onClose={onClose}
      state={state}
      button={t('reminders.cadences.dialog.save')}
      busyText={t('common.word.saving')}
    >
      <Steps control={control} />
      <FormCheck control={control} name="onTheDay">
        {t('reminders.cadences.dialog.onTheDay')}
      </FormCheck>
      <div className={styles.cadenceEvery}>
        <FormField
          control={control}
          name="overdueEvery"
          label={t('reminders.cadences.dialog.overdueEvery')}
          inputMode="numeric"
          rules={rightAt('overdueEvery')}
        />
      </div>
      <fieldset className={styles.cadenceSteps}>
        <legend>{t('reminders.cadences.dialog.further')}</legend>
        <p className="quiet">{t('reminders.cadences.dialog.never')}</p>
        {furtherFields.map((field) => (
          <FormField
            key={field}
            control={control}
            name={field}
            label={t(`reminders.cadences.dialog.${field}`)}
            inputMode="numeric"
            optional
            rules={rightAt(field)}
          />
        ))}
      </fieldset>
      <Result control={control} />
    </FormDialog>
  );
}

function Result({ control }: { control: Control<Typed> }) {
  const result = resultOf(useWatch({ control, compute: (typed: Typed) => typed }));
  if (!result) return null;
  return (
    <Consequence first={t('reminders.cadences.dialog.result')}>
      <p aria-live="polite">{cadenceSentence(result)}</p>
    </Consequence>
  );
}

function Steps({ control }: { control: Control<Typed> }) {
  const { fields, append, remove } = useFieldArray({ control, name: 'before' });
  const typed = useWatch({ control, name: 'before' });
  return (
    <fieldset className={styles.cadenceSteps}>
      <legend>{t('reminders.cadences.dialog.before')}</legend>
      <p className="quiet">{t('reminders.cadences.dialog.beforeHint')}</p>
      {fields.map(({ id }, position) => (
        <div className={styles.cadenceStep} key={id}>
          <FormField
            control={control}
            name={`before.${position}.days`}
            label={t('reminders.cadences.dialog.beforeOf', { number: position + 1 })}
            hideLabel
            inputMode="numeric"
            rules={rightAt(`before.${position}.days`)}
          />
          <RemoveRow
            rows="before"
            label={t('reminders.cadences.dialog.remove', { days: typed[position]?.days || '–' })}
            onRemove={() => remove(position)}
          />
        </div>
      ))}
      {fields.length < mostSteps && (
        <AddRow rows="before" onAdd={() => append({ days: '' }, { shouldFocus: false })}>
          {t('reminders.cadences.dialog.add')}
        </AddRow>
      )}
    </fieldset>
  );
}
