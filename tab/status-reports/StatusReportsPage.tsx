import { Link } from 'wouter';
import type { StatusReportsView } from '../../api/status-reports/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { atMost } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { reportAnswer, reportLead, ReportInWord, ReportParts } from './ReportParts.tsx';

const longestNote = 4_000;

/** The next report, and the button that adds it to the agenda of the committee's next meeting (R14). */
export function StatusReportsPage() {
  const view = useView('GET /api/status-reports', {});
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={reportAnswer(answer.coming)}
          above={t('statusReports.title')}
          lead={reportLead(answer.coming)}
          back={{ to: '/approvals/agendas', page: t('statusReports.back') }}
          actions={<ReportInWord statusReportKey={answer.coming.key} />}
        >
          {answer.abilities.make && <Put view={answer} />}
          <ReportParts report={answer.coming} />
          <Earlier reports={answer.reports} />
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Put({ view: { meeting, coming } }: { view: StatusReportsView }) {
  const date = asDate(meeting.meetsOn);
  const state = useForm({
    start: { note: coming.note },
    follows: true,
    looksAgain: true,
    draft: 'statusReport',
    send: ({ note }, api) =>
      api('POST /api/status-reports', {
        body: { note: note.trim(), seen: coming.note, ...(meeting.key ? { agendaKey: meeting.key } : {}) },
      }),
    saved: t('statusReports.done', { date }),
  });
  return (
    <section className="card" aria-label={t('statusReports.note')}>
      <FormField
        control={state.control}
        name="note"
        label={t('statusReports.note')}
        hint={t('statusReports.noteHint')}
        rows={4}
        rules={atMost(longestNote)}
        optional
      />
      <p className="quiet">{meeting.key ? t('statusReports.again') : t('statusReports.makes', { date })}</p>
      <div>
        <ActButton
          appearance="primary"
          busy={state.busy}
          busyText={t('common.word.saving')}
          onClick={() => void state.save()}
        >
          {t('statusReports.put', { date })}
        </ActButton>
      </div>
      <ActFailed error={state.error} />
    </section>
  );
}

const Earlier = ({ reports }: Pick<StatusReportsView, 'reports'>) => (
  <section className="card" aria-labelledby="report-earlier">
    <h2 className="card-title" id="report-earlier">
      {t('statusReports.earlier')}
    </h2>
    {reports.length === 0 ? (
      <p>{t('statusReports.earlierNone')}</p>
    ) : (
      <ul>
        {reports.map(({ key, title, to, madeBy }) => (
          <li key={key}>
            <Link href={`/approvals/status-reports/${encodeURIComponent(key)}`}>{title}</Link>{' '}
            <span className="quiet">{t('statusReports.madeBy', { name: madeBy.name, date: asDate(to) })}</span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
