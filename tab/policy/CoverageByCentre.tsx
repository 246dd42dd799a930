import { Link } from 'wouter';
import type { CoverageView } from '../../api/policy/contract.ts';
import { asNumber, asPercent, t } from '../shared/texts/texts.ts';
import { CoverageBars } from '../shared/ui/CoverageBars.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { byMissing } from './useCoverage.ts';

type Row = CoverageView['centres'][number];
const nameOf = (row: Row) => row.centre?.title ?? t('common.noCentre');

/** The rows of a number: the people of that centre, on this page. */
const listOf = (versionKey: string, row: Row, show: 'missing' | 'receipts') =>
  `/policy/coverage?version=${versionKey}&show=${show}${row.centre ? `&centre=${row.centre.id}` : ''}`;

function Count(props: { row: Row; versionKey: string; show: 'missing' | 'receipts'; children: React.ReactNode }) {
  const counted = props.show === 'missing' ? props.row.missing : props.row.acknowledged;
  if (!props.row.abilities.seePeople || !props.row.centre || counted === 0) return <>{props.children}</>;
  return <Link href={listOf(props.versionKey, props.row, props.show)}>{props.children}</Link>;
}

const iskOf = ({ coordinators }: Row) =>
  coordinators.length > 0
    ? `${t('common.word.isk')}: ${coordinators.map((person) => person.name).join(', ')}`
    : t('common.word.noIsk');

/** One bar a centre, most missing first, the previous version as a thin line. */
export const CoveragePicture = ({ coverage }: { coverage: CoverageView }) => (
  <CoverageBars
    now={t('policy.coverage.legendNow')}
    before={t('policy.coverage.legendPrevious')}
    bars={byMissing(coverage.centres).map((row) => ({
      key: row.centre?.id ?? '',
      name: nameOf(row),
      percent: row.percent,
      previous: row.previousPercent,
      missing: (
        <Count row={row} versionKey={coverage.version.key} show="missing">
          {t('policy.coverage.missingShort', { count: row.missing })}
        </Count>
      ),
      about: iskOf(row),
    }))}
  />
);

const columns = (versionKey: string): Column<Row>[] => [
  { key: 'centre', title: t('common.word.centre'), cell: nameOf },
  { key: 'people', title: t('policy.coverage.people'), numeric: true, cell: (row) => asNumber(row.people) },
  {
    key: 'acknowledged',
    title: t('policy.outcome.acknowledged'),
    numeric: true,
    cell: (row) => (
      <Count row={row} versionKey={versionKey} show="receipts">
        {asNumber(row.acknowledged)}
      </Count>
    ),
  },
  {
    key: 'missing',
    title: t('policy.coverage.missingColumn'),
    numeric: true,
    cell: (row) => (
      <Count row={row} versionKey={versionKey} show="missing">
        {asNumber(row.missing)}
      </Count>
    ),
  },
  { key: 'percent', title: t('policy.coverage.percent'), numeric: true, cell: (row) => asPercent(row.percent) },
  {
    key: 'previous',
    title: t('policy.coverage.previous'),
    numeric: true,
    cell: (row) => (row.previousPercent === undefined ? '–' : asPercent(row.previousPercent)),
  },
  {
    key: 'isk',
    title: t('common.word.isk'),
    cell: (row) => row.coordinators.map((person) => person.name).join(', ') || t('common.word.noIsk'),
  },
];

/** The picture as a table. */
export const CoverageTable = ({ coverage }: { coverage: CoverageView }) => (
  <DataTable
    caption={t('policy.coverage.picture')}
    columns={columns(coverage.version.key)}
    rows={byMissing(coverage.centres)}
    rowKey={(row) => row.centre?.id ?? ''}
  />
);
