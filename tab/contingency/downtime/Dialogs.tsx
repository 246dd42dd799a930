import type { FormEvent } from 'react';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { CentreChoice } from './CentreChoice.tsx';
import { asField, fromField } from './moments.ts';

export type Asking = 'correct' | 'record' | 'alarm';
interface Asked {
  downtime: DowntimeView;
  onClose: () => void;
}

const startOf = ({ startedAt, note, centres }: DowntimeView) => ({
  startedAt: asField(Date.parse(startedAt)),
  note,
  centreIds: centres.map(({ id }) => id),
});

/**
 * Corrects start, description and affected centres. Where another ends it meanwhile, what is written stays, to be
 * copied.
 */
export function CorrectDialog({ downtime, onClose }: Asked) {
  const params = { downtimeKey: downtime.key };
  const started = asField(Date.parse(downtime.startedAt));
  const names = {
    startedAt: t('downtime.start.sinceField'),
    note: t('downtime.start.note'),
    centreIds: t('downtime.start.centres'),
  };
  const centresOf = (ids: readonly string[]) =>
    ids.map((id) => downtime.allCentres.find((one) => one.id === id)?.title ?? id);
  const state = useForm({
    start: startOf(downtime),
    shared: {
      etag: downtime.changedAt,
      code: 'contingency.downtimeChanged',
      names,
      said: (values, field) => {
        if (field === 'startedAt') return values.startedAt.replace('T', ' ');
        if (field !== 'centreIds') return undefined;
        return centresOf(values.centreIds).join('\n');
      },
      latest: async (read) => {
        const now = await read('GET /api/contingency/downtimes/:downtimeKey', { params });
        return { values: startOf(now), etag: now.changedAt };
      },
    },
    send: ({ startedAt, note, centreIds }, api, { etag: expected }) => {
      // The field has no seconds: an unchanged start is retained.
      const moment = startedAt === started ? downtime.startedAt : fromField(startedAt);
      if (moment === undefined) return undefined;
      const body = { startedAt: moment, note, centreIds, expected };
      return api('PUT /api/contingency/downtimes/:downtimeKey', { params, body });
    },
    saved: t('downtime.correct.saved'),
    // A downtime that another ended shows so at the press.
    looksAgain: true,
    close: onClose,
  });
  const { control, isWritten, discard } = state;
  const isOver = downtime.state !== 'running';
  const copy = async (event: FormEvent) => {
    event.preventDefault();
    const { startedAt, note, centreIds } = state.form.getValues();
    const lines = [
      `${names.startedAt}: ${startedAt.replace('T', ' ')}`,
      `${names.centreIds}: ${centresOf(centreIds).join(', ')}`,
      note,
    ];
    // Where the browser refuses, the words are in the fields.
    const isCopied = await navigator.clipboard.writeText(lines.join('\n')).then(
      () => true,
      () => false,
    );
    if (isCopied) notify(t('common.copied'));
  };
  return (
    <FormDialog
      title={t('downtime.correct.title')}
      onClose={onClose}
      state={isOver ? { save: copy, busy: false, error: null, isWritten, discard } : state}
      button={t(isOver ? 'common.copy' : 'common.save')}
    >
      {isOver ? <Over downtime={downtime} /> : <Consequence first={t('downtime.correct.text')} />}
      <FormField
        control={control}
        name="startedAt"
        type="datetime-local"
        label={t('downtime.start.sinceField')}
        rules={{ validate: (text) => fromField(String(text)) !== undefined || t('common.form.required') }}
      />
      <FormField
        control={control}
        name="note"
        label={t('downtime.start.note')}
        rows={3}
        rules={atMost(4_000)}
        optional
      />
      <CentreChoice control={control} name="centreIds" centres={downtime.allCentres} held={downtime.centres} />
    </FormDialog>
  );
}

function Over({ downtime: { state, record } }: Pick<Asked, 'downtime'>) {
  const name = record?.closedBy?.name ?? '';
  return (
    <Notice tone="warning" live>
      {state === 'closed' ? t('downtime.correct.overBy', { name }) : t('downtime.close.overAlarm')}
    </Notice>
  );
}

/** Cancels a false alarm. */
export const AlarmDialog = ({ downtime, onClose }: Asked) => (
  <ReasonDialog
    title={t('downtime.alarm.title')}
    words={{
      consequence: t('downtime.alarm.text'),
      reason: t('downtime.alarm.reason'),
      missing: t('downtime.alarm.reasonMissing'),
      button: t('downtime.live.alarm'),
      saved: t('downtime.alarm.done'),
    }}
    longest={1_000}
    send={(body, api) =>
      api('POST /api/contingency/downtimes/:downtimeKey/cancel', { params: { downtimeKey: downtime.key }, body })
    }
    onClose={onClose}
  />
);
