import { Field, Textarea } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { ActionView } from '../../../api/actions/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';
import { Check } from '../../shared/ui/Check.tsx';

interface Asked {
  improvement: ActionView;
  onClose: () => void;
}
const longestNote = 1_000;
const longestReason = 500;

/** Says how far an improvement is, or that it is done. */
export function ReportDialog({ improvement, onClose }: Asked) {
  const [done, setDone] = useState(improvement.state === 'done');
  const [note, setNote] = useState(improvement.note);
  const act = useAct('POST /api/contingency/improvements/:improvementKey/report');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const params = { improvementKey: improvement.key };
    const saved = await act.mutateAsync({ params, body: { done, note } }).catch(() => undefined);
    if (!saved) return;
    notify(t(done ? 'contingencyTests.improvements.isDone' : 'contingencyTests.improvements.told'));
    onClose();
  };
  return (
    <FormDialog
      open
      title={t('contingencyTests.improvements.tellOf', { title: improvement.title })}
      onClose={onClose}
      onSubmit={submit}
      button={t(done ? 'contingencyTests.improvements.finish' : 'common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={act.error}
    >
      <Check checked={done} onChange={(event) => setDone(event.target.checked)}>
        {t('contingencyTests.improvements.done')}
      </Check>
      <Field label={t('contingencyTests.improvements.note')}>
        <Textarea rows={3} maxLength={longestNote} value={note} onChange={(_, data) => setNote(data.value)} />
      </Field>
    </FormDialog>
  );
}

/** Gives an improvement up, with the reason. */
export function GiveUpDialog({ improvement, onClose }: Asked) {
  const act = useAct('POST /api/contingency/improvements/:improvementKey/cancel');
  const giveUp = async (reason: string) => {
    const params = { improvementKey: improvement.key };
    const saved = await act.mutateAsync({ params, body: { reason } }).catch(() => undefined);
    if (!saved) return;
    notify(t('contingencyTests.improvements.givenUp'));
    onClose();
  };
  return (
    <ReasonDialog
      title={t('contingencyTests.improvements.giveUpAsk', { title: improvement.title })}
      words={{
        consequence: t('contingencyTests.improvements.giveUpText'),
        reason: t('common.word.reason'),
        missing: t('contingencyTests.reasonMissing'),
        button: t('contingencyTests.improvements.giveUp'),
        busy: t('common.word.saving'),
      }}
      longest={longestReason}
      act={act}
      onReason={giveUp}
      onClose={onClose}
    />
  );
}
