import { useParams } from 'wouter';
import type { ActivityView } from '../../api/annual-wheel/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

export const useActivities = () => useView('GET /api/wheel/activities', {});

/** The activity that the address names. */
export function useActivity() {
  const { activityKey = '' } = useParams<{ activityKey: string }>();
  return useView('GET /api/wheel/activities/:activityKey', { params: { activityKey } });
}

/** It comes no more, with the reason. */
export function useClose(activity: ActivityView, onDone: () => void) {
  const kept = useKeptForm<{ reason: string }>(`wheel-close:${activity.key}`, { reason: '' }, ['reason']);
  const act = useAct('POST /api/wheel/activities/:activityKey/close');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { activityKey: activity.key }, body });
      kept.saved();
      notify(t('wheel.activity.closed', { title: activity.title }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}
