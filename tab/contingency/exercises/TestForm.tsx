import { Field, Input } from '@fluentui/react-components';
import { useController } from 'react-hook-form';
import type { TestView } from '../../../api/contingency/contract.ts';
import { asWeekday, t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { Form } from '../../shared/forms/Form.tsx';
import { CriteriaFields, InjectFields } from './TestFormLists.tsx';
import { PeopleFields } from './PeopleFields.tsx';
import { kinds, othersIn } from './test-words.ts';
import { written } from '../../shared/forms/field-rules.ts';
import { useTestForm, type Begun, type TestFormState } from './useTestForm.ts';
import { Choice } from '../../shared/ui/Choice.tsx';
import styles from './Tests.module.css';

/** The form of a test before it begins; prefilled from the proposal, fully editable. */
export function TestForm(props: { begun: Begun; planKey: string; test?: TestView }) {
  const state = useTestForm(props.begun, props.planKey, props.test);
  const { form, control } = state;
  return (
    <Form
      state={state}
      className={styles.testForm}
      button={t(props.test ? 'common.save' : 'contingencyTests.form.save')}
    >
      <section className="card" aria-labelledby="test-what">
        <h2 className="section-title" id="test-what">
          {t('contingencyTests.form.what')}
        </h2>
        <FormField control={control} name="title" label={t('contingencyTests.form.name')} rules={written(200)} />
        <KindField form={form} />
        <div className={styles.testWhen}>
          <FormField
            control={control}
            name="on"
            type="date"
            label={t('contingencyTests.sheet.on')}
            rules={written(10)}
          />
          <TimeField form={form} />
        </div>
      </section>
      <PeopleFields form={form} />
      <section className="card" aria-labelledby="test-scenario">
        <h2 className="section-title" id="test-scenario">
          {t('contingencyTests.form.scenario')}
        </h2>
        <FormField
          control={control}
          name="scenario"
          label={t('contingencyTests.form.scenarioLabel')}
          hint={t('contingencyTests.form.scenarioHint')}
          rows={4}
          rules={written(4_000)}
        />
        <InjectFields form={form} />
      </section>
      <section className="card" aria-labelledby="test-criteria">
        <h2 className="section-title" id="test-criteria">
          {t('contingencyTests.form.criteria')}
        </h2>
        <CriteriaFields form={form} />
      </section>
      <WhatHappens form={form} isNew={props.test === undefined} />
    </Form>
  );
}

type Fields = { form: TestFormState['form'] };

function KindField({ form }: Fields) {
  const { field } = useController({ control: form.control, name: 'kind' });
  return (
    <fieldset className="choices">
      <legend>{t('contingencyTests.form.kind')}</legend>
      {kinds.map((kind) => (
        <Choice
          key={kind}
          name={field.name}
          checked={field.value === kind}
          onChange={() => field.onChange(kind)}
          onBlur={field.onBlur}
          title={t(`contingency.testKind.${kind}`)}
          text={t(`contingencyTests.kindText.${kind}`)}
        />
      ))}
    </fieldset>
  );
}

function TimeField({ form }: Fields) {
  const { field, fieldState } = useController({ control: form.control, name: 'time', rules: written(5) });
  const message = fieldState.error?.message;
  return (
    <Field label={t('contingencyTests.form.time')} required {...(message ? { validationMessage: message } : {})}>
      <Input type="time" {...field} onChange={(_, data) => field.onChange(data.value)} />
    </Field>
  );
}

/** Before the button: recipients, content, and time. */
function WhatHappens({ form, isNew }: Fields & { isNew: boolean }) {
  const injects = form.watch('injects');
  const count = othersIn({ leader: form.watch('leader'), people: form.watch('people') });
  const [on, time] = [form.watch('on'), form.watch('time')];
  const [hour = '', minute = ''] = time.split(':');
  const when = on === '' ? '' : t('contingencyTests.form.when', { date: asWeekday(on), hour, minute });
  const { defaultValues } = form.formState;
  const isMoved = on !== defaultValues?.on || time !== defaultValues.time;
  return (
    <Consequence first={t(consequenceOf(isNew, isMoved), { count, when })}>
      {!isNew && !isMoved && <p>{t('contingencyTests.form.consequenceQuiet')}</p>}
      {injects.length > 0 && <p>{t('contingencyTests.form.consequenceInjects', { count: injects.length })}</p>}
    </Consequence>
  );
}

function consequenceOf(isNew: boolean, isMoved: boolean) {
  if (isNew) return 'contingencyTests.form.consequence';
  return isMoved ? 'contingencyTests.form.consequenceMoved' : 'contingencyTests.form.consequenceChanged';
}
