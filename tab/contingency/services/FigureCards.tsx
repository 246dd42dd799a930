import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { figures } from './words.ts';
import styles from './Services.module.css';

/** The three figures, large, each with its meaning. */
export const FigureCards = ({ of }: { of: Partial<Record<(typeof figures)[number], number | undefined>> }) => (
  <dl className={styles.figureCards}>
    {figures.map((name) => {
      const hours = of[name];
      return (
        <div key={name} className={styles.figureCard}>
          <dt>{t(`contingency.figure.${name}`)}</dt>
          <dd className={styles.figureValue}>{hours === undefined ? t('criticalServices.unknown') : asHours(hours)}</dd>
          <dd className="quiet">{t(`criticalServices.figureText.${name}`)}</dd>
        </div>
      );
    })}
  </dl>
);
