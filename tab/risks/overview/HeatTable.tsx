import { Link } from 'wouter';
import type { HeatCell, OverviewView } from '../../../api/risks/contract.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { LevelTag } from '../parts/LevelTag.tsx';
import { registerPath, type PathQuery } from '../parts/risk-paths.ts';
import { stages, stepText } from '../parts/risk-words.ts';
import { levelAt, type Place } from './heat-map.ts';

const stepsOf = ({ scale }: OverviewView, [consequence, likelihood]: Place) => ({
  consequence: stepText(consequence, scale.consequence[consequence - 1]?.word),
  likelihood: stepText(likelihood, scale.likelihood[likelihood - 1]?.word),
});

/** The heat map as a table: a row a cell, worst first, and a row a move. Each number links to its rows. */
export function HeatTable({ view, carried }: { view: OverviewView; carried: PathQuery }) {
  const severity = (cell: HeatCell) => levelAt(view.scale, [cell.consequence, cell.likelihood]).severity;
  const cells = [...view.cells].sort(
    (one, other) => severity(other) - severity(one) || other.consequence - one.consequence,
  );
  return (
    <>
      <DataTable
        caption={t('riskOverview.table.caption')}
        columns={columnsOf(view, carried)}
        rows={cells}
        rowKey={({ consequence, likelihood }) => `${consequence}.${likelihood}`}
      />
      {view.moves.length > 0 && (
        <>
          <h3 className="card-title">{t('riskOverview.table.moves')}</h3>
          <DataTable
            caption={t('riskOverview.table.moves')}
            columns={moveColumns(view)}
            rows={view.moves}
            rowKey={({ stage, from, to }) => `${stage} ${from.join('.')} ${to.join('.')}`}
          />
        </>
      )}
    </>
  );
}

const columnsOf = (view: OverviewView, carried: PathQuery): Column<HeatCell>[] => [
  {
    key: 'level',
    title: t('riskOverview.table.level'),
    cell: ({ consequence, likelihood }) => <LevelTag level={levelAt(view.scale, [consequence, likelihood])} />,
  },
  {
    key: 'consequence',
    title: t('riskOverview.map.consequence'),
    cell: ({ consequence, likelihood }) => stepsOf(view, [consequence, likelihood]).consequence,
  },
  {
    key: 'likelihood',
    title: t('riskOverview.map.likelihood'),
    cell: ({ consequence, likelihood }) => stepsOf(view, [consequence, likelihood]).likelihood,
  },
  ...stages.map((stage) => ({
    key: stage,
    title: t(`risks.stageShort.${stage}`),
    numeric: true,
    cell: (cell: HeatCell) =>
      cell[stage] === 0 ? (
        '0'
      ) : (
        <Link href={registerPath({ ...carried, cell: `${stage}.${cell.consequence}.${cell.likelihood}` })}>
          {asNumber(cell[stage])}
        </Link>
      ),
  })),
];

type Move = OverviewView['moves'][number];
const moveColumns = (view: OverviewView): Column<Move>[] => {
  const words = (place: Place) => {
    const { consequence, likelihood } = stepsOf(view, place);
    return (
      <>
        {consequence} · {likelihood}
        <br />
        <LevelTag level={levelAt(view.scale, place)} />
      </>
    );
  };
  return [
    {
      key: 'when',
      title: t('common.word.when'),
      cell: ({ stage }) =>
        t('riskOverview.map.movesFrom', {
          from: t(`risks.stage.${stage}`),
          to: t(`risks.stage.${stage === 'inherent' ? 'current' : 'target'}`),
        }),
    },
    { key: 'from', title: t('common.word.from'), cell: ({ from }) => words(from) },
    { key: 'to', title: t('riskOverview.table.to'), cell: ({ to }) => words(to) },
    { key: 'count', title: t('riskOverview.table.count'), numeric: true, cell: ({ count }) => asNumber(count) },
  ];
};
