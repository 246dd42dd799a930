import { Link } from 'wouter';
import type { Dimension, RiskDetail, View } from '../../../api/risks/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { effectText } from '../assessment/ControlPicker.tsx';
import { decidedText, StageLine } from '../assessment/StageLine.tsx';
import { dimensions, stages, stepText, views } from '../parts/risk-words.ts';
import styles from './Risk.module.css';

/** The risk before, now and later, how it came about, and its controls. */
export function Status({ risk }: { risk: RiskDetail }) {
  const { current } = risk.stages;
  return (
    <section className={`card ${styles.riskPart}`} aria-labelledby="risk-standing">
      <h2 className="section-title" id="risk-standing">
        {t('riskTreatment.standing.title')}
      </h2>
      <StageLine stages={risk.stages} />
      <p className="section-text">
        {current && t('riskTreatment.standing.decided', { decided: decidedText(current) })} {t('risks.worst')}
      </p>
      <details className={styles.riskMore}>
        <summary>{t('riskTreatment.standing.how')}</summary>
        <DataTable
          caption={t('riskTreatment.standing.caption')}
          columns={columns(risk)}
          rows={rowsOf(risk)}
          rowKey={({ key }) => key}
        />
      </details>
      <Background risk={risk} />
      <p className="quiet">
        <Link href={`/risks/assessments/${encodeURIComponent(risk.assessmentKey)}`}>
          {t('riskTreatment.standing.assessment')}
        </Link>
        {risk.assessedOn && ` · ${asDate(risk.assessedOn)}`}
        {risk.reviewOn && ` · ${t('riskTreatment.standing.review', { date: asDate(risk.reviewOn) })}`}
      </p>
    </section>
  );
}

type Row = { key: string } & ({ part: 'likelihood' } | { part: 'consequence'; view: View; dimension: Dimension });

/** The likelihood first, then each perspective and dimension with a value. */
function rowsOf({ estimates }: RiskDetail): Row[] {
  const said = (view: View, dimension: Dimension) =>
    stages.some((stage) => estimates[stage].consequence[view]?.[dimension] !== undefined);
  return [
    { key: 'likelihood', part: 'likelihood' },
    ...views.flatMap((view) =>
      dimensions
        .filter((dimension) => said(view, dimension))
        .map((dimension): Row => ({ key: `${view}.${dimension}`, part: 'consequence', view, dimension })),
    ),
  ];
}

const columns = (risk: RiskDetail): Column<Row>[] => [
  {
    key: 'what',
    title: t('common.word.what'),
    cell: (row) =>
      row.part === 'likelihood'
        ? t('riskAssessment.likelihood')
        : `${t(`risks.view.${row.view}`)}, ${t(`risks.dimension.${row.dimension}`).toLocaleLowerCase()}`,
  },
  ...stages.map((stage): Column<Row> => ({
    key: stage,
    title: t(`risks.stage.${stage}`),
    cell: (row) => <Step risk={risk} row={row} stage={stage} />,
  })),
];

function Step({ risk, row, stage }: { risk: RiskDetail; row: Row; stage: (typeof stages)[number] }) {
  const { likelihood, consequence } = risk.estimates[stage];
  const step = row.part === 'likelihood' ? likelihood : consequence[row.view]?.[row.dimension];
  if (step === undefined) return <span className="quiet">{t('risks.treatment.none')}</span>;
  const cell = risk.stages[stage];
  const decides = row.part === 'consequence' && cell?.worstView === row.view && cell.worstDimension === row.dimension;
  const steps = row.part === 'likelihood' ? risk.scale.likelihood : risk.scale.consequence;
  return (
    <>
      {stepText(step, steps[step - 1]?.word ?? '')}
      {decides && (
        <>
          {' '}
          <span className="tag tag-strong">{t('riskTreatment.standing.decides')}</span>
        </>
      )}
    </>
  );
}

function Background({ risk: { vulnerability, existing, controlList } }: { risk: RiskDetail }) {
  return (
    <dl className={styles.riskFacts}>
      {vulnerability && (
        <div>
          <dt>{t('riskAssessment.clash.field.vulnerability')}</dt>
          <dd>{vulnerability}</dd>
        </div>
      )}
      {existing && (
        <div>
          <dt>{t('riskAssessment.clash.field.existing')}</dt>
          <dd>{existing}</dd>
        </div>
      )}
      <div>
        <dt>{t('riskAssessment.controls.label')}</dt>
        <dd>
          {controlList.length === 0 ? (
            t('riskTreatment.noControls')
          ) : (
            <ul className={styles.riskControls}>
              {controlList.map((control) => (
                <li key={control.key}>
                  <Link href={`/standards/controls/${encodeURIComponent(control.key)}`}>{control.title}</Link>{' '}
                  <span className="quiet">({effectText(control)})</span>
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  );
}
