import type { ApprovalView, StageView } from '../../api/approvals/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { outcomeNow, statusOf } from './tally.ts';
import { useClose } from './useApproval.ts';

interface Asked {
  view: ApprovalView;
  open: boolean;
  onClose: () => void;
}

/** Withdraws the request: effect on votes, and reason. */
export function WithdrawDialog({ view, open, onClose }: Asked) {
  const state = useForm({
    start: { reason: '' },
    draft: `approvals-withdraw:${view.key}`,
    send: ({ reason }, api) =>
      api('POST /api/approvals/:requestKey/withdraw', {
        params: { requestKey: view.key },
        body: { reason: reason.trim() },
      }),
    saved: t('approvals.withdraw.done', { title: view.title }),
    close: onClose,
  });
  const votes = view.stages.flatMap(({ seats }) => seats).filter(({ vote }) => vote).length;
  return (
    <FormDialog
      open={open}
      title={t('approvals.withdraw.title', { title: view.title })}
      onClose={onClose}
      state={state}
      button={t('approvals.withdraw.press')}
      busyText={t('approvals.withdraw.busy')}
    >
      <Consequence first={t('approvals.withdraw.first')}>
        {votes > 0 && <p>{t('approvals.withdraw.votes', { count: votes })}</p>}
        <p>{t('approvals.withdraw.then')}</p>
      </Consequence>
      <FormField
        control={state.control}
        name="reason"
        label={`${t('approvals.withdraw.reason')} (${t('common.form.optional')})`}
        rows={3}
      />
    </FormDialog>
  );
}

/** The chair ends the vote: the votes, who has not voted, and the result. */
export function CloseDialog({ view, stage, open, onClose }: Asked & { stage: StageView }) {
  const { close, busy, error } = useClose(view, onClose);
  const status = statusOf(stage);
  const given = status.approve + status.reject + status.askChanges;
  return (
    <ActDialog
      open={open}
      title={t('approvals.close.title', { title: view.title })}
      onClose={onClose}
      act={{
        text: t('approvals.close.press'),
        busyText: t('approvals.close.busy'),
        busy,
        press: () => close(stage.number),
      }}
    >
      <Consequence first={t('approvals.close.first', { count: given })}>
        <p>{t('approvals.close.will', { outcome: t(`approvals.outcome.${outcomeNow(status)}`) })}</p>
        {status.missing > 0 && <p>{t('approvals.close.missing', { count: status.missing })}</p>}
      </Consequence>
      <ActFailed error={error} />
    </ActDialog>
  );
}
