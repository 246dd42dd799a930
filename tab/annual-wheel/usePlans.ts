import type { ActivityView, PlanView } from '../../api/annual-wheel/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';

export const usePlans = () => useView('GET /api/wheel/plans', {});

/** A new plan; for a policy version it has the standard steps, once a version. */
export const useMakePlan = (today: string, plans: readonly PlanView[], close: () => void) =>
  useForm({
    start: { title: '', startsOn: today, policyVersionKey: '' },
    draft: 'wheel.plan.new',
    send: ({ title, startsOn, policyVersionKey }, api) =>
      api('POST /api/wheel/plans', {
        body: { title: title.trim(), startsOn, ...(policyVersionKey ? { policyVersionKey } : {}) },
      }),
    saved: (made) => {
      const isKnown = plans.some(({ key }) => key === made.key);
      return t(isKnown ? 'wheel.plan.madeBefore' : 'wheel.plan.made', { title: made.title });
    },
    close,
  });

interface PlanTaskForm {
  title: string;
  due: string;
  role: ActivityView['role'] | '';
  scope: ActivityView['scope'];
}

/** Adds a task to a plan. */
export function useAddTask(plan: PlanView, close: () => void) {
  const start: PlanTaskForm = { title: '', due: '', role: '', scope: 'organisation' };
  return useForm({
    start,
    draft: `wheel.plan.${plan.key}`,
    send: ({ title, due, role, scope }, api) =>
      role === ''
        ? undefined
        : api('POST /api/wheel/plans/:planKey/tasks', {
            params: { planKey: plan.key },
            body: { title: title.trim(), due, role, scope },
          }),
    saved: (_, { title }) => t('wheel.plan.added', { title: title.trim() }),
    close,
  });
}
