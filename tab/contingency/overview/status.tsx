import type { VitalRow } from '../../../api/contingency/contract.ts';
import { testingInWords } from '../../../api/contingency/exercises/testing-in-words.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { GapSign } from './Marks.tsx';
import styles from './ContingencyOverviewPage.module.css';

/** "Gælder, 3 af 4 centre." */
export const PlanLine = ({ plan: { state, covered, of } }: { plan: VitalRow['plan'] }) => (
  <>
    {t(`contingency.coverage.${state}`)}{' '}
    <span className={`quiet ${styles.line}`}>{t('contingencyOverview.table.covered', { covered, count: of })}</span>
  </>
);

/** Testing: status, latest and next test. */
export const TestLines = ({ testing }: { testing: NonNullable<VitalRow['testing']> }) => (
  <>
    {testing.status === 'never' && testing.lastOn
      ? t('contingencyOverview.table.someNever')
      : testingInWords(t, testing)}
    {testing.lastOn && (
      <span className={`quiet ${styles.line}`}>
        {t('contingencyOverview.table.last', { date: asDate(testing.lastOn) })}
      </span>
    )}
    {testing.nextOn && (
      <span className={`quiet ${styles.line}`}>
        {t('contingencyOverview.table.next', { date: asDate(testing.nextOn) })}
      </span>
    )}
  </>
);

/** Recovery time of the latest test, against the accepted downtime. */
export function Recovery({ testing }: { testing: VitalRow['testing'] }) {
  if (testing?.recovery === undefined) return <>–</>;
  return (
    <>
      {asHours(testing.recovery)}
      {testing.aboveMtd ? (
        <span className={styles.aboveMtd}>
          <GapSign /> {t('contingencyOverview.table.above')}
        </span>
      ) : (
        <span className={`quiet ${styles.line}`}>{t('contingencyOverview.table.within')}</span>
      )}
    </>
  );
}
