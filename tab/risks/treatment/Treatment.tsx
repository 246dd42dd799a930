import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Estimate, RiskDetail, Treatment as Way } from '../../../api/risks/contract.ts';
import { FormChoices } from '../../shared/forms/FormChoices.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { EstimateForm } from '../assessment/EstimateForm.tsx';
import { stagesOf, withStep } from '../assessment/estimates.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { dimensions, treatments, views } from '../parts/risk-words.ts';
import styles from './Risk.module.css';

/** The risk's treatment and reason, with a button. */
export function Treatment({ risk }: { risk: RiskDetail }) {
  const [choosing, setChoosing] = useState(false);
  const { treatment, treatmentNote } = risk;
  return (
    <section className={`card ${styles.riskPart}`} aria-labelledby="risk-treatment">
      <div className="section-head">
        <h2 className="section-title" id="risk-treatment">
          {t('riskAssessment.clash.field.treatment')}
        </h2>
        {risk.abilities.treat && (
          <Button onClick={() => setChoosing(true)}>
            {t(treatment ? 'riskTreatment.treatment.change' : 'riskTreatment.treatment.choose')}
          </Button>
        )}
      </div>
      <p>
        <strong>{t(`risks.treatment.${treatment ?? 'none'}`)}</strong>
        {treatment && <span className={styles.riskMeans}>{t(`riskAssessment.treatment.about.${treatment}`)}</span>}
      </p>
      {treatmentNote && <p className={styles.riskText}>{treatmentNote}</p>}
      {choosing && <ChooseDialog risk={risk} onClose={() => setChoosing(false)} />}
    </section>
  );
}

/** The target's own values: the API fills others with current ones. */
function ownTarget({ estimates: { current, target } }: RiskDetail): Estimate {
  const own: Estimate = { consequence: {} };
  if (target.likelihood !== current.likelihood) own.likelihood = target.likelihood;
  for (const view of views)
    for (const dimension of dimensions) {
      const step = target.consequence[view]?.[dimension];
      if (step !== undefined && step !== current.consequence[view]?.[dimension])
        own.consequence[view] = { ...own.consequence[view], [dimension]: step };
    }
  return own;
}

interface Chosen {
  treatment: Way | '';
  note: string;
  target: Estimate;
}
const chosenIn = (risk: RiskDetail): Chosen => ({
  treatment: risk.treatment ?? '',
  note: risk.treatmentNote,
  target: ownTarget(risk),
});

/** The level that a target gives. */
function targetInWords({ estimates, scale }: RiskDetail, target: Estimate): string {
  return stagesOf(scale, assessedIn(estimates), { ...estimates, target }).target?.level.word ?? '';
}
const assessedIn = ({ current }: RiskDetail['estimates']) =>
  views.filter((view) => Object.keys(current.consequence[view] ?? {}).length > 0);

function ChooseDialog({ risk, onClose }: { risk: RiskDetail; onClose: () => void }) {
  const params = { riskKey: risk.key };
  const state = useForm({
    start: chosenIn(risk),
    shared: {
      etag: risk.etag,
      names: {
        treatment: t('riskAssessment.clash.field.treatment'),
        note: t('riskAssessment.clash.field.treatmentNote'),
        target: t('riskTreatment.treatment.target'),
      },
      said: ({ treatment, target }, field) => {
        if (field === 'treatment') return t(`risks.treatment.${treatment || 'none'}`);
        return field === 'target' ? targetInWords(risk, target) : undefined;
      },
      latest: async (read) => {
        const now = await read('GET /api/risks/register/:riskKey', { params });
        return { values: chosenIn(now), etag: now.etag };
      },
    },
    send: ({ treatment, ...chosen }, api, { etag: expected }) =>
      treatment === ''
        ? undefined
        : api('PUT /api/risks/register/:riskKey/treatment', {
            params,
            body: { treatment, ...chosen, expected },
          }),
    saved: t('riskTreatment.treatment.saved'),
    close: onClose,
  });
  const { control, form } = state;
  const estimates = { ...risk.estimates, target: useWatch({ control, name: 'target' }) };
  const assessed = assessedIn(risk.estimates);
  const goal = stagesOf(risk.scale, assessed, estimates).target;
  return (
    <FormDialog title={t('riskTreatment.treatment.choose')} onClose={onClose} state={state}>
      <FormChoices
        control={control}
        name="treatment"
        label={t('riskAssessment.treatment.title')}
        missing={t('riskTreatment.treatment.missing')}
        options={treatments.map((value) => ({
          value,
          title: t(`risks.treatment.${value}`),
          text: t(`riskAssessment.treatment.about.${value}`),
        }))}
      />
      <FormField
        control={control}
        name="note"
        label={t('riskAssessment.clash.field.treatmentNote')}
        rows={3}
        rules={atMost(2_000)}
        optional
      />
      <details className={styles.riskMore}>
        <summary>
          {t('riskTreatment.treatment.target')} {goal && <LevelTag level={goal.level} />}
        </summary>
        <div className={styles.riskPart}>
          <EstimateForm
            scale={risk.scale}
            assessed={assessed}
            estimates={estimates}
            stage="target"
            onSet={(field, step) => form.setValue('target', withStep(estimates, field, step ?? undefined).target)}
          />
        </div>
      </details>
    </FormDialog>
  );
}
