import { mergeClasses } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { FigureView, TeamView } from '../../api/figures/contract.ts';
import { oweText, pressText } from '../shared/kinds.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { valueText } from './parts/figure-value.ts';
import { Movement } from './parts/Movement.tsx';
import styles from './Management.module.css';

/** A section of a page. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The reader's tasks, earliest due first; the rest is behind a link. */
export function OwnWork({ work: { rows, total } }: { work: TeamView['work'] }) {
  return (
    <Part title={t('figures.board.work')}>
      <div className="card">
        {rows.length === 0 ? (
          <p>{t('figures.board.workNone')}</p>
        ) : (
          <ul className={styles.dates}>
            {rows.map((row) => (
              <li key={row.key}>
                <span className={row.daysLeft < 0 ? mergeClasses(styles.on, styles.late) : styles.on}>
                  {asDue(row.daysLeft)}
                </span>
                <Link href={row.path} aria-label={`${oweText(row)}: ${pressText(row.kind)}`}>
                  {oweText(row)}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Link href="/tasks">{t('figures.board.allWork', { count: total })}</Link>
      </div>
    </Part>
  );
}

/** Figures beside last month, last year and the total; each links to its list. */
export function FigureTable({ title, figures }: { title: string; figures: readonly FigureView[] }) {
  return (
    <Part title={title}>
      <div className="card">
        <DataTable
          caption={title}
          columns={columnsOf(figures.some(({ whole }) => whole !== undefined))}
          rows={figures}
          rowKey={({ key }) => key}
        />
      </div>
    </Part>
  );
}

const earlier = (unit: FigureView['unit'], one: FigureView['lastMonth']): string =>
  one ? valueText(unit, one.value) : t('figures.noMonth');

const columnsOf = (withWhole: boolean): Column<FigureView>[] => [
  {
    key: 'name',
    title: t('figures.table.name'),
    cell: ({ name, link }) => (link === undefined ? name : <Link href={link}>{name}</Link>),
  },
  {
    key: 'value',
    title: t('figures.table.value'),
    numeric: true,
    cell: ({ unit, value }) => <strong>{valueText(unit, value)}</strong>,
  },
  { key: 'movement', title: t('figures.table.movement'), cell: (figure) => <Movement figure={figure} /> },
  {
    key: 'lastYear',
    title: t('figures.table.lastYear'),
    numeric: true,
    cell: ({ unit, lastYear }) => earlier(unit, lastYear),
  },
  ...(withWhole
    ? [
        {
          key: 'whole',
          title: t('common.word.wholeMunicipality'),
          numeric: true,
          cell: ({ unit, whole }: FigureView) => (whole === undefined ? '–' : valueText(unit, whole)),
        },
      ]
    : []),
];
