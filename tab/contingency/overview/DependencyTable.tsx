import { Link } from 'wouter';
import type { DependenciesView, GraphNode } from '../../../api/contingency/contract.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { asHours } from '../shared/hours.ts';
import { neighbours } from './graph-layout.ts';
import { kindText } from './words.ts';
import styles from './ContingencyOverviewPage.module.css';

/** The picture as a table: a row each, with dependencies and dependants. */
export function DependencyTable({ view, pathOf }: { view: DependenciesView; pathOf: (id: string) => string }) {
  const titles = new Map(view.nodes.map(({ id, title }) => [id, title]));
  const { needs, neededBy } = neighbours(view.edges);
  const names = (ids: readonly string[]) => ids.flatMap((id) => titles.get(id) ?? []).join(', ') || '–';
  const columns: Column<GraphNode>[] = [
    {
      key: 'title',
      title: t('common.word.name'),
      cell: ({ id, title }) =>
        id === view.focus?.id ? (
          <>
            <strong>{title}</strong> <span className="tag">{t('contingencyOverview.dependencies.here')}</span>
          </>
        ) : (
          <Link href={pathOf(id)}>{title}</Link>
        ),
    },
    { key: 'kind', title: t('common.word.kind'), cell: ({ kind }) => kindText(kind) },
    {
      key: 'mtd',
      title: t('contingencyOverview.table.mtd'),
      cell: ({ mtd, deciding }) => (
        <>
          {mtd === undefined ? '–' : asHours(mtd)}
          {deciding && <span className={`tag ${styles.line}`}>{t('contingencyOverview.dependencies.decides')}</span>}
        </>
      ),
    },
    { key: 'needs', title: t('contingencyOverview.dependencies.needs'), cell: ({ id }) => names(needs(id)) },
    { key: 'neededBy', title: t('contingencyOverview.dependencies.neededBy'), cell: ({ id }) => names(neededBy(id)) },
    { key: 'gaps', title: t('contingencyOverview.sheet.gaps'), numeric: true, cell: ({ gaps }) => asNumber(gaps) },
  ];
  return (
    <DataTable
      caption={t('contingencyOverview.dependencies.caption')}
      columns={columns}
      rows={[...view.nodes].sort((one, other) => one.layer - other.layer)}
      rowKey={({ id }) => id}
    />
  );
}
