import { useFieldArray } from 'react-hook-form';
import { written } from '../../shared/forms/field-rules.ts';
import { Form } from '../../shared/forms/Form.tsx';
import { FieldWrong } from '../../shared/forms/FieldWrong.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { AddRow, RemoveRow } from '../../shared/forms/RowButtons.tsx';
import { t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { isRising, useSettingsForm, type Settings, type SettingsForm as State } from './useSettingsForm.ts';
import { levelOf } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import styles from './Services.module.css';

/** Fewest and most points of time. */
const [fewest, most] = [2, 10];

export function SettingsForm({ settings, etag }: { settings: Settings; etag: string }) {
  const state = useSettingsForm(settings, etag);
  const { form } = state;
  return (
    <Form
      state={state}
      className={styles.serviceForm}
      button={t('common.save')}
      busyText={t('criticalServices.review.working')}
    >
      <Consequence first={t('criticalServices.settings.consequence')}>
        <p>{t('criticalServices.settings.stays')}</p>
      </Consequence>
      <PointsPart form={form} />
      <LevelsPart form={form} settings={settings} />
      <div className="card">
        <WrittenHours
          control={form.control}
          name="vitalWithin"
          label={t('criticalServices.settings.vital')}
          hint={t('criticalServices.settings.vitalHint')}
        />
      </div>
    </Form>
  );
}

type Fields = Pick<State, 'form'>;

/** The points of time at which harm is estimated. */
function PointsPart({ form }: Fields) {
  const points = useFieldArray({
    control: form.control,
    name: 'points',
    keyName: 'rowKey',
    rules: { validate: (all) => isRising(all) || t('criticalServices.settings.rising') },
  });
  const { points: wrongPoints } = form.formState.errors;
  const wrong = wrongPoints?.root?.message ?? wrongPoints?.message;
  return (
    <section className="card" aria-labelledby="settings-points">
      <h2 className="section-title" id="settings-points">
        {t('criticalServices.settings.points')}
      </h2>
      {points.fields.map((point, index) => (
        <div className="card-row" key={point.rowKey}>
          <WrittenHours
            control={form.control}
            name={`points.${index}.at`}
            label={t('criticalServices.settings.point', { number: index + 1 })}
          />
          {points.fields.length > fewest && (
            <RemoveRow
              rows="points"
              label={t('criticalServices.settings.removePoint', { number: index + 1 })}
              onRemove={() => points.remove(index)}
            />
          )}
        </div>
      ))}
      <FieldWrong>{wrong}</FieldWrong>
      {points.fields.length < most && (
        <div>
          <AddRow rows="points" onAdd={() => points.append({ at: { amount: '', unit: 'weeks' } })}>
            {t('criticalServices.settings.addPoint')}
          </AddRow>
        </div>
      )}
    </section>
  );
}

/** The levels of harm in both languages, and the first that is unacceptable. */
function LevelsPart({ form, settings }: Fields & { settings: Settings }) {
  return (
    <section className="card" aria-labelledby="settings-levels">
      <h2 className="section-title" id="settings-levels">
        {t('criticalServices.settings.levels')}
      </h2>
      {settings.levels.map((_, level) => (
        <div className={styles.serviceImpact} key={level}>
          <FormField
            control={form.control}
            name={`levels.${level}.word.da`}
            label={t('criticalServices.settings.word', { level })}
            rules={written(200)}
          />
          <FormField
            control={form.control}
            name={`levels.${level}.meaning.da`}
            label={t('criticalServices.settings.meaning', { level })}
            rules={written(200)}
          />
          <FormField
            control={form.control}
            name={`levels.${level}.word.en`}
            label={t('criticalServices.settings.wordEn', { level })}
          />
          <FormField
            control={form.control}
            name={`levels.${level}.meaning.en`}
            label={t('criticalServices.settings.meaningEn', { level })}
          />
        </div>
      ))}
      <FormSelect
        control={form.control}
        name="unacceptableFrom"
        label={t('criticalServices.settings.unacceptable')}
        options={settings.levels
          .map((_, level) => ({ value: String(level), text: levelOf(settings, level).word }))
          .slice(1)}
      />
    </section>
  );
}
