import { useId } from 'react';
import { Link } from 'wouter';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { TextBox } from './TextBox.tsx';
import type { Draft } from './useAssessment.ts';
import { treatments } from '../parts/risk-words.ts';
import { Choice } from '../../shared/ui/Choice.tsx';
import styles from './Assessment.module.css';

/** Treatments of the risk, each explained, and the reason. */
export function TreatmentChoice({ draft, risk }: { draft: Draft; risk: AssessedRisk }) {
  const name = useId();
  return (
    <section className={styles.assessPart} aria-labelledby={name}>
      <h3 className="card-title" id={name}>
        {t('riskAssessment.treatment.title')}
      </h3>
      <fieldset className={`choices ${styles.assessSteps}`}>
        <legend className="hidden">{t('riskAssessment.treatment.title')}</legend>
        {treatments.map((treatment) => (
          <Choice
            key={treatment}
            name={`${name}-treatment`}
            checked={risk.treatment === treatment}
            onChange={() => draft.set(risk, 'treatment', treatment)}
            title={t(`risks.treatment.${treatment}`)}
            text={t(`riskAssessment.treatment.about.${treatment}`)}
          />
        ))}
      </fieldset>
      <TextBox
        label={t('riskAssessment.clash.field.treatmentNote')}
        rows={2}
        value={risk.treatmentNote}
        onChange={(text) => draft.set(risk, 'treatmentNote', text || null, false)}
      />
      <p className="quiet">
        {risk.openActions > 0 ? (
          <Link href={`/risks/register/${encodeURIComponent(risk.riskKey)}`}>
            {t('riskAssessment.treatment.actions', { count: risk.openActions })}
          </Link>
        ) : (
          t('riskAssessment.treatment.actionsLater')
        )}
      </p>
    </section>
  );
}
