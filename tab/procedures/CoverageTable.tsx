import type { ProcedureCoverageView } from '../../api/procedures/contract.ts';
import { CoverageList } from '../documents/parts/CoverageList.tsx';
import { asDate, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import type { Column } from '../shared/ui/DataTable.tsx';
import { StateTag } from './StateTag.tsx';
import { coverageStates } from './states.ts';
import { cellOf, pathOfCell, type Cell, type CentreRow, type GuidelineRow } from './useProcedureCoverage.ts';

interface Row {
  guideline: GuidelineRow;
  centre: CentreRow;
  cell: Cell;
}

const columns = (): Column<Row>[] => [
  { key: 'guideline', title: t('procedures.kind.guideline'), cell: ({ guideline }) => guideline.title },
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
  { key: 'act', title: t('common.word.nextStep'), cell: (row) => <Act row={row} /> },
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

/** Everything not in place, whatever is lacking. */
const lacking = 'lacking';
const choices = [...coverageStates, lacking] as const;

/** The matrix as a table, a row a cell; filtered when a number links here. */
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
    <CoverageList
      words={{
        caption: t('procedures.coverage.matrix'),
        state: t('common.word.status'),
        allStates: t('common.word.allStatuses'),
        allCentres: t('common.word.allCentres'),
        nothing: t('procedures.list.nothing'),
      }}
      states={choices.map((known) => ({
        value: known,
        text: known === lacking ? t('procedures.coverage.lacking') : t(`procedures.cell.${known}`),
      }))}
      state={state}
      centres={centres.map(({ id, title }) => ({ value: id, text: title }))}
      centreId={centreId}
      onChoose={onChoose}
      columns={columns()}
      rows={rows}
      rowKey={({ guideline, centre }) => `${guideline.key} ${centre.id}`}
    />
  );
}

function isOf(cell: Cell, state: (typeof choices)[number] | undefined): boolean {
  if (state === undefined) return true;
  return state === lacking ? cell.state !== 'valid' : cell.state === state;
}
