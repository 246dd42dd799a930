import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { CadenceView } from '../../api/reminders/contract.ts';
import { kindName } from '../shared/kinds.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useFieldFocus } from '../shared/forms/useFieldFocus.ts';
import { cadenceSentence } from './cadence-sentence.ts';
import { furtherFields, mostSteps, useCadence, type CadenceForm } from './useCadence.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './RemindersPage.module.css';

/** Changes how often people are reminded of one kind, with the result as a sentence. A new one (`key`) an opening. */
export function CadenceDialog(props: { cadence: CadenceView; open: boolean; onClose: () => void }) {
  const { cadence, open, onClose } = props;
  const form = useCadence(cadence, onClose);
  const { fields, focusField } = useFieldFocus();
  const press = () => {
    const first = form.save();
    if (first) focusField(first);
  };
  const { typed, change, errors } = form;
  return (
    <ActDialog
      open={open}
      title={t('reminders.cadences.dialog.title', { kind: kindName(cadence.kind) })}
      onClose={onClose}
      act={{
        text: t('reminders.cadences.dialog.save'),
        busyText: t('reminders.cadences.dialog.saving'),
        busy: form.busy,
        press,
      }}
    >
      <div className={styles.cadenceForm} ref={fields}>
        <Steps form={form} />
        <Check checked={typed.onTheDay} onChange={(event) => change({ onTheDay: event.target.checked })}>
          {t('reminders.cadences.dialog.onTheDay')}
        </Check>
        <Field
          data-field="overdueEvery"
          label={t('reminders.cadences.dialog.overdueEvery')}
          required
          {...(errors['overdueEvery'] ? { validationMessage: errors['overdueEvery'] } : {})}
        >
          <Input
            inputMode="numeric"
            value={typed.overdueEvery}
            onChange={(_, data) => change({ overdueEvery: data.value })}
          />
        </Field>
        <fieldset className={styles.cadenceSteps}>
          <legend>{t('reminders.cadences.dialog.further')}</legend>
          <p className="quiet">{t('reminders.cadences.dialog.never')}</p>
          {furtherFields.map((field) => (
            <Field
              key={field}
              data-field={field}
              label={t(`reminders.cadences.dialog.${field}`)}
              {...(errors[field] ? { validationMessage: errors[field] } : {})}
            >
              <Input inputMode="numeric" value={typed[field]} onChange={(_, data) => change({ [field]: data.value })} />
            </Field>
          ))}
        </fieldset>
        {form.result && (
          <Consequence first={t('reminders.cadences.dialog.result')}>
            <p aria-live="polite">{cadenceSentence(form.result)}</p>
          </Consequence>
        )}
        <ActFailed error={form.error} />
      </div>
    </ActDialog>
  );
}

function Steps({ form }: { form: CadenceForm }) {
  const { before } = form.typed;
  return (
    <fieldset className={styles.cadenceSteps}>
      <legend>{t('reminders.cadences.dialog.before')}</legend>
      <p className="quiet">{t('reminders.cadences.dialog.beforeHint')}</p>
      {before.map(({ id, days }, position) => {
        const wrong = form.errors[`before.${id}`];
        return (
          <div className={styles.cadenceStep} key={id}>
            <Field data-field={`before.${id}`} {...(wrong ? { validationMessage: wrong } : {})}>
              <Input
                inputMode="numeric"
                aria-label={t('reminders.cadences.dialog.beforeOf', { number: position + 1 })}
                value={days}
                onChange={(_, data) => form.changeStep(id, data.value)}
              />
            </Field>
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t('reminders.cadences.dialog.remove', { days: days || '–' })}
              onClick={() => form.removeStep(id)}
            />
          </div>
        );
      })}
      {before.length < mostSteps && (
        <Button icon={<AddRegular />} onClick={form.addStep}>
          {t('reminders.cadences.dialog.add')}
        </Button>
      )}
    </fieldset>
  );
}
