import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RoundView } from '../../api/awareness/contract.ts';
import { asDate, asPercent, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { CloseRoundDialog } from './CloseRoundDialog.tsx';
import { listOf } from './useLearningCoverage.ts';
import styles from './Awareness.module.css';
import personStyles from '../shared/ui/Person.module.css';

/** The rounds with period, state and share, and their actions. */
export function RoundTable({ rounds }: { rounds: readonly RoundView[] }) {
  const [closing, setClosing] = useState<RoundView>();
  const [asking, setAsking] = useState(false);
  const columns = columnsOf((round) => {
    setClosing(round);
    setAsking(true);
  });
  const acts = rounds.some(({ abilities }) => abilities.edit || abilities.close);
  return (
    <>
      <DataTable
        caption={t('awareness.rounds.list')}
        columns={acts ? columns : columns.filter(({ key }) => key !== 'act')}
        rows={rounds}
        rowKey={(round) => round.key}
      />
      {closing && <CloseRoundDialog round={closing} open={asking} onClose={() => setAsking(false)} />}
    </>
  );
}

function Share({ round }: { round: RoundView }) {
  if (round.state === 'coming') return null;
  const counted = t('awareness.rounds.shareOf', { done: round.done, people: round.people });
  return (
    <div>
      <p>
        {round.abilities.seeCoverage ? (
          <Link href={listOf(round.key, 'missing')}>{asPercent(round.percent)}</Link>
        ) : (
          asPercent(round.percent)
        )}
      </p>
      <p className="quiet">{counted}</p>
    </div>
  );
}

const columnsOf = (close: (round: RoundView) => void): Column<RoundView>[] => [
  {
    key: 'name',
    title: t('awareness.coverage.round'),
    cell: (round) => (
      <div>
        <p className={personStyles.personName}>{round.title}</p>
        <p className="quiet">{round.course.title}</p>
      </div>
    ),
  },
  {
    key: 'period',
    title: t('awareness.rounds.period'),
    cell: (round) => `${asDate(round.opensOn)} – ${asDate(round.dueOn)}`,
  },
  {
    key: 'state',
    title: t('common.word.status'),
    cell: (round) => (
      <span className={round.state === 'open' ? 'tag tag-strong' : 'tag'}>
        {t(`awareness.rounds.states.${round.state}`)}
      </span>
    ),
  },
  { key: 'share', title: t('awareness.rounds.share'), cell: (round) => <Share round={round} /> },
  {
    key: 'act',
    title: t('awareness.list.act'),
    cell: (round) =>
      (round.abilities.edit || round.abilities.close) && (
        <div className={styles.learningRowActs}>
          {round.abilities.edit && (
            <ButtonLink
              to={`/learning/rounds/edit/${encodeURIComponent(round.key)}`}
              size="small"
              label={t('awareness.rounds.editOf', { title: round.title })}
            >
              {t('awareness.rounds.edit')}
            </ButtonLink>
          )}
          {round.abilities.close && (
            <Button
              size="small"
              aria-label={t('awareness.rounds.closeOf', { title: round.title })}
              onClick={() => close(round)}
            >
              {t('common.close')}
            </Button>
          )}
        </div>
      ),
  },
];
