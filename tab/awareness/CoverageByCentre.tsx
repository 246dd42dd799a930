import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { LearningCoverageView } from '../../api/awareness/contract.ts';
import { asNumber, asPercent, t } from '../shared/texts/texts.ts';
import { ViewAs } from '../shared/ui/ViewAs.tsx';
import { CoverageBars } from '../shared/ui/CoverageBars.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { AsOf } from '../shared/ui/Viewed.tsx';
import { NudgeButton, NudgeDialog, type Wanted } from './Nudge.tsx';
import { byMissing, idOf, listOf, nameOf, type List } from './useLearningCoverage.ts';

type Row = LearningCoverageView['centres'][number];
type Ask = (wanted: Wanted) => void;

function Count(props: { row: Row; roundKey: string; show: List; counted: number; children: ReactNode }) {
  const { row, counted } = props;
  if (!row.abilities.seePeople || counted === 0) return <>{props.children}</>;
  return <Link href={listOf(props.roundKey, props.show, idOf(row))}>{props.children}</Link>;
}

const iskOf = ({ coordinators }: Row) =>
  coordinators.length > 0
    ? `${t('common.word.isk')}: ${coordinators.map((person) => person.name).join(', ')}`
    : t('common.word.noIsk');

function NudgeCentre({ row, onAsk }: { row: Row; onAsk: Ask }) {
  if (!row.abilities.nudge && !row.nextNudgeAt) return null;
  const centre = nameOf(row);
  return (
    <NudgeButton
      label={t('awareness.nudge.buttonOf', { centre })}
      again={row.abilities.nudge ? undefined : row.nextNudgeAt}
      onPress={() =>
        onAsk({
          title: t('awareness.nudge.buttonOf', { centre }),
          body: { centreId: idOf(row) },
        })
      }
    >
      {t('awareness.nudge.button')}
    </NudgeButton>
  );
}

/** Status of centres, as bars or as a table, with a reminder button for those with people missing. */
export function Centres({ coverage }: { coverage: LearningCoverageView }) {
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const [wanted, setWanted] = useState<Wanted>();
  const [asking, setAsking] = useState(false);
  const ask: Ask = (chosen) => {
    setWanted(chosen);
    setAsking(true);
  };
  return (
    <section className="section" aria-labelledby="by-centre">
      <div className="section-head">
        <h2 className="section-title" id="by-centre">
          {t('awareness.coverage.picture')}
        </h2>
        <ViewAs as={as} onChange={setAs} />
      </div>
      {as === 'picture' ? (
        <Picture coverage={coverage} onAsk={ask} />
      ) : (
        <DataTable
          caption={t('awareness.coverage.picture')}
          columns={columns(coverage, ask)}
          rows={byMissing(coverage.centres)}
          rowKey={idOf}
        />
      )}
      <AsOf freshness={coverage.freshness} />
      {wanted && (
        <NudgeDialog roundKey={coverage.round.key} wanted={wanted} open={asking} onClose={() => setAsking(false)} />
      )}
    </section>
  );
}

const Picture = ({ coverage, onAsk }: { coverage: LearningCoverageView; onAsk: Ask }) => (
  <CoverageBars
    now={t('awareness.coverage.legendNow')}
    before={t('awareness.coverage.legendBefore')}
    bars={byMissing(coverage.centres).map((row) => ({
      key: idOf(row),
      name: nameOf(row),
      percent: row.percent,
      previous: row.previousPercent,
      missing: (
        <Count row={row} roundKey={coverage.round.key} show="missing" counted={row.missing}>
          {t('awareness.coverage.missingShort', { count: row.missing })}
        </Count>
      ),
      about: (
        <>
          {row.overdue > 0 && (
            <>
              <Count row={row} roundKey={coverage.round.key} show="overdue" counted={row.overdue}>
                {t('awareness.coverage.overdueShort', { count: row.overdue })}
              </Count>
              {' · '}
            </>
          )}
          {iskOf(row)}
        </>
      ),
      act: <NudgeCentre row={row} onAsk={onAsk} />,
    }))}
  />
);

const counts = { people: 'all', done: 'done', missing: 'missing', overdue: 'overdue' } as const;
const headings = {
  people: 'awareness.coverage.people',
  done: 'awareness.list.shown.done',
  missing: 'awareness.coverage.missingColumn',
  overdue: 'awareness.coverage.overdueColumn',
} as const;

const columns = ({ round, centres }: LearningCoverageView, onAsk: Ask): Column<Row>[] => [
  { key: 'centre', title: t('common.word.centre'), cell: nameOf },
  ...(['people', 'done', 'missing', 'overdue'] as const).map((key) => ({
    key,
    title: t(headings[key]),
    numeric: true,
    cell: (row: Row) =>
      key === 'people' ? (
        asNumber(row.people)
      ) : (
        <Count row={row} roundKey={round.key} show={counts[key]} counted={row[key]}>
          {asNumber(row[key])}
        </Count>
      ),
  })),
  { key: 'percent', title: t('awareness.coverage.percent'), numeric: true, cell: (row) => asPercent(row.percent) },
  {
    key: 'before',
    title: t('awareness.coverage.legendBefore'),
    numeric: true,
    cell: (row) => (row.previousPercent === undefined ? '–' : asPercent(row.previousPercent)),
  },
  {
    key: 'isk',
    title: t('common.word.isk'),
    cell: (row) => row.coordinators.map((person) => person.name).join(', ') || t('common.word.noIsk'),
  },
  ...(centres.some((row) => row.abilities.nudge)
    ? [
        {
          key: 'act',
          title: t('awareness.nudge.button'),
          cell: (row: Row) => <NudgeCentre row={row} onAsk={onAsk} />,
        },
      ]
    : []),
];
