import { Link } from 'wouter';
import type { ReportRow } from '../../api/reports/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import { FiguresNav } from '../shared/navigation/FiguresNav.tsx';
import type { ApiAnswer } from '../shared/api/client.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { reportPage, useBeginReport, useReports } from './useReport.ts';

/** The yearly reports: status of the latest, and the button for the next. */
export function ReportsPage() {
  return (
    <Viewed view={useReports()}>
      {(view) => (
        <Page title={answerOf(view.reports)} above={t('figures.nav.reports')} lead={t('figures.report.lead')}>
          <FiguresNav sees={view.abilities} />
          {view.reports.length === 0 ? (
            <Blank
              title={t('figures.report.empty.title')}
              text={t(view.abilities.make ? 'figures.report.empty.text' : 'figures.report.empty.readers')}
              actions={<Begin years={view.years} />}
            />
          ) : (
            <section className="card">
              <DataTable
                caption={t('figures.report.table.caption')}
                columns={columnsOf()}
                rows={view.reports}
                rowKey={({ key }) => key}
              />
              <Begin years={view.years.filter((year) => year > (view.reports[0]?.year ?? 0))} />
            </section>
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf([latest]: readonly ReportRow[]): string {
  if (!latest) return t('figures.report.answerNone');
  const { year, state } = latest;
  if (state === 'approved') return t('figures.report.answerDone', { year: String(year) });
  return t(state === 'waiting' ? 'figures.report.answerWaiting' : 'figures.report.answerDraft', { year: String(year) });
}

/** Years offered: this one and the one before. */
const offered = 2;
function Begin({ years }: Pick<ApiAnswer<'GET /api/reports'>, 'years'>) {
  const { begin, busy, error } = useBeginReport();
  if (years.length === 0) return null;
  return (
    <>
      <div className="filters">
        {years.slice(0, offered).map((year, place) => (
          <ActButton
            key={year}
            appearance={place === 0 ? 'primary' : 'secondary'}
            busy={busy}
            busyText={t('figures.report.beginning')}
            onClick={() => begin(year)}
          >
            {t('figures.report.begin', { year: String(year) })}
          </ActButton>
        ))}
      </div>
      <ActFailed error={error} />
    </>
  );
}

/** `Til godkendelse hos Direktionen`. */
export const stateText = ({ state, waitsFor }: Pick<ReportRow, 'state' | 'waitsFor'>): string =>
  [
    t(`figures.report.state.${state}`),
    ...(waitsFor ? [t('figures.report.at', { body: t(`roles.${waitsFor}`) })] : []),
  ].join(' ');

const columnsOf = (): Column<ReportRow>[] => [
  {
    key: 'title',
    title: t('figures.report.table.title'),
    cell: ({ key, title }) => <Link href={reportPage(key)}>{title}</Link>,
  },
  {
    key: 'state',
    title: t('common.word.status'),
    cell: (row) => <span className="tag">{stateText(row)}</span>,
  },
  { key: 'asOf', title: t('figures.report.table.asOf'), short: true, cell: ({ asOf }) => asDate(asOf) },
  {
    key: 'changedAt',
    title: t('figures.report.table.changedAt'),
    cell: ({ changedAt, changedBy }) => `${asDate(dayOf(changedAt))} · ${changedBy.name}`,
  },
];
