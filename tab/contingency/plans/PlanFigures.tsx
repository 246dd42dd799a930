import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import styles from './ReadPlan.module.css';

const figures = ['mtd', 'rto', 'rpo'] as const;

/** Accepted downtime, recovery time, and data loss: in words, large. */
export const PlanFigures = ({ plan }: { plan: PlanView }) => (
  <dl className={styles.planFigures} aria-label={t('contingencyPlans.read.figures')}>
    {figures.map((figure) => {
      const hours = plan.figures[figure];
      return (
        <div key={figure} className={styles.planFigure}>
          <dt>
            <span className={styles.planFigureWide}>{t(`contingency.figure.${figure}`)}</span>
            <span className={styles.planFigureNarrow}>{t(`contingency.figureShort.${figure}`)}</span>
          </dt>
          <dd>{hours === undefined ? t('contingencyPlans.read.unknown') : asHours(hours)}</dd>
        </div>
      );
    })}
  </dl>
);
