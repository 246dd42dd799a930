import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
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
  { key: 'centre', title: t('common.word.centre'), cell: ({ centre }) => centre.title },
  {
    key: 'state',
    title: t('common.word.status'),
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

/** Everything that is not in place, whatever it lacks. */
const lacking = 'lacking';
const choices = [...coverageStates, lacking] as const;

/** The same as the matrix, a row a cell; narrowed when a number leads here. */
export function CoverageTable(props: {
  view: ProcedureCoverageView;
  state: string | undefined;
  centreId: string | undefined;
  onChoose: (change: { state?: string; centre?: string }) => void;
}) {
  const { guidelines, centres } = props.view;
  const { centreId, onChoose } = props;
  const state = choices.find((known) => known === props.state);
  const rows = guidelines
    .flatMap((guideline) => centres.map((centre) => ({ guideline, centre, cell: cellOf(guideline, centre.id) })))
    .filter(({ centre, cell }) => (centreId === undefined || centre.id === centreId) && isOf(cell, state));
  return (
    <>
      <div className="filters">
        <Narrow
          label={t('common.word.status')}
          all={t('procedures.list.allStates')}
          value={state}
          options={choices.map((known) => ({
            value: known,
            text: known === lacking ? t('procedures.coverage.lacking') : t(`procedures.cell.${known}`),
          }))}
          onChange={(chosen) => onChoose({ state: chosen })}
        />
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={centreId}
          options={centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(chosen) => onChoose({ centre: chosen })}
        />
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <NothingFound title={t('procedures.list.nothing')} onClear={() => onChoose({ state: '', centre: '' })} />
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

function isOf(cell: Cell, state: (typeof choices)[number] | undefined): boolean {
  if (state === undefined) return true;
  return state === lacking ? cell.state !== 'valid' : cell.state === state;
}
