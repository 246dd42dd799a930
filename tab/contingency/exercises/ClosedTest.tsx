import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { Link } from 'wouter';
import type { TestCriterion, TestView } from '../../../api/contingency/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { downtimePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { ImprovementsPart } from './parts/ImprovementsPart.tsx';
import { MeasuredBar } from './MeasuredBar.tsx';
import styles from './Tests.module.css';

/** Result: measured against the limits, criteria met, and improvements. */
export function ClosedTest({ test }: { test: TestView }) {
  return (
    <>
      <section className="card" aria-labelledby="test-result">
        <h2 className="section-title" id="test-result">
          {t('contingencyTests.closed.title')}
        </h2>
        {test.downtimeKey !== undefined && (
          <p>
            {t('contingencyTests.closed.real')}{' '}
            <Link href={downtimePath(test.downtimeKey)}>{t('contingencyTests.closed.seeDowntime')}</Link>
          </p>
        )}
        <MeasuredBar test={test} />
        <h3 className="card-title">{t('contingencyTests.form.criteria')}</h3>
        <ul className={styles.testCriteria}>
          {test.criteria.map((criterion) => (
            <Criterion key={criterion.key} criterion={criterion} />
          ))}
        </ul>
        {test.wentWell && <Words title={t('contingencyTests.evaluation.wentWell')} text={test.wentWell} />}
        {test.toImprove && <Words title={t('contingencyTests.evaluation.toImprove')} text={test.toImprove} />}
        {test.closedAt && test.closedBy && (
          <p className="quiet">
            {t('contingencyTests.closed.by', { name: test.closedBy.name, date: asDate(dayOf(test.closedAt)) })}
          </p>
        )}
      </section>
      <ImprovementsPart of={test} />
    </>
  );
}

const Words = ({ title, text }: { title: string; text: string }) => (
  <>
    <h3 className="card-title">{title}</h3>
    <p className={styles.testText}>{text}</p>
  </>
);

function Criterion({ criterion: { text, met, measured, note } }: { criterion: TestCriterion }) {
  const Icon = met === true ? CheckmarkCircleFilled : DismissCircleRegular;
  return (
    <li className={met === true ? styles.testMet : styles.testUnmet}>
      <Icon aria-hidden />
      <div>
        <p>
          {text} – <strong>{t(`contingencyTests.closed.${met === true ? 'met' : 'unmet'}`)}</strong>
          {measured !== undefined && ` (${asHours(measured)})`}
        </p>
        {note && <p className="quiet">{note}</p>}
      </div>
    </li>
  );
}
