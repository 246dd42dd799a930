import { Link } from 'wouter';
import type { TestRow } from '../../../api/contingency/contract.ts';
import { monthText } from '../../risks/parts/risk-words.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { testPath } from '../shared/contingency-paths.ts';
import { TestTag } from './TestTag.tsx';
import styles from './Tests.module.css';

/** The tests by month, as in a calendar. */
export function TestMonths({ tests }: { tests: readonly TestRow[] }) {
  const months = [...new Set(tests.map(({ month }) => month))];
  return (
    <ol className={styles.testMonths}>
      {months.map((month) => (
        <li key={month} className="card">
          <h3 className="card-title">{monthText(month)}</h3>
          <ul>
            {tests
              .filter((test) => test.month === month)
              .map((test) => (
                <li key={test.key} className="card-row">
                  <div>
                    <Link href={testPath(test.key)}>{test.title}</Link>
                    <p className="quiet">{[asMoment(test.at), t(`contingency.testKind.${test.kind}`)].join(' · ')}</p>
                  </div>
                  <TestTag test={test} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
