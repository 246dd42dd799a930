import type { AssessmentView, RiskStage } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { Matrix } from '../scales/Matrix.tsx';
import { stages } from '../parts/risk-words.ts';
import styles from './TypedTable.module.css';

/** Threats in a cell, by their numbers in the assessment. */
const numbersIn = ({ risks }: AssessmentView, stage: RiskStage, consequence: number, likelihood: number): number[] =>
  risks.flatMap(({ stages: stood, notRelevant }, at) => {
    const cell = stood[stage];
    return cell?.consequence === consequence && cell.likelihood === likelihood && !notRelevant ? [at + 1] : [];
  });

/** The matrix before controls, now and after the plan, with threat numbers in cells. */
export function ThreatMatrices({ view }: { view: AssessmentView }) {
  if (view.risks.every(({ stages: stood }) => stood.current === undefined)) return null;
  return (
    <section className="section" aria-labelledby="assess-matrices">
      <h2 className="section-title" id="assess-matrices">
        {t('riskAssessment.matrices.title')}
      </h2>
      <p className="section-text">{t('riskAssessment.matrices.text')}</p>
      <div className={styles.typedMatrices}>
        {stages.map((stage) => (
          <figure key={stage}>
            <figcaption className="card-title">{t(`risks.stage.${stage}`)}</figcaption>
            <Matrix
              view={view.scale}
              caption={t('riskAssessment.matrices.caption', { stage: t(`risks.stage.${stage}`) })}
              cell={(consequence, likelihood, level) => (
                <>
                  <span className="hidden">{level?.word}: </span>
                  <span className={styles.typedNumbers}>
                    {numbersIn(view, stage, consequence, likelihood).join(', ')}
                  </span>
                </>
              )}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}
