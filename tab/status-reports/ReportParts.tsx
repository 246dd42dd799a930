import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { StatusReportView } from '../../api/status-reports/contract.ts';
import { valueText } from '../figures/parts/figure-value.ts';
import { Movement } from '../figures/parts/Movement.tsx';
import { download } from '../shared/api/client.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';

type PartName = 'figures' | 'decisions' | 'waiting' | 'incidents' | 'findings';

/** Parts of a report; each row links to its subject. */
export function ReportParts({ report }: { report: StatusReportView }) {
  const { figures, decisions, waiting, incidents, findings, counts } = report;
  return (
    <>
      <Part name="figures" rows={figures} columns={figureColumns()} />
      <Part
        name="decisions"
        rows={decisions}
        columns={decisionColumns()}
        all={{ count: counts.decisions, path: '/approvals?show=decided' }}
      />
      <Part
        name="waiting"
        rows={waiting}
        columns={waitingColumns()}
        all={{ count: counts.waiting, path: '/approvals?show=all' }}
      />
      <Part name="incidents" rows={incidents} columns={incidentColumns()} />
      <Part
        name="findings"
        rows={findings}
        columns={findingColumns()}
        all={{ count: counts.findings, path: '/inspections/findings' }}
      />
    </>
  );
}

function Part<Row extends object>(props: {
  name: PartName;
  rows: readonly Row[];
  columns: Column<Row>[];
  /** Total beyond the rows, and its page. */
  all?: { count: number; path: string };
}) {
  const { name, rows, columns, all } = props;
  return (
    <section className="card" aria-labelledby={`report-${name}`}>
      <h2 className="card-title" id={`report-${name}`}>
        {t(`statusReports.${name}`)}
      </h2>
      {rows.length === 0 ? (
        <p>{t(`statusReports.${name}None`)}</p>
      ) : (
        <DataTable
          caption={t(`statusReports.${name}`)}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(rows.indexOf(row))}
        />
      )}
      {all && all.count > rows.length && rows.length > 0 && (
        <Link href={all.path}>{t('statusReports.all', { count: all.count })}</Link>
      )}
    </section>
  );
}

type FigureRow = StatusReportView['figures'][number];
const figureColumns = (): Column<FigureRow>[] => [
  {
    key: 'name',
    title: t('statusReports.paper.figure'),
    cell: ({ name, link }) => (link === undefined ? name : <Link href={link}>{name}</Link>),
  },
  {
    key: 'before',
    title: t('statusReports.paper.before'),
    numeric: true,
    cell: ({ unit, before }) => `${valueText(unit, before.value)} (${asDate(before.day)})`,
  },
  {
    key: 'now',
    title: t('statusReports.paper.now'),
    numeric: true,
    cell: ({ unit, value }) => <strong>{valueText(unit, value)}</strong>,
  },
  {
    key: 'movement',
    title: t('statusReports.paper.movement'),
    cell: ({ movement, value, before }) => <Movement figure={{ movement, value, lastMonth: before }} />,
  },
];

const titleColumn = <Row extends { title: string; path: string }>(): Column<Row> => ({
  key: 'title',
  title: t('statusReports.paper.what'),
  cell: ({ title, path }) => <Link href={path}>{title}</Link>,
});
type Decision = StatusReportView['decisions'][number];
const decisionColumns = (): Column<Decision>[] => [
  titleColumn(),
  {
    key: 'outcome',
    title: t('statusReports.paper.outcome'),
    cell: ({ outcome }) => t(`statusReports.outcome.${outcome}`),
  },
  { key: 'on', title: t('statusReports.paper.on'), short: true, cell: ({ on }) => asDate(on) },
];
type Waiting = StatusReportView['waiting'][number];
const waitingColumns = (): Column<Waiting>[] => [
  titleColumn(),
  { key: 'body', title: t('statusReports.paper.body'), cell: ({ body }) => t(`roles.${body}`) },
  {
    key: 'due',
    title: t('statusReports.paper.due'),
    short: true,
    cell: ({ dueOn }) => (dueOn === undefined ? '–' : asDate(dueOn)),
  },
];
type IncidentFigure = StatusReportView['incidents'][number];
const incidentColumns = (): Column<IncidentFigure>[] => [
  { key: 'name', title: t('statusReports.paper.figure'), cell: ({ name }) => name },
  { key: 'now', title: t('statusReports.paper.now'), numeric: true, cell: ({ unit, value }) => valueText(unit, value) },
];
type Finding = StatusReportView['findings'][number];
const findingColumns = (): Column<Finding>[] => [
  titleColumn(),
  { key: 'centre', title: t('statusReports.paper.centre'), cell: ({ centre }) => centre?.title ?? '–' },
  { key: 'grade', title: t('statusReports.paper.grade'), cell: ({ grade }) => t(`inspections.grade.${grade}`) },
  { key: 'on', title: t('statusReports.paper.on'), short: true, cell: ({ on }) => asDate(on) },
];

/** The report as a Word document. */
export function ReportInWord({ statusReportKey }: { statusReportKey: string }) {
  const word = useMutation({
    mutationFn: () => download('GET /api/status-reports/:statusReportKey/report.docx', { params: { statusReportKey } }),
  });
  return (
    <DownloadButton file={word} busyText={t('common.word.downloading')}>
      {t('common.word.word')}
    </DownloadButton>
  );
}

/** The answer: how many got worse. */
export function reportAnswer({ figures }: StatusReportView): string {
  const worse = figures.filter(({ movement }) => movement === 'worse').length;
  return worse === 0 ? t('statusReports.answerNone') : t('statusReports.answerWorse', { count: worse });
}

/** The period, and what the committee had on its first day, if known. */
export const reportLead = ({ from, to, since = 'period' }: StatusReportView): string =>
  t(`statusReports.lead.${since}`, { from: asDate(from), to: asDate(to) });
