import type { PlanView } from '../../../api/contingency/contract.ts';
import {
  DiscardDocument,
  RenewDocument,
  RetireDocument,
  SubmitDocument,
} from '../../documents/parts/DocumentDialogs.tsx';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { namedIn } from './named.ts';
import { titleOf } from './usePlan.ts';

const usualMonths = 12;

interface Asked {
  plan: PlanView;
  open: boolean;
  onClose: () => void;
}

/** Its audience, and how many must confirm their part. */
function reaches({ coming, ...plan }: PlanView): string {
  const centres = coming?.centres ?? plan.centres;
  const named = t('common.people', { count: coming ? namedIn(coming.content).length : 0 });
  return centres.length === 0
    ? t('contingencyPlans.submit.reachesAll', { named })
    : t('contingencyPlans.submit.reaches', { count: centres.length, named });
}

export function SubmitPlan({ plan, ...asked }: Asked & { onDone?: () => void }) {
  const act = useAct('POST /api/contingency/plans/:planKey/submit');
  return (
    <SubmitDocument
      {...asked}
      title={plan.coming?.title ?? titleOf(plan)}
      say={(word, values) => t(`contingencyPlans.submit.${word}`, values)}
      reaches={reaches(plan)}
      way={plan.way}
      act={act}
      submit={(onSuccess) => act.mutate({ params: { planKey: plan.key } }, { onSuccess })}
    />
  );
}

export function RenewPlan({ plan, ...asked }: Asked) {
  const months = t('contingencyPlans.months', { count: plan.current?.reviewMonths ?? usualMonths });
  return (
    <RenewDocument
      {...asked}
      title={titleOf(plan)}
      say={(word, values) => t(`contingencyPlans.renew.${word}`, values)}
      first={t('contingencyPlans.renew.first', { months })}
      draft={`plan.renew.${plan.key}`}
      send={(body, api) => api('POST /api/contingency/plans/:planKey/renew', { params: { planKey: plan.key }, body })}
    />
  );
}

export const RetirePlan = ({ plan, ...asked }: Asked) => (
  <RetireDocument
    {...asked}
    title={titleOf(plan)}
    say={(word, values) => t(`contingencyPlans.retire.${word}`, values)}
    first={t('contingencyPlans.retire.text')}
    draft={`plan.retire.${plan.key}`}
    send={(body, api) => api('POST /api/contingency/plans/:planKey/retire', { params: { planKey: plan.key }, body })}
  />
);

export function DiscardPlan({ plan, ...asked }: Asked) {
  const act = useAct('DELETE /api/contingency/plans/:planKey/draft');
  return (
    <DiscardDocument
      {...asked}
      title={titleOf(plan)}
      say={(word, values) => t(`contingencyPlans.discard.${word}`, values)}
      list="/contingency/plans"
      act={act}
      discard={(done) =>
        act.mutate({ params: { planKey: plan.key } }, { onSuccess: (answer) => done(answer.plan !== undefined) })
      }
    />
  );
}
