import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RoundView } from '../../api/awareness/contract.ts';
import { asDate, asPercent, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { listOf } from './useLearningCoverage.ts';
import styles from './Awareness.module.css';
import personStyles from '../shared/ui/Person.module.css';
import { useAct } from '../shared/api/queries.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

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

/** Closing a round records absentees permanently: their number is stated beforehand. */
function CloseRoundDialog(props: { round: RoundView; open: boolean; onClose: () => void }) {
  const { round, onClose } = props;
  const act = useAct('POST /api/learning/rounds/:roundKey/close');
  const { title, missing } = round;
  const close = () =>
    act.mutate(
      { params: { roundKey: round.key } },
      {
        onSuccess: () => {
          notify(t('awareness.rounds.closing.done', { title }));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('awareness.rounds.closeOf', { title })}
      onClose={onClose}
      act={{
        text: t('awareness.rounds.closing.button'),
        busyText: t('awareness.rounds.closing.working'),
        busy: act.isPending,
        press: close,
      }}
    >
      <Consequence
        first={
          missing === 0 ? t('awareness.rounds.closing.nobody') : t('awareness.rounds.closing.first', { count: missing })
        }
      >
        <p>{t('awareness.rounds.closing.text')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
