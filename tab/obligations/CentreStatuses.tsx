import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { asNumber, t } from '../shared/texts/texts.ts';
import { ViewAs } from '../shared/ui/ViewAs.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { byWhatIsMissing, rowsLink, type CentreStatus, type Show } from './useMyCentre.ts';
import styles from './MyCentrePage.module.css';

const nameOf = ({ centre }: CentreStatus) => centre?.title ?? t('obligations.centre.whole');
const iskOf = ({ coordinators }: CentreStatus) =>
  coordinators.length > 0
    ? t('obligations.centre.isk', { names: coordinators.map(({ name }) => name).join(', ') })
    : t('common.word.noIsk');

/** Without names: ask the centre's ISK or manager. */
const managersOf = ({ managers, abilities }: CentreStatus) =>
  abilities.seePeople || managers.length === 0
    ? ''
    : ` · ${t('obligations.centre.manager', { names: managers.map(({ name }) => name).join(', ') })}`;

/** Bars by centre, most missing first; a table behind a switch. */
export function CentreStatuses({ rows }: { rows: readonly CentreStatus[] }) {
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const inOrder = byWhatIsMissing(rows);
  return (
    <section className="section" aria-labelledby="standings">
      <div className="section-head">
        <h2 className="section-title" id="standings">
          {rows.length > 1 ? t('obligations.centre.picture') : t('obligations.centre.pictureOne')}
        </h2>
        <ViewAs as={as} onChange={setAs} />
      </div>
      {as === 'picture' ? (
        <Picture rows={inOrder} />
      ) : (
        <DataTable
          caption={t('obligations.centre.picture')}
          columns={columns()}
          rows={inOrder}
          rowKey={(row) => row.centre?.id ?? ''}
        />
      )}
    </section>
  );
}

function Picture({ rows }: { rows: readonly CentreStatus[] }) {
  const most = Math.max(1, ...rows.map(({ open }) => open));
  return (
    <div className="card">
      <p className={styles.standingLegend} aria-hidden>
        {(['overdue', 'soon', 'later'] as const).map((part) => (
          <span key={part} className={mergeClasses(styles.legendPart, styles[`legend-${part}`])}>
            {t(`obligations.centre.legend.${part}`)}
          </span>
        ))}
      </p>
      <ul className={styles.standings}>
        {rows.map((row) => (
          <li key={row.centre?.id ?? ''} className={styles.standing} data-part="standing">
            <h3 className={styles.standingName}>{nameOf(row)}</h3>
            <p className={styles.standingFigures} data-part="standing-figures">
              <Count row={row} show="overdue" />
              <Count row={row} show="soon" />
              <Count row={row} show="open" />
              {row.paused > 0 && <Count row={row} show="paused" />}
            </p>
            <OpenBar overdue={row.overdue} soon={row.soon} open={row.open} most={most} />
            <p className="quiet">
              {row.passed > 0 && <>{t('obligations.centre.passed', { count: row.passed })} </>}
              {row.centre && iskOf(row)}
              {row.centre && managersOf(row)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A number in words, linked to its rows. */
function Count({ row, show }: { row: CentreStatus; show: Exclude<Show, 'done'> }) {
  const text = t(`obligations.centre.${show}Short`, { count: row[show] });
  return row[show] === 0 || !row.abilities.seePeople ? (
    <span>{text}</span>
  ) : (
    <Link href={rowsLink(show, row)}>{text}</Link>
  );
}

const numbers: readonly {
  show: Exclude<Show, 'done'>;
  title: 'overdueColumn' | 'soonColumn' | 'open' | 'pausedColumn';
}[] = [
  { show: 'overdue', title: 'overdueColumn' },
  { show: 'soon', title: 'soonColumn' },
  { show: 'open', title: 'open' },
  { show: 'paused', title: 'pausedColumn' },
];

const columns = (): Column<CentreStatus>[] => [
  { key: 'centre', title: t('common.word.centre'), cell: nameOf },
  { key: 'people', title: t('obligations.centre.people'), numeric: true, cell: (row) => asNumber(row.people) },
  ...numbers.map(({ show, title }): Column<CentreStatus> => ({
    key: show,
    title: t(`obligations.centre.${title}`),
    numeric: true,
    cell: (row) =>
      row[show] === 0 || !row.abilities.seePeople ? (
        asNumber(row[show])
      ) : (
        <Link href={rowsLink(show, row)}>{asNumber(row[show])}</Link>
      ),
  })),
  {
    key: 'isk',
    title: t('common.word.isk'),
    cell: (row) => row.coordinators.map(({ name }) => name).join(', ') || t('common.word.noIsk'),
  },
];

const height = 12;
const gap = 0.4;

/**
 * Open tasks as a bar: overdue, due soon, later; length relative to the longest. The numbers are beside it, so it is
 * hidden from screen readers.
 */
function OpenBar(props: { overdue: number; soon: number; open: number; most: number }) {
  const { overdue, soon, open, most } = props;
  const share = (count: number) => (100 * count) / most;
  const parts = [
    { name: 'overdue', from: 0, width: share(overdue) },
    { name: 'soon', from: share(overdue), width: share(soon) },
    { name: 'later', from: share(overdue + soon), width: share(Math.max(0, open - overdue - soon)) },
  ];
  return (
    <svg className={styles.openBar} aria-hidden>
      {parts
        .filter(({ width }) => width > 0)
        .map(({ name, from, width }) => (
          <rect
            key={name}
            className={styles[`open-${name}`]}
            x={`${from}%`}
            width={`${Math.max(gap, width - gap)}%`}
            height={height}
            rx="3"
          />
        ))}
    </svg>
  );
}
