import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ContingencyOverview, LadderItem, LadderRung } from '../../../api/contingency/contract.ts';
import { t, asNumber } from '../../shared/texts/texts.ts';
import { ViewAs } from '../../shared/ui/ViewAs.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { MarkLegend } from './Marks.tsx';
import { TimeLadder } from './TimeLadder.tsx';
import type { Overview } from './useContingencyOverview.ts';
import { useDependencies } from './useDependencies.ts';
import { idOf, dependenciesPath, kindText, rungText } from './words.ts';
import styles from './ContingencyOverviewPage.module.css';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { asHours } from '../shared/hours.ts';

/** The picture or its table, and the selected node. */
export function LadderSection({ overview, view }: { overview: Overview; view: ContingencyOverview }) {
  const { as, choose } = overview;
  const status = useMemo(() => new Set(view.ladder.flatMap(({ items }) => items.map(idOf))), [view]);
  const chosen = overview.item !== undefined && status.has(overview.item) ? overview.item : undefined;
  const around = useDependencies(chosen, chosen !== undefined);
  const isCurrent = around.data?.focus?.id === chosen;
  const connected = isCurrent ? new Set(around.data?.nodes.map(({ id }) => id)) : undefined;
  return (
    <section className="section" aria-labelledby="ladder-title">
      <div className="section-head">
        <h2 className="section-title" id="ladder-title">
          {t('contingencyOverview.ladder.title')}
        </h2>
        <ViewAs as={as} onChange={(value) => choose({ as: value === 'table' ? 'table' : '' })} />
      </div>
      {as === 'table' ? (
        <LadderTable view={view} />
      ) : (
        <div className={styles.ladderBoth}>
          <div className="card">
            <p className="quiet" role="status">
              {t(chosen === undefined ? 'contingencyOverview.ladder.hint' : 'contingencyOverview.ladder.needs')}
            </p>
            <TimeLadder
              overview={overview}
              view={view}
              chosen={chosen}
              connected={connected}
              onChoose={(id) => choose({ item: id === chosen ? '' : id })}
            />
            <MarkLegend />
            <p>
              <Link href="/contingency/dependencies">{t('contingencyOverview.ladder.follow')}</Link>
            </p>
          </div>
          <ItemPanel view={around} id={chosen} onClose={() => choose({ item: '' })} />
        </div>
      )}
    </section>
  );
}

type Row = LadderItem & { rung: LadderRung };

/** The ladder as a table: a row per item, shortest time first. */
function LadderTable({ view }: { view: ContingencyOverview }) {
  return (
    <DataTable
      caption={t('contingencyOverview.ladder.caption')}
      columns={columns()}
      rows={view.ladder.flatMap((rung) => rung.items.map((item): Row => ({ ...item, rung })))}
      rowKey={idOf}
    />
  );
}

const columns = (): Column<Row>[] => [
  {
    key: 'title',
    title: t('common.word.name'),
    cell: (item) => <Link href={dependenciesPath(idOf(item))}>{item.title}</Link>,
  },
  { key: 'rung', title: t('contingencyOverview.filters.rung'), cell: ({ rung }) => rungText(rung) },
  { key: 'kind', title: t('common.word.kind'), cell: ({ kind }) => kindText(kind) },
  {
    key: 'mtd',
    title: t('contingencyOverview.table.mtd'),
    cell: ({ mtd }) => (mtd === undefined ? t('contingencyOverview.panel.unknown') : asHours(mtd)),
  },
  {
    key: 'plan',
    title: t('contingencyOverview.sheet.plan'),
    cell: ({ plan }) => (plan ? t(`contingencyOverview.planMark.${plan}`) : '–'),
  },
  {
    key: 'test',
    title: t('contingencyOverview.sheet.testing'),
    cell: ({ test }) => (test ? t(`contingencyOverview.testMark.${test}`) : '–'),
  },
  { key: 'gaps', title: t('contingencyOverview.sheet.gaps'), numeric: true, cell: ({ gaps }) => asNumber(gaps) },
];
