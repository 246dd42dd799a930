import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { ApprovalView, StageView } from '../../api/approvals/contract.ts';
import { download } from '../shared/api/client.ts';
import { refetchChanged, useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useDraft } from '../shared/forms/useDraft.ts';
import { notify } from '../shared/ui/notify.ts';
import { lengthWrong } from '../shared/forms/field-rules.ts';
import { longestReason, needsReason, type Choice } from './tally.ts';
import { bodyName } from './words.ts';

/** Polling interval for others' votes while a stage is open. */
const openMilliseconds = 10_000;

/** The request in the address; others' votes are polled while it is open. */
export function useApproval() {
  const { requestKey = '' } = useParams<{ requestKey: string }>();
  return useView(
    'GET /api/approvals/:requestKey',
    { params: { requestKey } },
    { every: (view) => view?.state === 'open' && openMilliseconds },
  );
}

export const openStageOf = ({ stages }: Pick<ApprovalView, 'stages'>): StageView | undefined =>
  stages.find(({ state }) => state === 'open');

/** Result of a vote in words: the thanks, and what it decided. */
function resultText(before: StageView, after: ApprovalView, choice: Choice): string {
  const thanks = t(`approvals.vote.thanks.${choice}`, { title: after.title });
  if (after.state === 'approved') return `${thanks} ${t('approvals.vote.approvedNow')}`;
  if (after.state !== 'open')
    return `${thanks} ${t('approvals.vote.endedNow', { state: t(`approvals.state.${after.state}`) })}`;
  const now = openStageOf(after);
  if (!now || now.number === before.number) return thanks;
  return `${thanks} ${t('approvals.vote.movedOn', { body: bodyName(now.body) })}`;
}

/** Key of a comment on a stage. */
export const voteDraft = (requestKey: string, stage: number): string => `approvals-vote:${requestKey}.${stage}`;

/** My vote with its comment, which is stored on this device until sent. */
export function useVote(view: ApprovalView, stage: StageView, onDone: (after: ApprovalView) => void) {
  const queries = useQueryClient();
  const draft = useDraft<string>(voteDraft(view.key, stage.number));
  const [reason, setReason] = useState(draft.found ?? '');
  const [lacks, setLacks] = useState(false);
  const tooLong = lengthWrong(reason, longestReason);
  const act = useAct('POST /api/approvals/:requestKey/vote');
  return {
    reason,
    keptAt: reason ? draft.savedAt : undefined,
    reasonError: tooLong ?? (lacks && reason.trim() === '' ? t('approvals.vote.reasonNeeded') : undefined),
    changeReason: (text: string) => {
      setReason(text);
      draft.keep(text);
    },
    busy: act.isPending ? act.variables?.body?.choice : undefined,
    error: act.error,
    /** False without a required reason, and with one that is too long. */
    vote: (choice: Choice): boolean => {
      const text = reason.trim();
      const wrong = needsReason(choice) && text === '';
      setLacks(wrong);
      if (wrong || tooLong !== undefined) return false;
      const counted = (after: ApprovalView) => {
        draft.forget();
        setReason('');
        notify(resultText(stage, after, choice));
        onDone(after);
      };
      const sending = act.mutateAsync({
        params: { requestKey: view.key },
        body: { stage: stage.number, contentHash: view.contentHash, choice, ...(text ? { reason: text } : {}) },
      });
      // Also when the page was told first, and has no panel any more. After an error the obstacle is shown beside it.
      void sending.then(counted, () => refetchChanged(queries));
      return true;
    },
  };
}

/** Downloads a file of the request: the frozen one, or a meeting's minutes. */
export function useFileDownload(requestKey: string, stage?: number) {
  return useMutation({
    mutationFn: () =>
      stage === undefined
        ? download('GET /api/approvals/:requestKey/file', { params: { requestKey } })
        : download('GET /api/approvals/:requestKey/minutes/:stage', { params: { requestKey, stage: String(stage) } }),
  });
}

export function useClose(view: ApprovalView, onDone: () => void) {
  const act = useAct('POST /api/approvals/:requestKey/close');
  const close = (stage: number) => {
    const closed = () => {
      notify(t('approvals.close.done', { title: view.title }));
      onDone();
    };
    // Also when the page was told first. The dialog shows an error.
    void act.mutateAsync({ params: { requestKey: view.key }, body: { stage } }).then(closed, () => undefined);
  };
  return { close, busy: act.isPending, error: act.error };
}
