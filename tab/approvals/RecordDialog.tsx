import { useState } from 'react';
import { useController, useWatch, type Control } from 'react-hook-form';
import type { ApprovalView, StageView } from '../../api/approvals/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FileDrop } from '../shared/ui/FileDrop.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { required } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { largestMinutesBytes, minutesKinds } from './AttachDialog.tsx';
import { bodyName } from './words.ts';
import { Choice } from '../shared/ui/Choice.tsx';
import { agendaItem, meetingDay, minutesLink } from './meeting-fields.ts';
import styles from './Approvals.module.css';

const outcomes = ['approved', 'returned', 'rejected', 'postponed'] as const;
type Outcome = (typeof outcomes)[number];

interface RecordForm {
  meetingOn: string;
  itemNumber: string;
  outcome: Outcome | '';
  /** The next meeting, when it is postponed. */
  nextMeetingOn: string;
  /** The first day, when it is approved and applies to people. */
  appliesFrom: string;
  note: string;
  minutesUrl: string;
}
const startOf = (view: ApprovalView): RecordForm => ({
  meetingOn: '',
  itemNumber: '',
  outcome: '',
  nextMeetingOn: '',
  appliesFrom: view.follows?.appliesFrom ?? '',
  note: '',
  minutesUrl: '',
});

interface Asked {
  view: ApprovalView;
  stage: StageView;
  /** Today, as the meeting must have been held. */
  today: string;
  open: boolean;
  onClose: () => void;
  /** The decision is saved; the chosen minutes are still to be uploaded. */
  onMinutes: (stage: number, file: File) => void;
}

/** The secretary records a body's decision in its meeting. */
export function RecordDialog({ view, stage, today, open, onClose, onMinutes }: Asked) {
  const [minutes, setMinutes] = useState<File>();
  const state = useForm({
    start: startOf(view),
    draft: `approvals-record:${view.key}.${stage.number}`,
    send: ({ outcome, note, minutesUrl, nextMeetingOn, appliesFrom, ...values }, api) => {
      if (outcome === '') return undefined;
      const body = {
        stage: stage.number,
        meetingOn: values.meetingOn,
        itemNumber: values.itemNumber.trim(),
        outcome,
        ...(outcome === 'postponed' ? { nextMeetingOn } : {}),
        ...(outcome === 'approved' && appliesFrom ? { appliesFrom } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(minutesUrl.trim() && outcome !== 'postponed' ? { minutesUrl: minutesUrl.trim() } : {}),
      };
      return api('POST /api/approvals/:requestKey/record', { params: { requestKey: view.key }, body });
    },
    saved: (_answer, { outcome }) =>
      t(outcome === 'postponed' ? 'approvals.record.donePostponed' : 'approvals.record.done', { title: view.title }),
    close: (answer) => {
      onClose();
      // A meeting that postponed the case has decided nothing to attach minutes to.
      if (minutes && answer.stages[stage.number - 1]?.decision) onMinutes(stage.number, minutes);
    },
  });
  const { control } = state;
  const outcome = useWatch({ control, name: 'outcome' });
  const postponed = outcome === 'postponed';
  return (
    <FormDialog
      open={open}
      title={t('approvals.record.title', { body: bodyName(stage.body) })}
      onClose={onClose}
      state={state}
      button={t(postponed ? 'approvals.record.savePostponed' : 'approvals.record.save')}
    >
      <div className={styles.recordPair}>
        <FormField control={control} {...meetingDay(today)} />
        <FormField control={control} {...agendaItem()} />
      </div>
      <OutcomeField control={control} />
      {postponed && (
        <FormField
          control={control}
          name="nextMeetingOn"
          label={t('approvals.record.nextMeetingOn')}
          hint={t('approvals.record.nextMeetingHint')}
          type="date"
          rules={required()}
        />
      )}
      {outcome === 'approved' && view.follows && (
        <FormField
          control={control}
          name="appliesFrom"
          label={t('approvals.record.appliesFrom')}
          hint={t('approvals.record.appliesHint', { day: asDate(view.follows.appliesFrom) })}
          type="date"
          rules={required()}
        />
      )}
      <FormField
        control={control}
        name="note"
        label={`${t('common.word.note')} (${t('common.form.optional')})`}
        hint={t('approvals.record.noteHint')}
        rows={3}
      />
      {!postponed && (
        <>
          <FormField control={control} {...minutesLink()} />
          <FileDrop
            label={`${t('approvals.record.minutes')} (${t('common.form.optional')})`}
            kinds={minutesKinds}
            largest={largestMinutesBytes}
            file={minutes}
            onFile={setMinutes}
            onRemove={() => setMinutes(undefined)}
          />
        </>
      )}
      <Meaning control={control} view={view} stage={stage} />
    </FormDialog>
  );
}

function OutcomeField({ control }: { control: Control<RecordForm> }) {
  const { field, fieldState } = useController({ control, name: 'outcome', rules: required() });
  const wrong = fieldState.error?.message;
  return (
    <fieldset className="choices" aria-describedby="outcome-error">
      <legend>{t('approvals.record.outcome')}</legend>
      <p className={styles.approvalWrong} id="outcome-error" role="alert">
        {wrong}
      </p>
      {outcomes.map((outcome, position) => (
        <Choice
          key={outcome}
          name={field.name}
          value={outcome}
          {...(position === 0 ? { ref: field.ref } : {})}
          checked={field.value === outcome}
          onBlur={field.onBlur}
          onChange={() => field.onChange(outcome)}
          title={t(`approvals.outcome.${outcome}`)}
          text={t(`approvals.record.outcomeText.${outcome}`)}
        />
      ))}
    </fieldset>
  );
}

function Meaning({ control, view, stage }: { control: Control<RecordForm>; view: ApprovalView; stage: StageView }) {
  const [outcome, nextMeetingOn, appliesFrom] = useWatch({
    control,
    name: ['outcome', 'nextMeetingOn', 'appliesFrom'],
  });
  if (outcome === '') return null;
  if (outcome === 'postponed') return <Consequence first={postponedText(view, stage, nextMeetingOn)} />;
  return (
    <Consequence first={meaningOf(outcome, view, stage, appliesFrom)}>
      <p>{t('approvals.record.final')}</p>
    </Consequence>
  );
}

function postponedText({ submittedBy }: ApprovalView, stage: StageView, nextMeetingOn: string): string {
  const [body, { name }] = [bodyName(stage.body), submittedBy];
  return nextMeetingOn === ''
    ? t('approvals.record.consequence.postponed', { body, name })
    : t('approvals.record.consequence.postponedTo', { body, name, day: asDate(nextMeetingOn) });
}

type Decided = Exclude<Outcome, 'postponed'>;
function meaningOf(outcome: Decided, view: ApprovalView, stage: StageView, appliesFrom: string): string {
  if (outcome !== 'approved') return t(`approvals.record.consequence.${outcome}`, { name: view.submittedBy.name });
  const next = view.stages[stage.number];
  if (next) return t('approvals.record.consequence.next', { body: bodyName(next.body) });
  const { follows } = view;
  if (!follows) return t('approvals.record.consequence.approved', { body: bodyName(stage.body) });
  const day = asDate(appliesFrom > follows.appliesFrom ? appliesFrom : follows.appliesFrom);
  return follows.people === 0
    ? t('approvals.record.consequence.startsQuietly', { day })
    : t('approvals.record.consequence.starts', { count: follows.people, day });
}
