import { useState } from 'react';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ApprovalReasons } from '../../shared/ui/ApprovalWay.tsx';
import { Begun } from '../../shared/ui/Begun.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useLeavePage } from '../../shared/navigation/leave-page.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { SubmitPlan } from './PlanDialogs.tsx';
import { PlanForm } from './PlanForm.tsx';
import { titleOf, usePlan } from './usePlan.ts';
import { usePlanForm } from './usePlanForm.ts';

/** The draft, or a new version created from the one in force. */
export function PlanEditPage() {
  const plan = usePlan();
  return (
    <Viewed view={plan}>
      {(view) => (
        <Begun key={view.key} may={view.abilities.edit}>
          <Edit plan={view} />
        </Begun>
      )}
    </Viewed>
  );
}

function Edit({ plan }: { plan: PlanView }) {
  const leavePage = useLeavePage();
  const [asking, setAsking] = useState(false);
  const state = usePlanForm(plan);
  const { coming, asset, kind } = plan;
  const title = titleOf(plan);
  const reasons = coming?.state === 'returned' ? (coming.approval?.reasons ?? []) : [];
  const close = () => setAsking(false);
  return (
    <Page
      title={t('contingencyPlans.form.editTitle', { title })}
      above={[t(`contingency.planKind.${kind}`), asset.title].join(' · ')}
      back={{ to: planPath(plan.key), page: title }}
    >
      {reasons.length > 0 && (
        <Notice tone="warning" title={t('contingencyPlans.coming.returned')}>
          <ApprovalReasons reasons={reasons} />
        </Notice>
      )}
      <PlanForm plan={plan} state={state} onSubmit={() => setAsking(true)} />
      <SubmitPlan plan={plan} open={asking} onClose={close} onDone={() => leavePage(planPath(plan.key))} />
    </Page>
  );
}
