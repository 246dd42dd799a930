import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { reportAnswer, reportLead, ReportInWord, ReportParts } from './ReportParts.tsx';
import styles from '../shared/ui/PlainText.module.css';

/** A report as added to an agenda. */
export function StatusReportPage() {
  const { statusReportKey = '' } = useParams<{ statusReportKey: string }>();
  const view = useView('GET /api/status-reports/:statusReportKey', { params: { statusReportKey } });
  return (
    <Viewed view={view}>
      {(report) => (
        <Page
          title={reportAnswer(report)}
          above={t('statusReports.title')}
          lead={reportLead(report)}
          back={{ to: '/approvals/agendas', page: t('statusReports.back') }}
          actions={
            <>
              {report.agenda && (
                <ButtonLink to={`/approvals/agendas/${encodeURIComponent(report.agenda.key)}`}>
                  {t('statusReports.agenda')}
                </ButtonLink>
              )}
              <ReportInWord statusReportKey={report.key} />
            </>
          }
        >
          {report.note && (
            <section className="card">
              <p className={styles.plainText}>{report.note}</p>
            </section>
          )}
          <ReportParts report={report} />
          {report.madeBy && (
            <p className="quiet">{t('statusReports.madeBy', { name: report.madeBy.name, date: asDate(report.to) })}</p>
          )}
        </Page>
      )}
    </Viewed>
  );
}
