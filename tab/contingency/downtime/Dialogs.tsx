import { useController } from 'react-hook-form';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { CentreChoice } from './CentreChoice.tsx';
import { asField, fromField } from './moments.ts';

interface Asked {
  downtime: DowntimeView;
  onClose: () => void;
}

const startOf = ({ startedAt, note, centres }: DowntimeView) => ({
  startedAt: asField(Date.parse(startedAt)),
  note,
  centreIds: centres.map(({ id }) => id),
});

/** Corrects start, description and affected centres. */
export function CorrectDialog({ downtime, onClose }: Asked) {
  const params = { downtimeKey: downtime.key };
  const started = asField(Date.parse(downtime.startedAt));
  const state = useForm({
    start: startOf(downtime),
    shared: {
      etag: downtime.changedAt,
      code: 'contingency.downtimeChanged',
      names: {
        startedAt: t('downtime.start.sinceField'),
        note: t('downtime.start.note'),
        centreIds: t('downtime.start.centres'),
      },
      said: (values, field) => {
        if (field === 'startedAt') return values.startedAt.replace('T', ' ');
        if (field !== 'centreIds') return undefined;
        return values.centreIds.map((id) => downtime.allCentres.find((one) => one.id === id)?.title ?? id).join('\n');
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
    close: onClose,
  });
  const { control } = state;
  const centres = useController({ control, name: 'centreIds' }).field;
  return (
    <FormDialog title={t('downtime.correct.title')} onClose={onClose} state={state}>
      <Consequence first={t('downtime.correct.text')} />
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
      <CentreChoice
        legend={t('downtime.start.centres')}
        centres={downtime.allCentres}
        chosen={centres.value}
        onChange={centres.onChange}
      />
    </FormDialog>
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
