import { useForm } from 'react-hook-form';
import { useParams } from 'wouter';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';

/** The service that the address names. */
export function useService() {
  const { serviceKey = '' } = useParams<{ serviceKey: string }>();
  return useView('GET /api/critical-services/:serviceKey', { params: { serviceKey } });
}

export function useAskAcceptance({ key }: ServiceView, onDone: () => void) {
  const act = useAct('POST /api/critical-services/:serviceKey/ask-acceptance');
  const press = () =>
    act.mutate(
      { params: { serviceKey: key } },
      {
        onSuccess: () => {
          notify(t('criticalServices.acceptance.sent'));
          onDone();
        },
      },
    );
  return { press, busy: act.isPending, error: act.error };
}

/** Says that the figures that are seen still hold. */
export function useReviewed({ key, changedAt, title }: ServiceView) {
  const act = useAct('POST /api/critical-services/:serviceKey/reviewed');
  const press = () =>
    act.mutate(
      { params: { serviceKey: key }, body: { seen: changedAt } },
      { onSuccess: () => notify(t('criticalServices.review.done', { title })) },
    );
  return { press, busy: act.isPending, error: act.error };
}

export function useReinstate({ key, title }: ServiceView) {
  const act = useAct('POST /api/critical-services/:serviceKey/reinstate');
  const press = () =>
    act.mutate(
      { params: { serviceKey: key } },
      { onSuccess: () => notify(t('criticalServices.retire.reinstated', { title })) },
    );
  return { press, busy: act.isPending, error: act.error };
}

export function useRetire({ key, title }: ServiceView, onDone: () => void) {
  const form = useForm<{ reason: string }>({ defaultValues: { reason: '' } });
  const act = useAct('POST /api/critical-services/:serviceKey/retire');
  const save = form.handleSubmit(({ reason }) =>
    act
      .mutateAsync({ params: { serviceKey: key }, body: { reason: reason.trim() } })
      .then(() => {
        notify(t('criticalServices.retire.done', { title }));
        onDone();
      })
      .catch(() => undefined),
  );
  return { form, save, busy: act.isPending, error: act.error };
}
