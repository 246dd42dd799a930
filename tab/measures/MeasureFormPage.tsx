import { useState } from 'react';
import type { MeasureView } from '../../api/measures/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { NoAccess } from '../shared/ui/Failed.tsx';
import { WritingField } from '../shared/writing/WritingField.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Conflict } from '../shared/forms/Conflict.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { MeasureSteps } from './MeasureSteps.tsx';
import { kronerOf } from '../shared/kroner.ts';
import { useMeasure } from './useMeasure.ts';
import { useMeasureForm, type MeasureFields } from './useMeasureForm.ts';
import { useMeasures } from './useMeasures.ts';
import { written } from '../shared/forms/field-rules.ts';
import styles from './Measures.module.css';

/** New proposal. */
export function NewMeasurePage() {
  const { view } = useMeasures();
  return (
    <Viewed view={view}>
      {({ abilities }) => (
        <Begun may={abilities.propose}>
          <Page title={t('measures.propose')} back={{ to: '/measures', page: t('measures.backTo') }}>
            <MeasureForm />
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

export function EditMeasurePage() {
  const measure = useMeasure();
  return <Viewed view={measure}>{(view) => <Edit key={view.key} measure={view} />}</Viewed>;
}

function Edit({ measure }: { measure: MeasureView }) {
  const { key, title, abilities } = measure;
  // Others' changes do not close a form in use.
  const [mayWrite] = useState(abilities.edit);
  if (!mayWrite) return <NoAccess />;
  return (
    <Page
      title={t('common.word.changeOf', { title })}
      back={{ to: `/measures/${encodeURIComponent(key)}`, page: title }}
    >
      <MeasureForm measure={measure} />
    </Page>
  );
}

const kroner = () => ({
  validate: (text: unknown) =>
    (typeof text === 'string' && kronerOf(text) !== undefined) || t('measures.form.costWrong'),
});

function MeasureForm({ measure }: { measure?: MeasureView }) {
  const state = useMeasureForm(measure);
  const { form, control } = state;
  return (
    <Form
      state={state}
      className={styles.measureForm}
      button={t('measures.form.save')}
      busyText={t('common.word.saving')}
    >
      <div className="card">
        <FormField
          control={control}
          name="title"
          label={t('measures.form.title')}
          hint={t('measures.form.titleHint')}
          rules={written(200)}
        />
        <FormField
          control={control}
          name="recommendation"
          label={t('measures.form.recommendation')}
          hint={t('measures.form.recommendationHint')}
          rows={3}
          rules={written(2_000)}
        />
        <WritingField
          control={control}
          name="background"
          label={t('measures.form.background')}
          hint={t('measures.form.backgroundHint')}
          rows={8}
          rules={written(10_000)}
        />
        <FormField control={control} name="risk" label={t('measures.form.risk')} rows={3} rules={written(2_000)} />
        <div className={styles.measurePair}>
          <FormField
            control={control}
            name="costOnce"
            label={t('measures.form.costOnce')}
            hint={t('measures.form.costHint')}
            inputMode="decimal"
            rules={kroner()}
          />
          <FormField
            control={control}
            name="costYearly"
            label={t('measures.form.costYearly')}
            inputMode="decimal"
            rules={kroner()}
          />
        </div>
      </div>
      <div className="card">
        <MeasureSteps form={form} />
      </div>
      <Conflict
        state={state}
        name={(field) => t(`measures.form.${field}`)}
        said={(values, field) => (field === 'steps' ? values.steps.map(stepInWords).join('\n') : values[field])}
      />
    </Form>
  );
}

const stepInWords = ({ title, role, due }: MeasureFields['steps'][number]): string =>
  [title, role && t(`roles.${role}`), due && asDate(due)].filter(Boolean).join(' · ');
