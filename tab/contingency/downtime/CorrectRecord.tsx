import { useWatch } from 'react-hook-form';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { atLeast } from '../../shared/forms/field-rules.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { CentreChoice } from './CentreChoice.tsx';
import { asField, fromField } from './moments.ts';
import { asLength, minutesOf } from './words.ts';

const [fewestLetters, longestReason] = [3, 1_000];

const fieldOf = (moment: string): string => asField(Date.parse(moment));
const startOf = ({ startedAt, endedAt = startedAt, centres }: DowntimeView) => ({
  startedAt: fieldOf(startedAt),
  endedAt: fieldOf(endedAt),
  centreIds: centres.map(({ id }) => id),
  reason: '',
});

/** The fields have no seconds: an unchanged moment is retained. */
const momentOf = (text: string, before: string): string | undefined =>
  text === fieldOf(before) ? before : fromField(text);

function useCorrection(downtime: DowntimeView, onClose: () => void) {
  const { startedAt: started, endedAt: ended = started } = downtime;
  const params = { downtimeKey: downtime.key };
  return useForm({
    start: startOf(downtime),
    shared: {
      etag: downtime.changedAt,
      code: 'contingency.downtimeChanged',
      names: {
        startedAt: t('downtime.start.sinceField'),
        endedAt: t('downtime.close.endedAt'),
        centreIds: t('downtime.start.past.centres'),
        reason: t('downtime.correct.reason'),
      },
      said: (values, field) => {
        if (field === 'startedAt' || field === 'endedAt') return values[field].replace('T', ' ');
        if (field !== 'centreIds') return undefined;
        const titleOf = (id: string) => downtime.allCentres.find((one) => one.id === id)?.title ?? id;
        return values.centreIds.map(titleOf).join('\n');
      },
      latest: async (read) => {
        const now = await read('GET /api/contingency/downtimes/:downtimeKey', { params });
        return { values: startOf(now), etag: now.changedAt };
      },
    },
    send: ({ centreIds, reason, ...fields }, api, { etag = downtime.changedAt }) => {
      const startedAt = momentOf(fields.startedAt, started);
      const endedAt = momentOf(fields.endedAt, ended);
      if (startedAt === undefined || endedAt === undefined) return undefined;
      const body = { startedAt, endedAt, centreIds, reason, expected: etag };
      return api('PUT /api/contingency/downtimes/:downtimeKey/record', { params, body });
    },
    saved: t('downtime.correct.saved'),
    close: onClose,
  });
}

/** Corrects start, end and affected centres of a closed downtime. */
export function CorrectRecord({ downtime, onClose }: { downtime: DowntimeView; onClose: () => void }) {
  const state = useCorrection(downtime, onClose);
  const { control } = state;
  const [startedAt, endedAt] = useWatch({ control, name: ['startedAt', 'endedAt'] });
  const isOrdered = Date.parse(endedAt) > Date.parse(startedAt);
  const isMoment = (text: unknown) => fromField(String(text)) !== undefined || t('common.form.required');
  return (
    <FormDialog title={t('downtime.correct.title')} onClose={onClose} state={state} button={t('common.save')}>
      <Consequence first={t('downtime.correct.recordText')}>
        {isOrdered && (
          <p>
            {t('downtime.close.lasted', { length: asLength(minutesOf(Date.parse(startedAt), Date.parse(endedAt))) })}
          </p>
        )}
      </Consequence>
      <FormField
        control={control}
        name="startedAt"
        type="datetime-local"
        label={t('downtime.start.sinceField')}
        rules={{ validate: isMoment }}
      />
      <FormField
        control={control}
        name="endedAt"
        type="datetime-local"
        label={t('downtime.close.endedAt')}
        rules={{
          validate: (text) => {
            const moment = momentOf(String(text), downtime.endedAt ?? downtime.startedAt);
            const startedAt = fromField(state.form.getValues('startedAt'));
            const isPossible =
              moment !== undefined && startedAt !== undefined && Date.parse(moment) > Date.parse(startedAt);
            return isPossible || t('downtime.close.endWrong');
          },
        }}
      />
      <CentreChoice control={control} name="centreIds" isOver centres={downtime.allCentres} held={downtime.centres} />
      <FormField
        control={control}
        name="reason"
        label={t('downtime.correct.reason')}
        rows={2}
        rules={atLeast(fewestLetters, longestReason, t('downtime.correct.reasonMissing'))}
      />
    </FormDialog>
  );
}
