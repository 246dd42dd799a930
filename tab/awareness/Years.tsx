import { useState } from 'react';
import { Link } from 'wouter';
import type { LearningCoverageView } from '../../api/awareness/contract.ts';
import { asDate, asPercent, t } from '../shared/texts/texts.ts';
import { ViewAs } from '../shared/ui/ViewAs.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { listOf } from './useLearningCoverage.ts';
import styles from './Years.module.css';
import barStyles from '../shared/ui/Bar.module.css';

type Year = LearningCoverageView['years'][number];

/** Rounds of the same course side by side, oldest first: a column each, or a table. */
export function Years({ years, roundKey }: { years: readonly Year[]; roundKey: string }) {
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  return (
    <section className="section" aria-labelledby="years">
      <div className="section-head">
        <h2 className="section-title" id="years">
          {t('awareness.coverage.years')}
        </h2>
        <ViewAs as={as} of={t('awareness.coverage.years')} onChange={setAs} />
      </div>
      <p className="section-text">{t('awareness.coverage.yearsText')}</p>
      {as === 'picture' ? <Columns years={years} roundKey={roundKey} /> : <YearTable years={years} />}
    </section>
  );
}

const Columns = ({ years, roundKey }: { years: readonly Year[]; roundKey: string }) => (
  <ol className={`card ${styles.years}`}>
    {years.map((year) => (
      <li
        key={year.roundKey}
        className={year.roundKey === roundKey ? `${styles.learningYear} ${styles.here}` : styles.learningYear}
      >
        <span className={styles.yearPercent}>{asPercent(year.percent)}</span>
        <svg className={styles.yearColumn} viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden>
          <rect className={barStyles.barWhole} data-part="bar-whole" width="10" height="100" />
          <rect
            className={barStyles.barShare}
            data-part="bar-share"
            y={100 - year.percent}
            width="10"
            height={year.percent}
          />
        </svg>
        <Link href={listOf(year.roundKey, 'missing')} {...(year.roundKey === roundKey ? { 'aria-current': true } : {})}>
          {year.title}
        </Link>
      </li>
    ))}
  </ol>
);

const YearTable = ({ years }: { years: readonly Year[] }) => (
  <DataTable
    caption={t('awareness.coverage.years')}
    columns={[
      {
        key: 'round',
        title: t('awareness.coverage.round'),
        cell: (year) => <Link href={listOf(year.roundKey, 'missing')}>{year.title}</Link>,
      },
      { key: 'due', title: t('common.word.due'), short: true, cell: (year) => asDate(year.dueOn) },
      {
        key: 'percent',
        title: t('awareness.coverage.percent'),
        numeric: true,
        cell: (year) => asPercent(year.percent),
      },
    ]}
    rows={years}
    rowKey={(year) => year.roundKey}
  />
);
