import { Link } from 'wouter';
import type { ContingencyOverview, LadderItem, LadderRung } from '../../../api/contingency/contract.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { asHours } from '../shared/hours.ts';
import { dependenciesPath, idOf, kindText, rungText } from './words.ts';

type Row = LadderItem & { rung: LadderRung };

/** The ladder as a table: a row per item, shortest time first. */
export function LadderTable({ view }: { view: ContingencyOverview }) {
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
