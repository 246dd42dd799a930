import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { download } from '../../shared/api/client.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { DataTable } from '../../shared/ui/DataTable.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf } from '../../shared/ui/Viewed.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { BeginAssessmentButton } from './parts/BeginAssessment.tsx';
import { ThreatMatrices } from './ThreatMatrices.tsx';
import { columns } from './ThreatTable.tsx';
import { Unsaved } from './Unsaved.tsx';
import { assetPath } from '../parts/risk-paths.ts';
import { assessmentPath } from './useAssessmentActs.ts';
import { stages as riskStages } from '../parts/risk-words.ts';
import styles from './Assessment.module.css';

/** A finished assessment: results, participants, risks, and those before and after it. */
export function FinishedAssessment({ view }: { view: AssessmentView }) {
  const word = useMutation({
    mutationFn: () =>
      download('GET /api/risks/assessments/:assessmentKey/report.docx', { params: { assessmentKey: view.key } }),
  });
  return (
    <Page
      title={titleOf(view)}
      above={t('riskAssessment.above', { number: view.number, asset: view.asset.title })}
      lead={leadOf(view)}
      back={{ to: assetPath(view.asset.key), page: view.asset.title }}
      actions={
        <>
          <ActButton
            busy={word.isPending}
            busyText={t('common.word.downloading')}
            icon={<ArrowDownloadRegular />}
            onClick={() => word.mutate()}
          >
            {t('common.word.word')}
          </ActButton>
          {view.abilities.startNew && (
            <BeginAssessmentButton
              assetKey={view.asset.key}
              {...(view.form === 'full' ? { copyFrom: view.key } : {})}
            />
          )}
        </>
      }
    >
      <ActFailed error={word.error} />
      <Unsaved view={view} />
      {view.state === 'superseded' && <Notice tone="info">{t('riskAssessment.finished.superseded')}</Notice>}
      {view.state === 'discarded' && <Notice tone="info">{t('riskAssessment.finished.discarded')}</Notice>}
      {view.state === 'draft' && <Notice tone="info">{t('riskAssessment.finished.draft')}</Notice>}
      {view.form === 'full' ? <Risks view={view} /> : <Quick view={view} />}
      <div className={styles.assessPair}>
        <Facts view={view} />
        <History view={view} />
      </div>
      <AsOf freshness={view.freshness} />
    </Page>
  );
}

function titleOf({ form, state, worst: { current }, risks, asset }: AssessmentView): string {
  if (state === 'draft' || state === 'discarded') return t('riskAssessment.finished.notDone', { asset: asset.title });
  if (form === 'quick') return t('riskAssessment.finished.quick');
  if (!current) return t('riskAssessment.finished.noRisk');
  const count = risks.filter(
    ({ stages }) => stages.current !== undefined && stages.current.level.severity === current.severity,
  ).length;
  return t('riskAssessment.finished.answer', { level: current.word, count });
}

function leadOf({ finishedAt, finishedBy, reviewOn }: AssessmentView): string {
  if (!finishedAt || !finishedBy) return '';
  const done = t('riskAssessment.finished.by', { name: finishedBy.name, date: asDate(dayOf(finishedAt)) });
  return reviewOn ? `${done} ${t('riskAssessment.finished.next', { date: asDate(reviewOn) })}` : done;
}

function Risks({ view }: { view: AssessmentView }) {
  const { worst } = view;
  const inForce = view.state === 'finished';
  return (
    <>
      <section className="card" aria-labelledby="assess-worst">
        <h2 className="section-title" id="assess-worst">
          {t('riskAssessment.finished.worst')}
        </h2>
        <dl className={styles.assessWorst}>
          {riskStages.map((stage) => (
            <div key={stage}>
              <dt>{t(`risks.stage.${stage}`)}</dt>
              <dd>{worst[stage] ? <LevelTag level={worst[stage]} /> : t('risks.assessment.none')}</dd>
            </div>
          ))}
        </dl>
        <p className="section-text">{t('risks.worst')}</p>
      </section>
      <section className="section" aria-labelledby="assess-risks">
        <h2 className="section-title" id="assess-risks">
          {t('riskAssessment.parts.threats')}
        </h2>
        <DataTable
          caption={t('riskAssessment.table.caption')}
          columns={columns((risk) => (
            <>
              {view.risks.indexOf(risk) + 1}.{' '}
              {inForce && risk.stages.current ? (
                <Link href={`/risks/register/${encodeURIComponent(risk.riskKey)}`}>{risk.title}</Link>
              ) : (
                risk.title
              )}
            </>
          ))}
          rows={view.risks}
          rowKey={({ threatKey }) => threatKey}
        />
      </section>
      <ThreatMatrices view={view} />
    </>
  );
}

function Quick({ view: { quick } }: { view: AssessmentView }) {
  return (
    <section className="card" aria-labelledby="assess-quick">
      <h2 className="section-title" id="assess-quick">
        {t('riskAssessment.finished.answers')}
      </h2>
      <dl className={styles.assessFacts}>
        {Object.entries(quick.answers).map(([question, answer]) => (
          <div key={question}>
            <dt>{t(`riskAssessment.quick.question.${question as keyof typeof quick.answers}`)}</dt>
            <dd>{t(`riskAssessment.quick.answer.${answer}`)}</dd>
          </div>
        ))}
      </dl>
      {quick.note && <p className={styles.assessText}>{quick.note}</p>}
    </section>
  );
}

function Facts({ view }: { view: AssessmentView }) {
  const people = [...view.participants.map(({ name }) => name), view.guests].filter(Boolean).join(', ');
  const facts = [
    [t('riskAssessment.about.heldOn'), view.heldOn && asDate(view.heldOn)],
    [t('riskAssessment.about.participants'), people],
    [t('riskAssessment.about.views'), view.views.map((one) => t(`risks.view.${one}`)).join(', ')],
    [t('riskAssessment.about.copiedFrom'), view.copiedFrom?.title],
    [t('riskAssessment.about.trigger'), view.trigger && t(`risks.trigger.${view.trigger}`)],
    [t('riskAssessment.about.openReason'), view.openReason],
    [t('common.word.note'), view.note],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <section className="card" aria-labelledby="assess-facts">
      <h2 className="section-title" id="assess-facts">
        {t('riskAssessment.parts.about')}
      </h2>
      <dl className={styles.assessFacts}>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={styles.assessText}>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function History({ view }: { view: AssessmentView }) {
  return (
    <section className="card" aria-labelledby="assess-history">
      <h2 className="section-title" id="assess-history">
        {t('riskAssessment.history.title')}
      </h2>
      <ol className={styles.assessHistory} reversed>
        {view.history.map(({ key, number, state, heldOn, current }) => (
          <li key={key} value={number}>
            {key === view.key ? (
              <strong>{t('riskAssessment.history.this')}</strong>
            ) : (
              <Link href={assessmentPath(key)}>{t('riskAssessment.history.one', { number })}</Link>
            )}{' '}
            <span className="quiet">
              {t(`riskAssessment.history.state.${state}`)}
              {heldOn && ` · ${asDate(heldOn)}`}
            </span>{' '}
            {current && <LevelTag level={current} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
