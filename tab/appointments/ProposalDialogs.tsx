import type { ProposalView } from '../../api/appointments/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useLeavePage } from '../shared/navigation/leave-page.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ApprovalWay } from '../shared/ui/ApprovalWay.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { notify } from '../shared/ui/notify.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { MeetingFields } from '../shared/forms/MeetingFields.tsx';

interface Asked {
  proposal: ProposalView;
  open: boolean;
  onClose: () => void;
}

export function SubmitProposal({ proposal, open, onClose }: Asked) {
  const act = useAct('POST /api/appointments/proposals/:proposalKey/submit');
  const press = () =>
    act.mutate(
      { params: { proposalKey: proposal.key } },
      {
        onSuccess: () => {
          notify(t('appointments.submit.done'));
          onClose();
        },
      },
    );
  const texts = { text: t('appointments.submit.press'), busyText: t('common.word.sending') };
  return (
    <ActDialog
      open={open}
      title={t('appointments.submit.ask')}
      onClose={onClose}
      act={{ ...texts, busy: act.isPending, press }}
    >
      <Consequence first={t('appointments.submit.text', { date: asDate(proposal.startsOn) })} />
      <ApprovalWay way={proposal.way} />
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

export function DiscardProposal({ proposal, open, onClose }: Asked) {
  const leavePage = useLeavePage();
  const act = useAct('DELETE /api/appointments/proposals/:proposalKey');
  const press = () =>
    act.mutate(
      { params: { proposalKey: proposal.key } },
      {
        onSuccess: () => {
          notify(t('appointments.discard.done'));
          leavePage('/appointments', { below: true });
        },
      },
    );
  const text = t('appointments.discard.press');
  return (
    <ActDialog
      open={open}
      title={t('appointments.discard.ask')}
      onClose={onClose}
      act={{ text, busyText: text, busy: act.isPending, press }}
    >
      <p>{t('appointments.discard.text')}</p>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

/** Records what Direktionen decided in a meeting, with its minutes. */
export function RecordMeeting({ proposal, open, onClose }: Asked) {
  const today = useMe().data?.today ?? '';
  const state = useForm({
    start: { meetingOn: '', reference: '', minutesUrl: '' },
    draft: `appointments-record:${proposal.key}`,
    send: ({ meetingOn, reference, minutesUrl }, api) => {
      const link = minutesUrl.trim();
      return api('POST /api/appointments/proposals/:proposalKey/record', {
        params: { proposalKey: proposal.key },
        body: { meetingOn, reference: reference.trim(), ...(link ? { minutesUrl: link } : {}) },
      });
    },
    saved: t('appointments.record.done'),
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      open={open}
      title={t('appointments.record.title')}
      onClose={onClose}
      state={state}
      button={t('appointments.record.save')}
    >
      <p>{t('appointments.record.text')}</p>
      <MeetingFields control={control} today={today} />
    </FormDialog>
  );
}
