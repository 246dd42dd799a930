import type { TestView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { againstLimit } from './test-words.ts';
import styles from './Tests.module.css';

const percent = 100;

/** The measured recovery against the goal and the accepted downtime: in words, and as a bar with marks. */
export function MeasuredBar({ test: { recovery, dataLoss, figures } }: { test: TestView }) {
  const { rto, mtd } = figures;
  const limits = [
    ...(rto === undefined ? [] : [{ name: t('contingency.figure.rto'), hours: rto }]),
    ...(mtd === undefined ? [] : [{ name: t('contingency.figure.mtd'), hours: mtd }]),
  ];
  const longest = Math.max(recovery ?? 0, ...limits.map(({ hours }) => hours));
  const share = (hours: number) => `${longest === 0 ? 0 : (hours / longest) * percent}%`;
  return (
    <div className={styles.testMeasured}>
      <p>
        {recovery === undefined
          ? t('contingencyTests.measured.none')
          : t('contingencyTests.measured.took', { hours: asHours(recovery) })}
        {dataLoss !== undefined && ` ${lossText(dataLoss)}`}
      </p>
      {recovery !== undefined && limits.length > 0 && (
        <>
          <svg className={styles.testBar} aria-hidden>
            <rect className={styles.testBarWhole} width="100%" height="16" rx="4" y="4" />
            <rect
              className={mtd !== undefined && recovery > mtd ? styles.testBarOver : styles.testBarTook}
              width={share(recovery)}
              height="16"
              rx="4"
              y="4"
            />
            {limits.map(({ name, hours }) => (
              <line key={name} className={styles.testBarEdge} x1={share(hours)} x2={share(hours)} y1="0" y2="24" />
            ))}
            {limits.map(({ name, hours }) => (
              <line key={name} className={styles.testBarLimit} x1={share(hours)} x2={share(hours)} y1="0" y2="24" />
            ))}
          </svg>
          <ul className={styles.testList}>
            {limits.map(({ name, hours }) => (
              <li key={name}>
                {name}: {againstLimit(recovery, hours)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const lossText = (hours: number): string =>
  hours === 0 ? t('contingencyTests.measured.noLoss') : t('contingencyTests.measured.lost', { hours: asHours(hours) });
