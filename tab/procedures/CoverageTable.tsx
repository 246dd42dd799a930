import { Button } from '@fluentui/react-button';
import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from './ProcedureFilters.tsx';
import { StateTag } from './StateTag.tsx';
import { coverageStates } from './states.ts';
import { cellOf, pathOfCell, type Cell, type CentreRow, type GuidelineRow } from './useProcedureCoverage.ts';

interface Row {
  guideline: GuidelineRow;
  centre: CentreRow;
  cell: Cell;
}

const columns = (): Column<Row>[] => [
  { key: 'guideline', title: t('procedures.coverage.guideline'), cell: ({ guideline }) => guideline.title },
  { key: 'centre', title: t('procedures.coverage.centre'), cell: ({ centre }) => centre.title },
  {
    key: 'state',
    title: t('procedures.coverage.state'),
    cell: ({ cell }) => <StateTag state={cell.state} text={t(`procedures.cell.${cell.state}`)} />,
  },
  {
    key: 'reviewOn',
    title: t('procedures.list.reviewOn'),
    short: true,
    cell: ({ cell }) => (cell.reviewOn ? asDate(cell.reviewOn) : ''),
  },
  { key: 'act', title: t('procedures.coverage.act'), cell: (row) => <Act row={row} /> },
];

function Act({ row: { guideline, centre, cell } }: { row: Row }) {
  const path = pathOfCell(guideline, cell);
  if (path === undefined) return null;
  const act = t(`procedures.coverage.acts.${cell.act === 'none' ? 'open' : cell.act}`);
  return (
    <ButtonLink
      to={path}
      size="small"
      label={t('procedures.coverage.actOf', { act, guideline: guideline.title, centre: centre.title })}
    >
      {act}
    </ButtonLink>
  );
}

/** The same as the matrix, a row a cell; narrowed to one state when a number above leads here. */
export function CoverageTable(props: {
  view: ProcedureCoverageView;
  state: string | undefined;
  onState: (state: string) => void;
}) {
  const { guidelines, centres } = props.view;
  const state = coverageStates.find((known) => known === props.state);
  const rows = guidelines
    .flatMap((guideline) => centres.map((centre) => ({ guideline, centre, cell: cellOf(guideline, centre.id) })))
    .filter(({ cell }) => state === undefined || cell.state === state);
  return (
    <>
      <div className="filters">
        <Narrow
          label={t('procedures.coverage.state')}
          all={t('procedures.list.allStates')}
          value={state}
          options={coverageStates.map((known) => ({ value: known, text: t(`procedures.cell.${known}`) }))}
          onChange={props.onState}
        />
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <Blank
          title={t('procedures.list.nothing')}
          actions={<Button onClick={() => props.onState('')}>{t('common.table.clear')}</Button>}
        />
      ) : (
        <DataTable
          caption={t('procedures.coverage.matrix')}
          columns={columns()}
          rows={rows}
          rowKey={({ guideline, centre }) => `${guideline.key} ${centre.id}`}
        />
      )}
    </>
  );
}
