import type { TaskView } from '../../api/annual-wheel/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { required } from '../shared/forms/field-rules.ts';
import { anotherDay, aReason } from './rules.ts';
import { useComplete, useMove, useWithReason, type TaskToAsk } from './useTask.ts';

interface Asked {
  open: boolean;
  onClose: () => void;
}

export function CompleteDialog({ task, today, open, onClose }: Asked & { task: TaskView; today: string }) {
  const state = useComplete(task, today, onClose);
  return (
    <FormDialog
      open={open}
      title={t('wheel.task.completeTitle', { title: task.title })}
      onClose={onClose}
      state={state}
      button={t('wheel.task.complete')}
      busyText={t('common.word.saving')}
    >
      {task.steps > task.stepsDone && <p>{t('wheel.task.stepsLeft', { count: task.steps - task.stepsDone })}</p>}
      <FormField
        control={state.control}
        name="note"
        label={t('wheel.task.note')}
        hint={t('wheel.task.noteHint')}
        rows={3}
      />
      {task.evidenceWanted && (
        <FormField
          control={state.control}
          name="evidence"
          label={t('wheel.task.evidence')}
          hint={task.evidenceWanted}
          rows={2}
          rules={required()}
        />
      )}
      <FormField control={state.control} name="doneOn" label={t('wheel.task.doneOn')} type="date" rules={required()} />
    </FormDialog>
  );
}

export function MoveDialog({ task, to, open, onClose }: Asked & { task: TaskToAsk; to?: string | undefined }) {
  const state = useMove(task, to, onClose);
  return (
    <FormDialog
      open={open}
      title={t('wheel.task.moveTitle', { title: task.title })}
      onClose={onClose}
      state={state}
      button={t('wheel.task.moveButton')}
      busyText={t('wheel.task.moving')}
    >
      <p>{t('wheel.task.moveText', { date: asDate(task.due) })}</p>
      <FormField
        control={state.control}
        name="to"
        label={t('wheel.task.moveTo')}
        type="date"
        rules={anotherDay(task.due)}
      />
      <FormField
        control={state.control}
        name="reason"
        label={t('wheel.task.moveWhy')}
        hint={t('wheel.task.reasonHint')}
        rows={2}
        rules={aReason()}
      />
    </FormDialog>
  );
}

export function ReasonDialog({ task, kind, open, onClose }: Asked & { task: TaskToAsk; kind: 'cancel' | 'reopen' }) {
  const state = useWithReason(task, kind, onClose);
  return (
    <FormDialog
      open={open}
      title={t(`wheel.task.${kind}Title`, { title: task.title })}
      onClose={onClose}
      state={state}
      button={t(`wheel.task.${kind}Button`)}
      busyText={t(`wheel.task.${kind}Working`)}
    >
      <p>{t(`wheel.task.${kind}Text`)}</p>
      <FormField
        control={state.control}
        name="reason"
        label={t('common.word.reason')}
        hint={t('wheel.task.reasonHint')}
        rows={2}
        rules={aReason()}
      />
    </FormDialog>
  );
}
