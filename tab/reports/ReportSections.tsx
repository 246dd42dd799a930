import { mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { ReportSection, ReportView } from '../../api/reports/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { ReportChart } from './ReportChart.tsx';
import styles from './Reports.module.css';

type Columns = ReportView['columns'];

/** The sections as they read; excluded ones say so, for those who may include them again. */
export function ReportSections({ report: { sections, columns, abilities } }: { report: ReportView }) {
  return sections
    .filter(({ isOff }) => !isOff || abilities.edit)
    .map((section) => <Section key={section.key} section={section} columns={columns} />);
}

function Section({ section, columns }: { section: ReportSection; columns: Columns }) {
  const { key, title, text, isOff, isOwn, chart, figures, tables } = section;
  const id = `report-${key}`;
  return (
    <section className={mergeClasses('card', styles.reportSection, isOff && styles.reportLeft)} aria-labelledby={id}>
      <div className={styles.reportHead}>
        <h2 className="section-title" id={id}>
          {title}
        </h2>
        {isOff && <span className="tag">{t('figures.report.off')}</span>}
        {isOwn && !isOff && <span className="tag">{t('figures.report.own')}</span>}
      </div>
      {!isOff && (
        <>
          <WrittenText text={text} />
          {chart && <ReportChart chart={chart} columns={columns} />}
          {figures.length > 0 && (
            <DataTable
              caption={t('figures.report.figures', { section: title })}
              columns={figureColumns(columns)}
              rows={figures}
              rowKey={({ figure }) => figure}
            />
          )}
          {tables.map((table) => (
            <Rows key={table.key} table={table} />
          ))}
        </>
      )}
    </section>
  );
}

const figureColumns = (columns: Columns): Column<ReportSection['figures'][number]>[] => [
  {
    key: 'name',
    title: t('figures.table.name'),
    cell: ({ name, link }) => (link === undefined ? name : <Link href={link}>{name}</Link>),
  },
  { key: 'now', title: columns.now, numeric: true, cell: ({ now }) => <strong>{now}</strong> },
  { key: 'before', title: columns.before, numeric: true, cell: ({ before }) => before },
  {
    key: 'movement',
    title: t('figures.report.movement'),
    cell: ({ movement }) => t(`figures.report.move.${movement}`),
  },
];

function Rows({ table: { key, title, head, rows, isCut } }: { table: ReportSection['tables'][number] }) {
  const columns = head.map((name, place): Column<{ cells: string[]; at: string }> => ({
    key: `${key}${place}`,
    title: name,
    cell: ({ cells }) => cells[place] ?? '',
  }));
  return (
    <div>
      <h3 className="card-title">{title}</h3>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows.map((cells, place) => ({ cells, at: String(place) }))}
        rowKey={({ at }) => at}
      />
      {isCut && <p>{t('figures.report.cut')}</p>}
    </div>
  );
}
