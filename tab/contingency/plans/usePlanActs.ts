import { useLocation } from 'wouter';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useKeptForm } from '../../shared/forms/useKeptForm.ts';
import { titleOf } from './usePlan.ts';

/** Sends the draft to those who decide. */
export function useSubmitPlan(plan: PlanView, onDone: () => void) {
  const act = useAct('POST /api/contingency/plans/:planKey/submit');
  const title = plan.coming?.title ?? titleOf(plan);
  return {
    busy: act.isPending,
    error: act.error,
    submit: () =>
      act.mutate(
        { params: { planKey: plan.key } },
        {
          onSuccess: () => {
            notify(t('contingencyPlans.submit.done', { title }));
            onDone();
          },
        },
      ),
  };
}

/** Asks those who decide whether it still holds. */
export function useRenewPlan(plan: PlanView, onDone: () => void) {
  const kept = useKeptForm<{ note: string }>(`plan.renew.${plan.key}`, { note: '' }, ['note']);
  const act = useAct('POST /api/contingency/plans/:planKey/renew');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { planKey: plan.key }, body });
      kept.saved();
      notify(t('contingencyPlans.renew.done', { title: titleOf(plan) }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

/** Takes it out of use, with a reason. */
export function useRetirePlan(plan: PlanView, onDone: () => void) {
  const kept = useKeptForm<{ reason: string }>(`plan.retire.${plan.key}`, { reason: '' }, ['reason']);
  const act = useAct('POST /api/contingency/plans/:planKey/retire');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ params: { planKey: plan.key }, body });
      kept.saved();
      notify(t('contingencyPlans.retire.done', { title: titleOf(plan) }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

/** Throws the draft away; leads to the list when nothing else was there. */
export function useDiscardPlan(plan: PlanView, onDone: () => void) {
  const [, goTo] = useLocation();
  const act = useAct('DELETE /api/contingency/plans/:planKey/draft');
  return {
    busy: act.isPending,
    error: act.error,
    discard: () =>
      act.mutate(
        { params: { planKey: plan.key } },
        {
          onSuccess: (answer) => {
            notify(t('contingencyPlans.discard.done'));
            onDone();
            if (!answer.plan) goTo('/contingency/plans');
          },
        },
      ),
  };
}

/** The reader knows their part of the version in force. */
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
