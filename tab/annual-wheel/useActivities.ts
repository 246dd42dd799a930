import { useParams } from 'wouter';
import type { ActivityView } from '../../api/annual-wheel/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';

export const useActivities = () => useView('GET /api/wheel/activities', {});

/** The activity in the address. */
export function useActivity() {
  const { activityKey = '' } = useParams<{ activityKey: string }>();
  return useView('GET /api/wheel/activities/:activityKey', { params: { activityKey } });
}

/** Closes it, with the reason. */
export const useClose = (activity: ActivityView, close: () => void) =>
  useForm({
    start: { reason: '' },
    draft: `wheel-close:${activity.key}`,
    send: (body, api) =>
      api('POST /api/wheel/activities/:activityKey/close', { params: { activityKey: activity.key }, body }),
    saved: t('wheel.activity.closed', { title: activity.title }),
    close,
  });
