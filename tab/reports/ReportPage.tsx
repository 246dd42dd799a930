import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReportView } from '../../api/reports/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ApprovalReasons, ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { Became, Decisions, Proof, Template, Way } from './ReportParts.tsx';
import { ReportSections } from './ReportSections.tsx';
import { stateText } from './ReportsPage.tsx';
import styles from './Reports.module.css';
import { reportPage, useReport, useReportFiles, useSubmitReport, useTakeFigures } from './useReport.ts';

/** A yearly report as it reads, its status, and its outcome. */
export function ReportPage() {
  return <Viewed view={useReport()}>{(view) => <Report report={view} key={view.key} />}</Viewed>;
}

function Report({ report }: { report: ReportView }) {
  const [asking, setAsking] = useState(false);
  const files = useReportFiles(report);
  const { key, title, abilities, approval, state } = report;
  return (
    <Page
      title={title}
      above={<span className="tag">{stateText(report)}</span>}
      lead={report.about}
      back={{ to: '/figures/reports', page: t('figures.report.backTo') }}
      actions={
        <>
          <DownloadButton file={files.word} busyText={t('common.word.downloading')}>
            {t('common.word.word')}
          </DownloadButton>
          <DownloadButton file={files.pdf} busyText={t('common.word.downloading')}>
            {t('common.word.pdf')}
          </DownloadButton>
          {abilities.edit && <ButtonLink to={`${reportPage(key)}/edit`}>{t('figures.report.edit')}</ButtonLink>}
          {abilities.submit && (
            <Button appearance="primary" onClick={() => setAsking(true)}>
              {t('figures.report.submit')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.reportParts}>
        {(state === 'returned' || state === 'rejected') && approval && (
          <Notice tone="warning" title={t('figures.report.sentBack')}>
            <ApprovalReasons reasons={approval.reasons} />
          </Notice>
        )}
        <Figures report={report} />
        {state === 'approved' && <Became report={report} />}
        <Decisions report={report} />
        <ReportSections report={report} />
        <Way report={report} />
        {report.sent && <Proof report={report} sent={report.sent} />}
        {abilities.edit && <Template report={report} />}
        <AsOf freshness={report.freshness} />
      </div>
      {abilities.submit && <Submit report={report} open={asking} onClose={() => setAsking(false)} />}
    </Page>
  );
}

/** Missing figures, with the button that fetches them. */
function Figures({ report }: { report: ReportView }) {
  const { take, busy, error } = useTakeFigures(report);
  const { missingYear, newerDay, asOf } = report;
  if (missingYear === undefined && newerDay === undefined) return null;
  const press = (text: string) => (
    <ActButton busy={busy} busyText={t('figures.report.beginning')} onClick={() => take(missingYear !== undefined)}>
      {text}
    </ActButton>
  );
  return (
    <>
      {missingYear === undefined ? (
        <Notice tone="info" title={t('figures.report.newer.title')} actions={press(t('figures.report.newer.press'))}>
          <p>{t('figures.report.newer.text', { from: asDate(asOf), to: asDate(newerDay ?? asOf) })}</p>
        </Notice>
      ) : (
        <Notice
          tone="info"
          title={t('figures.report.missing.title', { date: asDate(missingYear) })}
          actions={press(t('figures.report.missing.press'))}
        >
          <p>{t('figures.report.missing.text')}</p>
        </Notice>
      )}
      <ActFailed error={error} />
    </>
  );
}

function Submit({ report, open, onClose }: { report: ReportView; open: boolean; onClose: () => void }) {
  const act = useSubmitReport(report, onClose);
  const { decisions, way } = report;
  return (
    <ActDialog
      open={open}
      title={t('figures.report.submitAsk')}
      onClose={onClose}
      act={{
        text: t('figures.report.submit'),
        busyText: t('figures.report.submitting'),
        busy: act.busy,
        press: act.press,
      }}
    >
      <Consequence first={t('figures.report.submitConsequence')}>
        {decisions.length > 0 && <p>{t('figures.report.submitTasks', { count: decisions.length })}</p>}
      </Consequence>
      <ApprovalWay way={way} />
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
