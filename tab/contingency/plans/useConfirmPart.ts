import type { PlanView } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';

/** Confirms the reader's part of the version in force. */
export function useConfirmPart(plan: PlanView) {
  const act = useAct('POST /api/contingency/plans/:planKey/confirm');
  const version = plan.current;
  return {
    busy: act.isPending,
    error: act.error,
    confirm: () =>
      version &&
      act.mutate(
        { params: { planKey: plan.key }, body: { versionKey: version.key } },
        { onSuccess: () => notify(t('contingencyPlans.parts.done')) },
      ),
  };
}
