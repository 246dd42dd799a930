import type { ApprovalView, DecisionView, StageView } from '../../api/approvals/contract.ts';
import { written } from '../shared/forms/field-rules.ts';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { agendaItem, meetingDay, minutesLink } from './meeting-fields.ts';
import styles from './Approvals.module.css';

/** Longest reason, as contracted. */
const longest = 2_000;

interface Asked {
  view: ApprovalView;
  stage: StageView;
  decision: DecisionView;
  /** Today, as the meeting must have been held. */
  today: string;
  open: boolean;
  onClose: () => void;
}

/** Corrects what was recorded of a meeting, but for its outcome. */
export function CorrectDialog({ view, stage, decision, today, open, onClose }: Asked) {
  const { minutes } = decision;
  const state = useForm({
    start: startOf(decision),
    draft: `approvals-correct:${view.key}.${stage.number}`,
    shared: {
      etag: etagOf(decision),
      code: 'approvals.correctedMeanwhile',
      fields: ['meetingOn', 'itemNumber', 'note', 'minutesUrl'],
      names: {
        meetingOn: t('approvals.record.meetingOn'),
        itemNumber: t('approvals.record.itemNumber'),
        note: t('common.word.note'),
        minutesUrl: t('common.word.minutesLink'),
        removeMinutes: t('approvals.record.minutes'),
        reason: t('approvals.correct.reason'),
      },
      latest: async (read) => {
        const { stages } = await read('GET /api/approvals/:requestKey', { params: { requestKey: view.key } });
        const now = stages[stage.number - 1]?.decision;
        return now && { values: startOf(now), etag: etagOf(now) };
      },
    },
    send: ({ note, minutesUrl, ...values }, api, { etag }) =>
      api('POST /api/approvals/:requestKey/correct', {
        params: { requestKey: view.key },
        body: {
          ...values,
          stage: stage.number,
          corrections: Number(etag),
          ...(note.trim() ? { note: note.trim() } : {}),
          ...(minutesUrl.trim() ? { minutesUrl: minutesUrl.trim() } : {}),
        },
      }),
    saved: t('approvals.correct.done', { title: view.title }),
    close: onClose,
  });
  const { control } = state;
  return (
    <FormDialog
      open={open}
      title={t('approvals.correct.title')}
      onClose={onClose}
      state={state}
      button={t('approvals.correct.save')}
    >
      <div className={styles.recordPair}>
        <FormField control={control} {...meetingDay(today)} />
        <FormField control={control} {...agendaItem()} />
      </div>
      <FormField
        control={control}
        name="note"
        label={`${t('common.word.note')} (${t('common.form.optional')})`}
        rows={3}
      />
      <FormField control={control} {...minutesLink()} />
      {minutes && (
        <FormCheck control={control} name="removeMinutes">
          {t('approvals.correct.removeMinutes', { name: minutes.name })} {t('approvals.correct.removeHint')}
        </FormCheck>
      )}
      <FormField
        control={control}
        name="reason"
        label={t('approvals.correct.reason')}
        rows={2}
        rules={written(longest)}
      />
      <Consequence first={t('approvals.correct.first')}>
        <p>{outcomeText(view, decision)}</p>
      </Consequence>
    </FormDialog>
  );
}

const startOf = ({ meetingOn, itemNumber, note = '', minutesUrl = '' }: DecisionView) => ({
  meetingOn,
  itemNumber,
  note,
  minutesUrl,
  removeMinutes: false,
  reason: '',
});
/** The version of a record: how many times it was corrected. */
const etagOf = ({ corrections }: DecisionView): string => String(corrections.length);

/** Why the outcome is not among the fields, and what to do when it is wrong. */
function outcomeText({ submittedBy: { name } }: ApprovalView, { outcome }: DecisionView): string {
  if (outcome === 'approved') return t('approvals.correct.approved', { name });
  return t('approvals.correct.other', { name, outcome: t(`approvals.outcome.${outcome}`) });
}
