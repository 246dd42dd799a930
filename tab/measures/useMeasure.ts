import { useParams } from 'wouter';
import type { MeasureView } from '../../api/measures/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useLeavePage } from '../shared/navigation/leave-page.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

/** The measure in the address. */
export function useMeasure() {
  const { measureKey = '' } = useParams<{ measureKey: string }>();
  return useView('GET /api/measures/:measureKey', { params: { measureKey } });
}

export function useSubmitMeasure({ key }: MeasureView, onDone: () => void) {
  const act = useAct('POST /api/measures/:measureKey/submit');
  const press = () =>
    act.mutate(
      { params: { measureKey: key } },
      {
        onSuccess: () => {
          notify(t('measures.submitted'));
          onDone();
        },
      },
    );
  return { press, busy: act.isPending, error: act.error };
}

export function useDiscardMeasure({ key }: MeasureView) {
  const leavePage = useLeavePage();
  const act = useAct('DELETE /api/measures/:measureKey');
  const press = () =>
    act.mutate(
      { params: { measureKey: key } },
      {
        onSuccess: () => {
          notify(t('measures.discarded'));
          leavePage('/measures', { below: true });
        },
      },
    );
  return { press, busy: act.isPending, error: act.error };
}
