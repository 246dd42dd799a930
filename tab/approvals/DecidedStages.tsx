import type { ApprovalView, StageView } from '../../api/approvals/contract.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { DecisionCard } from './DecisionCard.tsx';
import { Postponements, Seats, votedIn } from './StageCard.tsx';
import styles from './Approvals.module.css';

interface Shown {
  view: ApprovalView;
  onAttach: (stage: number) => void;
  /** Today; undefined while the reader is not known. */
  today: string | undefined;
}

/** Decided stages: the outcome first, how it was decided, and the votes in a fold. */
export function DecidedStages({ view, onAttach, today }: Shown) {
  const decided = view.stages.filter(({ closedAt }) => closedAt !== undefined);
  if (decided.length === 0) return null;
  return (
    <section className="card" aria-labelledby="decided-title">
      <h2 className="card-title" id="decided-title">
        {t('approvals.stage.earlier')}
      </h2>
      {decided.map((stage) => (
        <div key={stage.number} className={styles.decidedStage}>
          <h3 className={styles.decidedBody}>
            {[t(`roles.${stage.body}`), stage.centre?.title].filter(Boolean).join(', ')}
          </h3>
          <p>
            {t(`approvals.stageState.${stage.state}`)} {momentOf(stage)}
          </p>
          {stage.closedBy && stage.rule !== 'one' && (
            <p className="card-text">{t(`approvals.closedBy.${stage.closedBy}`)}</p>
          )}
          {stage.decision && (
            <DecisionCard view={view} stage={stage} decision={stage.decision} onAttach={onAttach} today={today} />
          )}
          <Postponements stage={stage} />
          <Votes stage={stage} />
        </div>
      ))}
    </section>
  );
}

/** Of a meeting its day alone: it is recorded days later. */
function momentOf({ decision, closedAt }: StageView): string {
  if (decision) return asDate(decision.meetingOn);
  return closedAt === undefined ? '' : asMoment(closedAt);
}

/** A single decider is shown; a body's votes expand. */
function Votes({ stage }: { stage: StageView }) {
  if (stage.rule === 'external') return null;
  if (stage.rule === 'one') return <Seats stage={{ ...stage, seats: stage.seats.filter(({ vote }) => vote) }} />;
  return (
    <details className={styles.decidedVotes}>
      <summary>{t('approvals.stage.seeVotes', { count: votedIn(stage) })}</summary>
      <Seats stage={stage} />
    </details>
  );
}
