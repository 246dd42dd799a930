import { useMutation } from '@tanstack/react-query';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useLeavePage } from '../../shared/navigation/leave-page.ts';
import { t } from '../../shared/texts/texts.ts';
import { assetPath } from '../parts/risk-paths.ts';
import { notify } from '../../shared/ui/notify.ts';

export const assessmentPath = (key: string) => `/risks/assessments/${encodeURIComponent(key)}`;

interface Settle {
  /** Saves pending changes first. */
  settle: () => Promise<void>;
  onDone?: () => void;
}

/** Saves pending changes, then acts; the first failure is the error. */
function useSettled(settle: () => Promise<void>, act: () => Promise<unknown>, onDone: () => void) {
  return useMutation({
    mutationFn: async () => {
      await settle();
      await act();
    },
    onSuccess: onDone,
  });
}

/** Finishes the assessment: its risks are in the register from now. `openReason`: why threats are left unanswered. */
export function useFinish(
  { key }: AssessmentView,
  { settle, onDone, openReason = '' }: Settle & { openReason?: string },
) {
  const act = useAct('POST /api/risks/assessments/:assessmentKey/finish');
  const whole = useSettled(
    settle,
    () => act.mutateAsync({ params: { assessmentKey: key }, body: { openReason } }),
    () => {
      notify(t('riskAssessment.finish.done'));
      onDone?.();
    },
  );
  return { press: () => whole.mutate(), busy: whole.isPending, error: whole.error };
}

/** From the short form to the long one. */
export function useGoOn({ key }: AssessmentView, { settle }: Settle) {
  const act = useAct('POST /api/risks/assessments/:assessmentKey/full');
  const whole = useSettled(
    settle,
    () => act.mutateAsync({ params: { assessmentKey: key } }),
    () => notify(t('riskAssessment.quick.wentOn')),
  );
  return { press: () => whole.mutate(), busy: whole.isPending, error: whole.error };
}

/** Discards a draft and returns to the asset. */
export function useDiscard({ key, asset }: AssessmentView) {
  const leavePage = useLeavePage();
  const act = useAct('POST /api/risks/assessments/:assessmentKey/discard');
  const press = () =>
    act.mutate(
      { params: { assessmentKey: key } },
      {
        onSuccess: () => {
          notify(t('riskAssessment.discard.done'));
          leavePage(assetPath(asset.key), { below: true });
        },
      },
    );
  return { press, busy: act.isPending, error: act.error };
}
