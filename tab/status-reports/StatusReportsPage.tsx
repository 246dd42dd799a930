import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StatusReportsView } from '../../api/status-reports/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useDraft } from '../shared/forms/useDraft.ts';
import { notify } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { reportAnswer, ReportInWord, ReportParts } from './ReportParts.tsx';

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
          lead={t('statusReports.lead', { from: asDate(answer.coming.from), to: asDate(answer.coming.to) })}
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

function Put({ view: { meeting } }: { view: StatusReportsView }) {
  const { found, keep, forget } = useDraft<string>('statusReport');
  const [note, setNote] = useState(found ?? '');
  const act = useAct('POST /api/status-reports');
  const date = asDate(meeting.meetsOn);
  const put = () =>
    act.mutate(
      { body: { note: note.trim(), ...(meeting.key ? { agendaKey: meeting.key } : {}) } },
      {
        onSuccess: () => {
          forget();
          notify(t('statusReports.done', { date }));
        },
      },
    );
  return (
    <section className="card" aria-label={t('statusReports.note')}>
      <Field label={t('statusReports.note')} hint={t('statusReports.noteHint')}>
        <Textarea
          rows={4}
          resize="vertical"
          maxLength={longestNote}
          value={note}
          onChange={(_, data) => {
            setNote(data.value);
            keep(data.value);
          }}
        />
      </Field>
      <p className="quiet">{meeting.key ? t('statusReports.again') : t('statusReports.makes', { date })}</p>
      <div>
        <ActButton appearance="primary" busy={act.isPending} busyText={t('statusReports.putting')} onClick={put}>
          {t('statusReports.put', { date })}
        </ActButton>
      </div>
      <ActFailed error={act.error} />
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
