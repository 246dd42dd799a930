import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { Link } from 'wouter';
import type { TestCriterion, TestView } from '../../../api/contingency/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { downtimePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { ImprovementsPart } from './parts/ImprovementsPart.tsx';
import styles from './Tests.module.css';
import { againstLimit } from './test-words.ts';

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

const percent = 100;

/** The measured recovery against the goal and the accepted downtime: in words, and as a bar with marks. */
function MeasuredBar({ test: { recovery, dataLoss, figures } }: { test: TestView }) {
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
