import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { RiskScale } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { LevelSign } from '../parts/LevelTag.tsx';
import {
  fewestLevels,
  fewestSteps,
  mostLevels,
  mostSteps,
  reworded,
  withLevelAdded,
  withoutLevel,
  withoutStep,
  withStepAdded,
  type Axis,
  type ScaleLevel,
  type ScaleStep,
} from './scale-edit.ts';
import type { ScaleForm } from './useScaleForm.ts';
import { limited } from '../../shared/ui/limited.ts';
import styles from './Scales.module.css';
import { AddRow, RemoveRow } from '../../shared/forms/RowButtons.tsx';

const tones = [
  'green',
  'lightGreen',
  'yellow',
  'orange',
  'red',
  'darkRed',
] as const satisfies readonly ScaleLevel['tone'][];
const accepters = [
  'centreManager',
  'ciso',
  'securityCommittee',
  'corporateManagement',
] as const satisfies readonly ScaleLevel['acceptedBy'][];

/** A word with its description; the English ones are optional. */
function Words(props: {
  form: ScaleForm;
  path: string;
  label: string;
  step: ScaleStep;
  onChange: (step: ScaleStep) => void;
}) {
  const { form, path, label, step, onChange } = props;
  const wordWrong = form.wrongAt(`${path}.word`);
  const textWrong = form.wrongAt(`${path}.description`);
  return (
    <>
      <Field label={label} required {...(wordWrong ? { validationMessage: wordWrong } : {})}>
        <Input
          value={step.word.da}
          {...limited(40)}
          onChange={(_, { value }) => onChange({ ...step, word: reworded(value) })}
        />
      </Field>
      <Field
        label={t('riskAssessment.scales.meaning', { what: label })}
        required
        {...(textWrong ? { validationMessage: textWrong } : {})}
      >
        <Textarea
          rows={2}
          {...limited(500)}
          value={step.description.da}
          onChange={(_, { value }) => onChange({ ...step, description: reworded(value) })}
        />
      </Field>
      <Field label={t('riskAssessment.scales.english', { what: label })}>
        <Input
          value={step.word.en ?? ''}
          {...limited(40)}
          onChange={(_, { value }) => onChange({ ...step, word: reworded(step.word.da, value) })}
        />
      </Field>
    </>
  );
}

/** The steps of an axis, mildest first. */
export function StepFields({ form, axis }: { form: ScaleForm; axis: Axis }) {
  const { scale, setScale } = form;
  const steps = scale[axis];
  const replaced = (place: number, step: ScaleStep): RiskScale => ({
    ...scale,
    [axis]: steps.map((known, index) => (index === place ? step : known)),
  });
  return (
    <fieldset className={`card ${styles.scaleGroup}`}>
      <legend className="section-title">{t(`riskAssessment.${axis}`)}</legend>
      {steps.map((step, index) => {
        const label = t(`riskAssessment.scales.step.${axis}`, { number: index + 1 });
        return (
          <div className={styles.scaleRow} key={index}>
            <Words
              form={form}
              path={`scale.${axis}.${index}`}
              label={label}
              step={step}
              onChange={(next) => setScale(replaced(index, next))}
            />
            {steps.length > fewestSteps && (
              <Remove rows={axis} what={label} onRemove={() => setScale(withoutStep(scale, axis, index))} />
            )}
          </div>
        );
      })}
      {steps.length < mostSteps && (
        <div>
          <AddRow rows={axis} onAdd={() => setScale(withStepAdded(scale, axis))}>
            {t('riskAssessment.scales.addStep')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}

/** The levels, mildest first, each with its colour and accepting role. */
export function LevelFields({ form }: { form: ScaleForm }) {
  const { scale, setScale } = form;
  const { levels } = scale;
  const set = (place: number, change: Partial<ScaleLevel>) =>
    setScale({ ...scale, levels: levels.map((level, index) => (index === place ? { ...level, ...change } : level)) });
  return (
    <fieldset className={`card ${styles.scaleGroup}`}>
      <legend className="section-title">{t('riskAssessment.scales.legend')}</legend>
      {levels.map((level, index) => {
        const label = t('riskAssessment.scales.level', { number: index + 1 });
        return (
          <div className={styles.scaleRow} key={index}>
            <Words
              form={form}
              path={`scale.levels.${index}`}
              label={label}
              step={level}
              onChange={(next) => set(index, next)}
            />
            <Field label={t('riskAssessment.scales.colour', { what: label })}>
              <div className={styles.scaleTone}>
                <LevelSign level={{ tone: level.tone, severity: index / Math.max(1, levels.length - 1) }} />
                <Select
                  value={level.tone}
                  aria-label={t('riskAssessment.scales.colour', { what: label })}
                  onChange={(_, data) => set(index, { tone: tones.find((tone) => tone === data.value) ?? level.tone })}
                >
                  {tones.map((tone) => (
                    <option key={tone} value={tone}>
                      {t(`riskAssessment.scales.tone.${tone}`)}
                    </option>
                  ))}
                </Select>
              </div>
            </Field>
            <Field label={t('riskAssessment.scales.accepts', { what: label })}>
              <Select
                value={level.acceptedBy}
                onChange={(_, data) =>
                  set(index, { acceptedBy: accepters.find((one) => one === data.value) ?? level.acceptedBy })
                }
              >
                {accepters.map((one) => (
                  <option key={one} value={one}>
                    {t(`riskAssessment.scales.accepter.${one}`)}
                  </option>
                ))}
              </Select>
            </Field>
            {levels.length > fewestLevels && (
              <Remove rows="levels" what={label} onRemove={() => setScale(withoutLevel(scale, index))} />
            )}
          </div>
        );
      })}
      {levels.length < mostLevels && (
        <div>
          <AddRow rows="levels" onAdd={() => setScale(withLevelAdded(scale))}>
            {t('riskAssessment.scales.addLevel')}
          </AddRow>
        </div>
      )}
    </fieldset>
  );
}

const Remove = ({ rows, what, onRemove }: { rows: string; what: string; onRemove: () => void }) => (
  <RemoveRow
    rows={rows}
    label={t('riskAssessment.scales.remove', { what })}
    className={styles.scaleRemove}
    onRemove={onRemove}
  />
);
