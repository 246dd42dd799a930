import { Button, Field, Textarea } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import { useRef, useState } from 'react';
import type { ApprovalView, StageView } from '../../api/approvals/contract.ts';
import { asMoment, asTime, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { outcomeWith, type Choice } from './tally.ts';
import { openStageOf, useVote } from './useApproval.ts';
import { bodyName } from './words.ts';
import styles from './Approvals.module.css';

const icons = { approve: CheckmarkRegular, askChanges: ArrowUndoRegular, reject: DismissRegular } as const;

interface Asked {
  view: ApprovalView;
  stage: StageView;
  /** Seat of the reader's vote. */
  seat: string;
}

/** The reader's vote, which may be changed while the stage is open. */
export function VotePanel(props: Asked) {
  const { view, stage, seat } = props;
  const [changing, setChanging] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const mine = view.myChoice;
  const { pathname } = location;
  /** The panel goes with its stage: what came of the vote is said under the page's heading. */
  const done = (after: ApprovalView) => {
    setChanging(false);
    if (openStageOf(after)?.number === stage.number) panel.current?.focus();
    else if (location.pathname === pathname) document.querySelector<HTMLElement>('#main h1')?.focus();
  };
  const given = stage.seats.find(({ holder }) => holder.id === seat)?.vote;
  return (
    <section className={`card ${styles.votePanel}`} aria-labelledby="vote-title" tabIndex={-1} ref={panel}>
      <h2 className="card-title" id="vote-title">
        {titleOf(view, mine !== undefined && !changing)}
      </h2>
      {mine === undefined || changing ? (
        <VoteForm {...props} onDone={done} onKeep={changing ? () => setChanging(false) : undefined} />
      ) : (
        <>
          {given?.reason && <p className={styles.approvalReason}>{given.reason}</p>}
          {given && <p className="card-text">{t('approvals.vote.mineAt', { moment: asMoment(given.at) })}</p>}
          <div className="card-foot">
            <Button onClick={() => setChanging(true)}>{t('approvals.vote.change')}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function titleOf({ myChoice, abilities }: ApprovalView, given: boolean): string {
  if (given && myChoice) return t(`approvals.vote.mine.${myChoice}`);
  return abilities.votesFor
    ? t('approvals.vote.titleFor', { name: abilities.votesFor.name })
    : t('approvals.vote.title');
}

function VoteForm(props: Asked & { onDone: (after: ApprovalView) => void; onKeep: (() => void) | undefined }) {
  const voting = useVote(props.view, props.stage, props.onDone);
  const reason = useRef<HTMLTextAreaElement | null>(null);
  const press = (choice: Choice) => {
    if (!voting.vote(choice)) reason.current?.focus();
  };
  const button = (choice: Exclude<Choice, 'abstain'>, appearance: 'primary' | 'secondary') => {
    const Icon = icons[choice];
    return (
      <ActButton
        appearance={appearance}
        icon={<Icon />}
        busy={voting.busy === choice}
        busyText={t('common.word.saving')}
        onClick={() => voting.busy ?? press(choice)}
      >
        {t(`approvals.vote.choice.${choice}`)}
      </ActButton>
    );
  };
  return (
    <>
      <Decides {...props} />
      <Field
        label={t('approvals.vote.reason')}
        hint={t('approvals.vote.reasonHint')}
        {...(voting.reasonError ? { validationMessage: voting.reasonError } : {})}
      >
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => void (reason.current = element)}
          rows={3}
          readOnly={voting.busy !== undefined}
          resize="vertical"
          value={voting.reason}
          onChange={(_, data) => voting.changeReason(data.value)}
        />
      </Field>
      {voting.keptAt && <p className="quiet">{t('approvals.vote.keptAt', { time: asTime(voting.keptAt) })}</p>}
      <div className={styles.voteButtons}>
        {button('approve', 'primary')}
        {button('askChanges', 'secondary')}
        {button('reject', 'secondary')}
      </div>
      <div className={styles.voteAbstain}>
        <ActButton
          appearance="subtle"
          icon={<SubtractCircleRegular />}
          busy={voting.busy === 'abstain'}
          busyText={t('common.word.saving')}
          onClick={() => voting.busy ?? press('abstain')}
        >
          {t('approvals.vote.choice.abstain')}
        </ActButton>
        <p className="quiet">{t('approvals.vote.abstainHint')}</p>
      </div>
      {props.onKeep && (
        <div className="card-foot">
          <Button onClick={props.onKeep}>{t('approvals.vote.keep')}</Button>
        </div>
      )}
      <ActFailed error={voting.error} />
    </>
  );
}

/** Effect of a deciding vote of mine; nothing while others may outweigh it. */
function Decides({ view, stage, seat }: Asked) {
  const next = view.stages[stage.number];
  const { name } = view.submittedBy;
  const lines: string[] = [];
  const approved = outcomeWith(stage, seat, 'approve');
  if (approved === 'approved')
    lines.push(
      next ? t('approvals.vote.decidesNext', { body: bodyName(next.body) }) : t('approvals.vote.decidesApprove'),
    );
  else if (approved) lines.push(t('approvals.vote.goesBack', { name }));
  if (outcomeWith(stage, seat, 'askChanges') === 'returned') lines.push(t('approvals.vote.decidesReturned', { name }));
  if (outcomeWith(stage, seat, 'reject') === 'rejected') lines.push(t('approvals.vote.decidesRejected'));
  if (outcomeWith(stage, seat, 'abstain') === 'returned') lines.push(t('approvals.vote.decidesTooFew', { name }));
  if (lines.length === 0) return null;
  return (
    <Consequence first={t('approvals.vote.decides')}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Consequence>
  );
}
