import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { Estimate, RiskDetail, Treatment as Way } from '../../../api/risks/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { EstimateForm } from '../assessment/EstimateForm.tsx';
import { stagesOf, withStep } from '../assessment/estimates.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { dimensions, treatments, views } from '../parts/risk-words.ts';
import { Choice } from '../../shared/ui/Choice.tsx';
import styles from './Risk.module.css';

/** How the risk is treated and why, with the way to choose anew. */
export function Treatment({ risk }: { risk: RiskDetail }) {
  const [choosing, setChoosing] = useState(false);
  const { treatment, treatmentNote } = risk;
  return (
    <section className={`card ${styles.riskPart}`} aria-labelledby="risk-treatment">
      <div className="section-head">
        <h2 className="section-title" id="risk-treatment">
          {t('riskTreatment.treatment.title')}
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
      {risk.abilities.treat && choosing && <ChooseDialog risk={risk} onClose={() => setChoosing(false)} />}
    </section>
  );
}

/** What the target itself says: the API fills it with what is so now. */
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

function ChooseDialog({ risk, onClose }: { risk: RiskDetail; onClose: () => void }) {
  const [treatment, setTreatment] = useState<Way | undefined>(risk.treatment);
  const [note, setNote] = useState(risk.treatmentNote);
  const [target, setTarget] = useState(() => ownTarget(risk));
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/risks/register/:riskKey/treatment');
  const estimates = { ...risk.estimates, target };
  const assessed = views.filter((view) => Object.keys(risk.estimates.current.consequence[view] ?? {}).length > 0);
  const goal = stagesOf(risk.scale, assessed, estimates).target;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!treatment) return;
    const body = { treatment, note, target };
    const saved = await act.mutateAsync({ params: { riskKey: risk.key }, body }).catch(() => undefined);
    if (!saved) return;
    notify(t('riskTreatment.treatment.saved'));
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('riskTreatment.treatment.choose')}
      onClose={onClose}
      onSubmit={submit}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <fieldset className="choices" aria-describedby="risk-treatment-wrong">
        <legend>{t('riskAssessment.treatment.title')}</legend>
        {treatments.map((way) => (
          <Choice
            key={way}
            name="treatment"
            checked={treatment === way}
            onChange={() => setTreatment(way)}
            title={t(`risks.treatment.${way}`)}
            text={t(`riskAssessment.treatment.about.${way}`)}
          />
        ))}
        <p id="risk-treatment-wrong" role="alert" className={styles.riskWrong}>
          {tried && !treatment && t('riskTreatment.treatment.missing')}
        </p>
      </fieldset>
      <Field label={t('riskAssessment.treatment.note')}>
        <Textarea rows={3} maxLength={2_000} value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
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
            onSet={(field, step) => setTarget(withStep(estimates, field, step ?? undefined).target)}
          />
        </div>
      </details>
    </FormDialog>
  );
}
