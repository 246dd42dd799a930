import { Field, Select, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { ActionView } from '../../../api/risks/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { asPercent, t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';

interface Asked {
  riskKey: string;
  action: ActionView;
  onClose: () => void;
}
const steps = [0, 10, 25, 50, 75, 90, 100];

/** Says how far an action is; 100 per cent is done. */
export function ProgressDialog({ riskKey, action, onClose }: Asked) {
  const [progress, setProgress] = useState(action.progress);
  const [note, setNote] = useState(action.note);
  const act = useAct('POST /api/risks/register/:riskKey/actions/:actionKey/progress');
  const known = [...new Set([...steps, action.progress])].sort((one, other) => one - other);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const params = { riskKey, actionKey: action.key };
    const saved = await act.mutateAsync({ params, body: { progress, note } }).catch(() => undefined);
    if (!saved) return;
    notify(t(progress === 100 ? 'riskTreatment.actions.isDone' : 'riskTreatment.actions.told'));
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('riskTreatment.actions.tellOf', { title: action.title })}
      onClose={onClose}
      onSubmit={submit}
      button={t(progress === 100 ? 'riskTreatment.actions.finish' : 'common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <Field label={t('riskTreatment.actions.howFar')}>
        <Select value={String(progress)} onChange={(_, data) => setProgress(Number(data.value))}>
          {known.map((step) => (
            <option key={step} value={step}>
              {step === 100 ? t('riskTreatment.actions.all') : asPercent(step)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('riskTreatment.actions.note')}>
        <Textarea rows={3} maxLength={1_000} value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </FormDialog>
  );
}

/** Gives an action up, with the reason. */
export function CancelDialog({ riskKey, action, onClose }: Asked) {
  const act = useAct('POST /api/risks/register/:riskKey/actions/:actionKey/cancel');
  const giveUp = async (reason: string) => {
    const params = { riskKey, actionKey: action.key };
    const saved = await act.mutateAsync({ params, body: { reason } }).catch(() => undefined);
    if (!saved) return;
    notify(t('riskTreatment.actions.givenUp'));
    onClose();
  };
  return (
    <ReasonDialog
      title={t('riskTreatment.actions.cancelAsk', { title: action.title })}
      words={{
        consequence: t('riskTreatment.actions.cancelText'),
        reason: t('common.word.reason'),
        missing: t('riskTreatment.actions.reasonMissing'),
        button: t('riskTreatment.actions.cancel'),
        busy: t('common.word.saving'),
      }}
      longest={500}
      act={act}
      onReason={giveUp}
      onClose={onClose}
    />
  );
}
