import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { refetchChanged, useAct, useView } from '../../shared/api/queries.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify, notifyAfter } from '../../shared/ui/notify.ts';

/** The service in the address. */
export function useService() {
  const { serviceKey = '' } = useParams<{ serviceKey: string }>();
  return useView('GET /api/critical-services/:serviceKey', { params: { serviceKey } });
}

/** Another was first: the page shows their changes, and the act can be repeated. */
function useLookAgain() {
  const queries = useQueryClient();
  return (error: unknown) => {
    if (error instanceof ApiError && error.kind === 'conflict') refetchChanged(queries);
  };
}

export function useAskAcceptance({ key, changedAt }: ServiceView, onDone: () => void) {
  const lookAgain = useLookAgain();
  const act = useAct('POST /api/critical-services/:serviceKey/ask-acceptance');
  const press = () =>
    act.mutate(
      { params: { serviceKey: key }, body: { expected: changedAt } },
      {
        onSuccess: () => {
          notify(t('criticalServices.acceptance.sent'));
          onDone();
        },
        onError: lookAgain,
      },
    );
  return { press, busy: act.isPending, error: act.error };
}

/** Confirms the figures shown. */
export function useReviewed({ key, changedAt, title }: ServiceView) {
  const lookAgain = useLookAgain();
  const act = useAct('POST /api/critical-services/:serviceKey/reviewed');
  const press = () => {
    const sending = act.mutateAsync({ params: { serviceKey: key }, body: { expected: changedAt } });
    sending.catch(lookAgain);
    notifyAfter(sending, t('criticalServices.review.done', { title }));
  };
  return { press, busy: act.isPending, error: act.error };
}

export function useReinstate({ key, title, changedAt }: ServiceView) {
  const lookAgain = useLookAgain();
  const act = useAct('POST /api/critical-services/:serviceKey/reinstate');
  const press = () => {
    const sending = act.mutateAsync({ params: { serviceKey: key }, body: { expected: changedAt } });
    sending.catch(lookAgain);
    notifyAfter(sending, t('criticalServices.retire.reinstated', { title }));
  };
  return { press, busy: act.isPending, error: act.error };
}

export const useRetire = ({ key, title, changedAt }: ServiceView, close: () => void) =>
  useForm({
    start: { reason: '' },
    send: ({ reason }, api) =>
      api('POST /api/critical-services/:serviceKey/retire', {
        params: { serviceKey: key },
        body: { reason: reason.trim(), expected: changedAt },
      }),
    looksAgain: true,
    saved: t('criticalServices.retire.done', { title }),
    close,
  });
