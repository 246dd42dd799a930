import { useState } from 'react';
import { useController, useWatch, useFieldArray } from 'react-hook-form';
import type { ActivityView } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { FieldWrong } from '../shared/forms/FieldWrong.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import { ActivityDates } from './ActivityDates.tsx';
import { RoleField } from './RoleField.tsx';
import { atMost, required } from '../shared/forms/field-rules.ts';
import { useActivityForm, type ActivityFormState } from './useActivityForm.ts';
import { Check } from '../shared/ui/Check.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './ActivityPage.module.css';
import { AddRow, RemoveRow } from '../shared/forms/RowButtons.tsx';

const longest = { title: 200, why: 2000, source: 200, evidence: 300 } as const;

/** What, why, who, when and how. It saves itself on this device until the API has it. */
export function ActivityForm({ activity, today }: { activity?: ActivityView; today: string }) {
  const state = useActivityForm(activity, today);
  return (
    <Form
      state={state}
      className={styles.activityForm}
      button={t(activity ? 'wheel.activity.save' : 'wheel.activity.make')}
      busyText={t('common.word.saving')}
    >
      <What form={state.form} />
      <Who form={state.form} />
      <ActivityDates form={state.form} before={activity} />
      <section className="card" aria-labelledby="how-title">
        <h2 className="card-title" id="how-title">
          {t('common.word.how')}
        </h2>
        <ActivitySteps form={state.form} />
        <FormField
          control={state.form.control}
          name="evidence"
          label={`${t('wheel.activity.evidence')} (${t('common.form.optional')})`}
          hint={t('wheel.activity.evidenceHint')}
        />
      </section>
    </Form>
  );
}

function What({ form: { control } }: { form: ActivityFormState['form'] }) {
  return (
    <section className="card" aria-labelledby="what-title">
      <h2 className="card-title" id="what-title">
        {t('wheel.activity.what')}
      </h2>
      <FormField
        control={control}
        name="title"
        label={t('wheel.activity.title')}
        hint={t('wheel.activity.titleHint')}
        rules={{ ...required(), ...atMost(longest.title) }}
      />
      <FormField
        control={control}
        name="why"
        label={t('common.word.reason')}
        hint={t('wheel.activity.whyHint')}
        rows={3}
        rules={{ ...required(), ...atMost(longest.why) }}
      />
      <FormField
        control={control}
        name="source"
        label={`${t('wheel.activity.source')} (${t('common.form.optional')})`}
        hint={t('wheel.activity.sourceHint')}
      />
    </section>
  );
}

function Who({ form }: { form: ActivityFormState['form'] }) {
  const person = useController({ control: form.control, name: 'person' });
  const scope = useWatch({ control: form.control, name: 'scope' });
  const [named, setNamed] = useState(person.field.value !== null);
  return (
    <section className="card" aria-labelledby="who-title">
      <h2 className="card-title" id="who-title">
        {t('common.word.who')}
      </h2>
      <RoleField control={form.control} name="role" />
      <fieldset className="choices">
        <legend>{t('wheel.activity.scope')}</legend>
        <FieldWrong>{form.formState.errors.scope?.message}</FieldWrong>
        {(['organisation', 'centres'] as const).map((known) => (
          <Choice
            key={known}
            value={known}
            {...form.register('scope')}
            title={t(`wheel.activity.scopes.${known}`)}
            text={t(`wheel.activity.scopeText.${known}`)}
          />
        ))}
      </fieldset>
      {scope === 'organisation' && (
        <>
          <Check
            checked={named}
            onChange={(event) => {
              setNamed(event.target.checked);
              if (!event.target.checked) person.field.onChange(null);
            }}
          >
            {t('wheel.activity.named')}
          </Check>
          {named && (
            <PersonPicker
              label={t('wheel.activity.person')}
              person={person.field.value ?? undefined}
              error={person.fieldState.error?.message}
              onChoose={(chosen) => person.field.onChange(chosen ?? null)}
            />
          )}
        </>
      )}
    </section>
  );
}

const most = 20;

/** Ordered steps. An empty one is not saved. */
function ActivitySteps({ form }: { form: ActivityFormState['form'] }) {
  const steps = useFieldArray({ control: form.control, name: 'steps', keyName: 'rowKey' });
  return (
    <fieldset className="choices">
      <legend>
        {t('wheel.activity.steps')} ({t('common.form.optional')})
      </legend>
      {steps.fields.map((step, position) => (
        <div key={step.rowKey} className={styles.activityStep}>
          <FormField
            control={form.control}
            name={`steps.${position}.title`}
            label={t('wheel.activity.step', { number: String(position + 1) })}
          />
          <RemoveRow
            rows="steps"
            label={t('wheel.activity.removeStep', { number: String(position + 1) })}
            onRemove={() => steps.remove(position)}
          />
        </div>
      ))}
      {steps.fields.length < most && (
        <div>
          <AddRow rows="steps" onAdd={() => steps.append({ id: crypto.randomUUID().slice(0, 8), title: '' })}>
            {t('wheel.activity.addStep')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}
