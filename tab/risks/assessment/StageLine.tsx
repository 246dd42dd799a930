import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { Fragment } from 'react';
import type { CellView, RiskStage, StagesView } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { stages as riskStages, stepText } from '../parts/risk-words.ts';
import styles from './StageLine.module.css';

/** A risk at each stage, with arrows between; with `onPick` a stage can be selected. */
export function StageLine(props: {
  stages: StagesView;
  picked?: RiskStage;
  onPick?: (stage: RiskStage) => void;
  /** Stages without own values: same as the previous one. */
  inherits?: readonly RiskStage[];
}) {
  const { stages, picked, onPick, inherits = [] } = props;
  return (
    <div
      className={styles.stages}
      role={onPick ? 'group' : 'list'}
      aria-label={t(onPick ? 'riskAssessment.stages.choose' : 'riskAssessment.stages.label')}
    >
      {riskStages.map((stage, index) => {
        const inner = <Stage stage={stage} cell={stages[stage]} asBefore={inherits.includes(stage)} />;
        return (
          <Fragment key={stage}>
            {index > 0 && <ArrowRightRegular className={styles.stagesArrow ?? ''} aria-hidden />}
            {onPick ? (
              <button
                type="button"
                className={`${styles.stage} ${styles.stagePick}`}
                aria-pressed={stage === picked}
                onClick={() => onPick(stage)}
              >
                {inner}
              </button>
            ) : (
              <div role="listitem" className={styles.stage}>
                {inner}
              </div>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

function Stage({ stage, cell, asBefore }: { stage: RiskStage; cell: CellView | undefined; asBefore: boolean }) {
  return (
    <>
      <span className={styles.stageName}>{t(`risks.stage.${stage}`)}</span>
      {cell ? (
        <>
          <span className={styles.stageLevel}>
            <LevelTag level={cell.level} />
          </span>
          <span className={styles.stageCell}>
            {t('riskAssessment.consequenceIs', { step: stepText(cell.consequence, cell.consequenceWord) })}
          </span>
          <span className={styles.stageCell}>
            {t('riskAssessment.likelihoodIs', { step: stepText(cell.likelihood, cell.likelihoodWord) })}
          </span>
        </>
      ) : (
        <span className={styles.stageCell}>{t('risks.assessment.none')}</span>
      )}
      {asBefore && cell && <span className={styles.stageCell}>{t('riskAssessment.stages.asBefore')}</span>}
    </>
  );
}

/** The deciding perspective and dimension: `De registrerede, fortrolighed`. */
export const decidedText = ({ worstView, worstDimension }: CellView): string =>
  t('riskAssessment.decided', {
    view: t(`risks.view.${worstView}`),
    dimension: t(`risks.dimension.${worstDimension}`).toLocaleLowerCase(),
  });
