import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { TaskView } from '../../api/annual-wheel/contract.ts';
import { useAct, useView, viewOptions } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';

/** The task in the address. */
export function useTask() {
  const { taskKey = '' } = useParams<{ taskKey: string }>();
  return useView('GET /api/wheel/tasks/:taskKey', { params: { taskKey } });
}

/** Starts it, and ticks its steps. */
export function useTaskWork(task: TaskView) {
  const start = useAct('POST /api/wheel/tasks/:taskKey/start');
  const step = useAct('PUT /api/wheel/tasks/:taskKey/steps/:stepId');
  // Held here, since a mutation reports later, and the tick would flicker.
  const [ticking, setTicking] = useState<{ id: string; done: boolean }>();
  const queries = useQueryClient();
  const params = { taskKey: task.key };
  // The answer is shown at once: a tick must not flicker during the refetch.
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
    /** The step being ticked, with its new value. */
    ticking,
    error: start.error ?? step.error,
  };
}

/** The part of a task used by dialogs. */
export interface TaskToAsk {
  key: string;
  title: string;
  due: string;
}

/** Completes it, with evidence. */
export const useComplete = (task: TaskToAsk, today: string, close: () => void) =>
  useForm({
    start: { note: '', evidence: '', doneOn: today },
    draft: `wheel-done:${task.key}`,
    send: ({ note, evidence, doneOn }, api) =>
      api('POST /api/wheel/tasks/:taskKey/complete', {
        params: { taskKey: task.key },
        body: { note: note.trim(), ...(evidence.trim() ? { evidence: evidence.trim() } : {}), doneOn },
      }),
    saved: t('wheel.task.completed', { title: task.title }),
    close,
  });

/** Moves it, with the reason. */
export const useMove = (task: TaskToAsk, to: string | undefined, close: () => void) =>
  useForm({
    start: { to: to ?? task.due, reason: '' },
    draft: `wheel-move:${task.key}`,
    send: (body, api) => api('POST /api/wheel/tasks/:taskKey/move', { params: { taskKey: task.key }, body }),
    saved: t('wheel.task.movedDone', { title: task.title }),
    close,
  });

/** Acts with a reason only: cancellation, or undo. */
export const useWithReason = (task: TaskToAsk, kind: 'cancel' | 'reopen', close: () => void) =>
  useForm({
    start: { reason: '' },
    draft: `wheel.${kind}.${task.key}`,
    send: (body, api) => api(`POST /api/wheel/tasks/:taskKey/${kind}`, { params: { taskKey: task.key }, body }),
    saved: t(`wheel.task.${kind}Done`, { title: task.title }),
    close,
  });
