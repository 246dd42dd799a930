import { Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { RiskScale, ScaleSummary } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormFoot, Restored } from '../../shared/forms/Form.tsx';
import { Matrix } from './Matrix.tsx';
import { LevelFields, StepFields } from './ScaleFields.tsx';
import { withCell } from './scale-edit.ts';
import { useScaleForm, type ScaleForm } from './useScaleForm.ts';
import { limited } from '../../shared/ui/limited.ts';
import styles from './Scales.module.css';

/** Derives an own scale: words, levels, accepting roles, and each cell. */
export function ScaleEditor({ source, onDone }: { source: ScaleSummary; onDone: () => void }) {
  const form = useScaleForm(source, onDone);
  const element = useRef<HTMLFormElement>(null);
  const { scale, wrongAt } = form;
  const { submitCount } = form.form.formState;
  useEffect(() => {
    if (submitCount > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [submitCount]);
  const titleWrong = wrongAt('title');
  return (
    <form ref={element} className={styles.scaleForm} noValidate onSubmit={(event) => void form.save(event)}>
      {form.draft.restored && <Restored onDiscard={form.draft.discard} />}
      <div className="card">
        <Field
          label={t('riskAssessment.scales.name')}
          required
          {...(titleWrong ? { validationMessage: titleWrong } : {})}
        >
          <Input value={form.title} {...limited(120)} onChange={(_, { value }) => form.setTitle(value)} />
        </Field>
      </div>
      <StepFields form={form} axis="consequence" />
      <StepFields form={form} axis="likelihood" />
      <LevelFields form={form} />
      <section className="card" aria-labelledby="scale-cells">
        <h2 className="section-title" id="scale-cells">
          {t('riskAssessment.scales.cellsTitle')}
        </h2>
        <p className="section-text">{t('riskAssessment.scales.cellsText')}</p>
        <Matrix
          view={drawn(scale)}
          caption={t('riskAssessment.scales.cellsMatrix')}
          cell={(consequence, likelihood) => (
            <CellChoice form={form} consequence={consequence} likelihood={likelihood} />
          )}
        />
        {wrongAt('scale.matrix') && (
          <p role="alert" className={styles.scaleWrong}>
            {wrongAt('scale.matrix')}
          </p>
        )}
      </section>
      <FormFoot state={form} busyText={t('common.word.saving')}>
        {t('riskAssessment.scales.save')}
      </FormFoot>
    </form>
  );
}

const drawn = ({ likelihood, consequence, levels, matrix }: RiskScale) => ({
  likelihood: likelihood.map(({ word }) => ({ word: word.da })),
  consequence: consequence.map(({ word }) => ({ word: word.da })),
  levels: levels.map(({ word, tone }, index) => ({
    word: word.da,
    tone,
    severity: levels.length < 2 ? 0 : index / (levels.length - 1),
  })),
  matrix,
});

function CellChoice({ form, consequence, likelihood }: { form: ScaleForm; consequence: number; likelihood: number }) {
  const { scale, setScale, wrongAt } = form;
  const message = wrongAt(`scale.matrix.${consequence}.${likelihood}`);
  const label = t('riskAssessment.scales.cell', {
    consequence: scale.consequence[consequence - 1]?.word.da ?? '',
    likelihood: scale.likelihood[likelihood - 1]?.word.da ?? '',
  });
  return (
    <>
      <Select
        aria-label={label}
        aria-invalid={message !== undefined}
        value={String(scale.matrix[consequence - 1]?.[likelihood - 1] ?? 0)}
        onChange={(_, data) => setScale(withCell(scale, consequence, likelihood, Number(data.value)))}
      >
        {scale.levels.map(({ word }, index) => (
          <option key={index} value={index}>
            {word.da || t('riskAssessment.scales.level', { number: index + 1 })}
          </option>
        ))}
      </Select>
      {message && <span className={`${styles.scaleWrong} ${styles.scaleCellWrong}`}>{message}</span>}
    </>
  );
}
