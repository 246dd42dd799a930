import { mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { HeatView } from '../../api/annual-wheel/contract.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { monthName } from './slots.ts';
import { useWheel } from './useWheel.ts';
import { WheelNav } from './WheelNav.tsx';
import { YearSwitch } from './YearSwitch.tsx';
import styles from './HeatPage.module.css';

type Row = HeatView['rows'][number];
type Cell = Row['months'][number];

const lateIn = (row: Row) => row.months.reduce((sum, month) => sum + month.overdue, 0);
const tasksIn = (row: Row) => row.months.reduce((sum, month) => sum + month.tasks, 0);
const nameOf = (row: Row) =>
  row.centre?.title ?? (row.role ? t(`wheel.bodies.${row.role}`) : t('common.word.wholeMunicipality'));

/** Centres and bodies by month: workload, and overdue tasks. Each number links to its rows. */
export function HeatPage() {
  const me = useMe();
  const { valueOf, choose } = useAddress<'year'>();
  const chosen = Number(valueOf('year'));
  const year = chosen >= 2000 && chosen <= 2100 ? chosen : Number(me.data?.today.slice(0, 4)) || undefined;
  const heat = useView('GET /api/wheel/heat', { query: year ? { year } : {} }, { keepPrevious: true });
  const wheel = useWheel(year);
  return (
    <Viewed view={heat}>
      {(view) => {
        const rows = view.rows.filter((row) => tasksIn(row) > 0);
        const late = rows.reduce((sum, row) => sum + lateIn(row), 0);
        const places = rows.filter((row) => lateIn(row) > 0).length;
        return (
          <Page
            title={
              late === 0
                ? t('wheel.heat.nothingLate', { year: String(view.year) })
                : t('wheel.heat.answer', { count: late })
            }
            above={t('common.nav.wheel')}
            lead={late === 0 ? t('wheel.heat.lead') : t('wheel.heat.places', { count: places })}
          >
            <WheelNav />
            <YearSwitch
              year={view.year}
              years={wheel.data?.years ?? []}
              onChange={(to) => choose({ year: String(to) })}
            />
            {rows.length === 0 ? (
              <Blank title={t('wheel.empty.title', { year: String(view.year) })} text={t('wheel.empty.wait')} />
            ) : (
              <Heat rows={rows} year={view.year} />
            )}
            <AsOf freshness={view.freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

const months = Array.from({ length: 12 }, (_, position) => position + 1);

function Heat({ rows, year }: { rows: readonly Row[]; year: number }) {
  return (
    <>
      <div className={styles.heatFrame} role="region" aria-label={t('wheel.heat.table')} tabIndex={0}>
        <table className={styles.heat}>
          <caption className="hidden">{t('wheel.heat.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('wheel.heat.who')}</th>
              {months.map((month) => (
                <th key={month} scope="col" aria-label={monthName(month)}>
                  {monthName(month).slice(0, 3)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.centre?.id ?? row.role ?? ''}>
                <th scope="row">{nameOf(row)}</th>
                {row.months.map((cell, position) => (
                  <HeatCell key={months[position]} cell={cell} row={row} year={year} month={position + 1} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.wheelHeatLegend} aria-label={t('wheel.heat.legend')}>
        {samples.map(({ kind, sign }) => (
          <li key={kind}>
            <span className={mergeClasses(styles.heatSample, styles[`heat-${kind}`])} aria-hidden>
              {sign}
            </span>
            {t(`wheel.heat.kinds.${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Kinds of cells by what stands in them, as colour is told apart by some only. */
const samples = [
  { kind: 'none', sign: '' },
  { kind: 'open', sign: '0/2' },
  { kind: 'part', sign: '1/2' },
  { kind: 'done', sign: '2/2' },
  { kind: 'late', sign: '!' },
] as const;

function kindOf(cell: Cell): (typeof samples)[number]['kind'] {
  if (cell.tasks === 0) return 'none';
  if (cell.overdue > 0) return 'late';
  if (cell.done === cell.tasks) return 'done';
  return cell.done > 0 ? 'part' : 'open';
}

function HeatCell({ cell, row, year, month }: { cell: Cell; row: Row; year: number; month: number }) {
  const kind = kindOf(cell);
  if (kind === 'none')
    return (
      <td className={styles['heat-none']}>
        <span className="hidden">{t('wheel.heat.nothing')}</span>
      </td>
    );
  const place = row.centre ? `&centre=${encodeURIComponent(row.centre.id)}` : `&role=${row.role ?? ''}&centre=none`;
  return (
    <td className={styles[`heat-${kind}`]}>
      <Link href={`/wheel?as=table&year=${year}&month=${month}${place}`}>
        <span className="hidden">
          {nameOf(row)}, {monthName(month)}:{' '}
        </span>
        {cell.done}/{cell.tasks}
        {cell.overdue > 0 && (
          <>
            <strong aria-hidden>!</strong>
            <span className="hidden">, {t('wheel.late', { count: cell.overdue })}</span>
          </>
        )}
      </Link>
    </td>
  );
}
