import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ReportView } from '../../api/reports/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FileDrop } from '../shared/ui/FileDrop.tsx';
import styles from './Reports.module.css';
import { useReportFiles, useTemplate } from './useReport.ts';

/** Bytes, the API's limit. */
const largestTemplate = 4_000_000;

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={mergeClasses('card', styles.reportSection)} aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The decisions for Direktionen. */
export function Decisions({ report: { decisions } }: { report: ReportView }) {
  return (
    <Part id="report-decisions" title={t('figures.report.decisions')}>
      {decisions.length === 0 ? (
        <p>{t('figures.report.noDecisions')}</p>
      ) : (
        <ul className={styles.reportList}>
          {decisions.map(({ title, why, role, due }, place) => (
            <li key={place}>
              {title}
              <span className={styles.reportWhy}>
                {t('figures.report.decision', { role: t(`roles.${role}`), date: asDate(due) })}
              </span>
              {why !== '' && <span className={styles.reportWhy}>{why}</span>}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** Tasks of the wheel, and who has been informed. */
export function Became({ report: { plan, informed } }: { report: ReportView }) {
  return (
    <>
      <Part id="report-informed" title={t('figures.report.informed.title')}>
        <ul className={styles.reportList}>
          {informed.map(({ body, sentOn, by, path }) => (
            <li key={body}>
              {t(`figures.report.informed.${body}`)}
              <span className={styles.reportWhy}>
                {sentOn === undefined
                  ? t('figures.report.informed.todo')
                  : t('figures.report.informed.done', { date: asDate(sentOn), name: by?.name ?? '–' })}
              </span>
              {sentOn === undefined && <Link href={path}>{t('figures.report.informed.open')}</Link>}
            </li>
          ))}
        </ul>
      </Part>
      {plan.length > 0 && (
        <Part id="report-plan" title={t('figures.report.became')}>
          <ul className={styles.reportList}>
            {plan.map(({ key, title, due, path }) => (
              <li key={key}>
                <Link href={path}>{title}</Link> · {asDate(due)}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

export function Way({ report: { approval, way } }: { report: ReportView }) {
  return (
    <Part id="report-way" title={t('figures.report.way')}>
      <ApprovalWay way={approval ?? way} />
      {approval && (
        <p>
          <Link href={`/approvals/${encodeURIComponent(approval.requestKey)}`}>{t('figures.report.seeVotes')}</Link>
        </p>
      )}
    </Part>
  );
}

/** The files sent, with their hashes. */
export function Proof({ report, sent }: { report: ReportView; sent: NonNullable<ReportView['sent']> }) {
  const { seal } = report;
  return (
    <Part id="report-proof" title={t('figures.report.proof.title')}>
      <p>{t('figures.report.proof.text', { date: asDate(dayOf(sent.at)) })}</p>
      <dl className={styles.reportFacts}>
        <dt>{t('figures.report.proof.word')}</dt>
        <dd className={styles.reportHash}>{sent.word}</dd>
        <dt>{t('figures.report.proof.pdf')}</dt>
        <dd className={styles.reportHash}>{sent.paper}</dd>
        {seal && (
          <>
            <dt>{t('figures.report.proof.seal', { date: asDate(seal.day) })}</dt>
            <dd className={styles.reportHash}>{seal.seal}</dd>
          </>
        )}
      </dl>
    </Part>
  );
}

/** The municipality's layout: a Word file with fields for the program to fill. */
export function Template({ report }: { report: ReportView }) {
  const { upload, put, remove, removing, error } = useTemplate(report);
  const { template: shipped } = useReportFiles(report);
  const { template } = report;
  return (
    <Part id="report-template" title={t('figures.report.template.title')}>
      <p>{t(template ? 'figures.report.template.own' : 'figures.report.template.shipped')}</p>
      <div className={styles.reportFiles}>
        <DownloadButton file={shipped} busyText={t('common.word.downloading')}>
          {t('figures.report.template.fetch')}
        </DownloadButton>
      </div>
      <FileDrop
        label={t('figures.report.template.label')}
        kinds={['word']}
        largest={largestTemplate}
        file={template}
        upload={upload}
        onFile={put}
        onRemove={remove}
        removing={removing}
      />
      <ActFailed error={error} />
    </Part>
  );
}
