import { Field, Input, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';
import { CentreChoice } from './CentreChoice.tsx';
import { asField, fromField } from './moments.ts';

interface Asked {
  downtime: DowntimeView;
  onClose: () => void;
}

/** What the API says of one field. */
export const refusedField = (error: unknown, field: string): string | undefined =>
  error instanceof ApiError ? error.fields.find(({ path }) => path === field)?.message : undefined;

/** Corrects since when, what is known and which centres are hit. */
export function CorrectDialog({ downtime, onClose }: Asked) {
  const started = asField(Date.parse(downtime.startedAt));
  const [at, setAt] = useState(started);
  const [note, setNote] = useState(downtime.note);
  const [centreIds, setCentreIds] = useState(downtime.centres.map(({ id }) => id));
  const act = useAct('PUT /api/contingency/downtimes/:downtimeKey');
  const wrong = refusedField(act.error, 'startedAt');
  const moment = fromField(at);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (moment === undefined) return;
    // The field knows no seconds: a start that was not touched stays as it was.
    const startedAt = at === started ? downtime.startedAt : moment;
    const body = { startedAt, note, centreIds, seen: downtime.changedAt };
    const saved = await act.mutateAsync({ params: { downtimeKey: downtime.key }, body }).catch(() => undefined);
    if (!saved) return;
    notify(t('downtime.correct.saved'));
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('downtime.correct.title')}
      onClose={onClose}
      onSubmit={submit}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={wrong === undefined ? act.error : null}
    >
      <Consequence first={t('downtime.correct.text')} />
      <Field
        label={t('downtime.start.sinceField')}
        required
        {...(moment === undefined ? { validationMessage: t('common.form.required') } : {})}
        {...(wrong === undefined ? {} : { validationMessage: wrong })}
      >
        <Input type="datetime-local" value={at} onChange={(_, data) => setAt(data.value)} />
      </Field>
      <Field label={t('downtime.start.note')}>
        <Textarea rows={3} maxLength={4_000} value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
      <CentreChoice
        legend={t('downtime.start.centres')}
        centres={downtime.allCentres}
        chosen={centreIds}
        onChange={setCentreIds}
      />
    </FormDialog>
  );
}

/** It was not down after all. */
export function AlarmDialog({ downtime, onClose }: Asked) {
  const act = useAct('POST /api/contingency/downtimes/:downtimeKey/cancel');
  const cancel = async (reason: string) => {
    const params = { downtimeKey: downtime.key };
    const saved = await act.mutateAsync({ params, body: { reason } }).catch(() => undefined);
    if (!saved) return;
    notify(t('downtime.alarm.done'));
    onClose();
  };
  return (
    <ReasonDialog
      title={t('downtime.alarm.title')}
      words={{
        consequence: t('downtime.alarm.text'),
        reason: t('downtime.alarm.reason'),
        missing: t('downtime.alarm.reasonMissing'),
        button: t('downtime.live.alarm'),
        busy: t('common.word.saving'),
      }}
      longest={1_000}
      act={act}
      onReason={cancel}
      onClose={onClose}
    />
  );
}
