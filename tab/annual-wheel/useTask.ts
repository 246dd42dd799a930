import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { TaskView } from '../../api/annual-wheel/contract.ts';
import { useAct, useView, viewOptions } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

/** The task that the address names. */
export function useTask() {
  const { taskKey = '' } = useParams<{ taskKey: string }>();
  return useView('GET /api/wheel/tasks/:taskKey', { params: { taskKey } });
}

/** Beginning, and ticking the steps. */
export function useTaskWork(task: TaskView) {
  const start = useAct('POST /api/wheel/tasks/:taskKey/start');
  const step = useAct('PUT /api/wheel/tasks/:taskKey/steps/:stepId');
  // Kept here, since a mutation tells of itself a moment later, and the tick would fall off meanwhile.
  const [ticking, setTicking] = useState<{ id: string; done: boolean }>();
  const queries = useQueryClient();
  const params = { taskKey: task.key };
  // The answer is shown at once: a tick must not fall off while the page is asked for again.
  const onSuccess = (answer: TaskView) =>
    void queries.setQueryData(viewOptions('GET /api/wheel/tasks/:taskKey', { params }).queryKey, answer);
  return {
    start: () => start.mutate({ params, body: { note: '' } }, { onSuccess }),
    starting: start.isPending,
    tick: (stepId: string, done: boolean) => {
      setTicking({ id: stepId, done });
      const onSettled = () => setTicking(undefined);
      step.mutate({ params: { ...params, stepId }, body: { done } }, { onSuccess, onSettled });
    },
    /** The step whose tick is on its way, as it will be. */
    ticking,
    error: start.error ?? step.error,
  };
}

/** What a dialog about a task needs of it. */
export interface TaskToAsk {
  key: string;
  title: string;
  due: string;
}

const filled = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** Done, with a note and what shows it. The words are kept until they are saved. */
export function useComplete(task: TaskToAsk, today: string, onDone: () => void) {
  const kept = useKeptForm<{ note: string; evidence: string; doneOn: string }>(
    `wheel-done:${task.key}`,
    { note: '', evidence: '', doneOn: today },
    ['note', 'evidence', 'doneOn'],
  );
  const act = useAct('POST /api/wheel/tasks/:taskKey/complete');
  const save = kept.form.handleSubmit(async ({ note, evidence, doneOn }) => {
    const shown = filled(evidence);
    try {
      await act.mutateAsync({
        params: { taskKey: task.key },
        body: { note: note.trim(), ...(shown ? { evidence: shown } : {}), doneOn },
      });
      kept.saved();
      notify(t('wheel.task.completed', { title: task.title }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

/** Another date, with the reason. */
export function useMove(task: TaskToAsk, to: string | undefined, onDone: () => void) {
  const kept = useKeptForm<{ to: string; reason: string }>(
    `wheel-move:${task.key}`,
    { to: to ?? task.due, reason: '' },
    ['to', 'reason'],
  );
  const act = useAct('POST /api/wheel/tasks/:taskKey/move');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { taskKey: task.key }, body });
      kept.saved();
      notify(t('wheel.task.movedDone', { title: task.title }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

/** What only needs a reason: called off, or taken back. */
export function useWithReason(task: TaskToAsk, kind: 'cancel' | 'reopen', onDone: () => void) {
  const kept = useKeptForm<{ reason: string }>(`wheel.${kind}.${task.key}`, { reason: '' }, ['reason']);
  const cancel = useAct('POST /api/wheel/tasks/:taskKey/cancel');
  const reopen = useAct('POST /api/wheel/tasks/:taskKey/reopen');
  const act = kind === 'cancel' ? cancel : reopen;
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { taskKey: task.key }, body });
      kept.saved();
      notify(t(`wheel.task.${kind}Done`, { title: task.title }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}
