import { useWatch } from 'react-hook-form';
import type { ActionView } from '../../../api/risks/contract.ts';
import { atMost } from '../../shared/forms/field-rules.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { asPercent, t } from '../../shared/texts/texts.ts';

interface Asked {
  riskKey: string;
  action: ActionView;
  onClose: () => void;
}
const steps = [0, 10, 25, 50, 75, 90, 100];

/** Reports an action's progress; 100 % is done. */
export function ProgressDialog({ riskKey, action, onClose }: Asked) {
  const state = useForm({
    start: { progress: String(action.progress), note: action.note },
    send: ({ progress, note }, api) =>
      api('POST /api/risks/register/:riskKey/actions/:actionKey/progress', {
        params: { riskKey, actionKey: action.key },
        body: { progress: Number(progress), note },
      }),
    saved: (_, { progress }) => t(progress === '100' ? 'riskTreatment.actions.isDone' : 'riskTreatment.actions.told'),
    close: onClose,
  });
  const { control } = state;
  const isDone = useWatch({ control, name: 'progress' }) === '100';
  const known = [...new Set([...steps, action.progress])].sort((one, other) => one - other);
  return (
    <FormDialog
      title={t('riskTreatment.actions.tellOf', { title: action.title })}
      onClose={onClose}
      state={state}
      button={t(isDone ? 'riskTreatment.actions.finish' : 'common.save')}
    >
      <FormSelect
        control={control}
        name="progress"
        label={t('riskTreatment.actions.howFar')}
        optional
        options={known.map((step) => ({
          value: String(step),
          text: step === 100 ? t('riskTreatment.actions.all') : asPercent(step),
        }))}
      />
      <FormField
        control={control}
        name="note"
        label={t('riskTreatment.actions.note')}
        rows={3}
        rules={atMost(1_000)}
        optional
      />
    </FormDialog>
  );
}

/** Cancels an action, with the reason. */
export const CancelDialog = ({ riskKey, action, onClose }: Asked) => (
  <ReasonDialog
    title={t('riskTreatment.actions.cancelAsk', { title: action.title })}
    words={{
      consequence: t('riskTreatment.actions.cancelText'),
      reason: t('common.word.reason'),
      missing: t('riskTreatment.actions.reasonMissing'),
      button: t('riskTreatment.actions.cancel'),
      saved: t('riskTreatment.actions.givenUp'),
    }}
    longest={500}
    send={(body, api) =>
      api('POST /api/risks/register/:riskKey/actions/:actionKey/cancel', {
        params: { riskKey, actionKey: action.key },
        body,
      })
    }
    onClose={onClose}
  />
);
