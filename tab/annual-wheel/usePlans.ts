import type { ActivityView, PlanView } from '../../api/annual-wheel/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

export const usePlans = () => useView('GET /api/wheel/plans', {});

/** A new plan; with a version of the policy it begins with what a new policy brings, once a version. */
export function useMakePlan(today: string, known: readonly PlanView[], onDone: () => void) {
  const kept = useKeptForm<{ title: string; startsOn: string; policyVersionKey: string }>(
    'wheel.plan.new',
    { title: '', startsOn: today, policyVersionKey: '' },
    ['title', 'startsOn', 'policyVersionKey'],
  );
  const act = useAct('POST /api/wheel/plans');
  const save = kept.form.handleSubmit(async ({ title, startsOn, policyVersionKey }) => {
    try {
      const plan = await act.mutateAsync({
        body: { title: title.trim(), startsOn, ...(policyVersionKey ? { policyVersionKey } : {}) },
      });
      kept.saved();
      kept.form.reset();
      const isKnown = known.some(({ key }) => key === plan.key);
      notify(t(isKnown ? 'wheel.plan.madeBefore' : 'wheel.plan.made', { title: plan.title }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}

export interface PlanTaskForm {
  title: string;
  due: string;
  role: ActivityView['role'] | '';
  scope: ActivityView['scope'];
}

/** One more task in a plan. */
export function useAddTask(plan: PlanView, onDone: () => void) {
  const start: PlanTaskForm = { title: '', due: '', role: '', scope: 'organisation' };
  const kept = useKeptForm<PlanTaskForm>(`wheel.plan.${plan.key}`, start, ['title', 'due', 'role', 'scope']);
  const act = useAct('POST /api/wheel/plans/:planKey/tasks');
  const save = kept.form.handleSubmit(async ({ title, due, role, scope }) => {
    if (role === '') return;
    try {
      await act.mutateAsync({ params: { planKey: plan.key }, body: { title: title.trim(), due, role, scope } });
      kept.saved();
      kept.form.reset(start);
      notify(t('wheel.plan.added', { title: title.trim() }));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}
