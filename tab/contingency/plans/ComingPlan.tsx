import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { useMe } from '../../shared/me.ts';
import { t } from '../../shared/texts/texts.ts';
import { ApprovalReasons, ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Difference } from '../../shared/ui/Difference.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { lackText } from './lacks.ts';
import { DiscardPlan } from './PlanDialogs.tsx';
import { PlanStateTag } from './PlanTags.tsx';
import readPlanStyles from './ReadPlan.module.css';
import styles from './Plans.module.css';

interface Props {
  plan: PlanView;
  coming: PlanVersionView;
  reading: boolean;
  onSubmit: () => void;
}

/** The version on its way, for those who write or decide it: where it stands, why it came back, what it changes. */
export function ComingPlan(props: Props) {
  const { plan, coming } = props;
  const { difference, current, abilities, lacks } = plan;
  return (
    <section className={`card ${readPlanStyles.planKeeping}`} aria-labelledby="coming">
      <div className="card-row">
        <h2 className="card-title" id="coming">
          {current ? t('contingencyPlans.coming.next', { number: coming.number }) : t('contingencyPlans.coming.first')}
        </h2>
        <PlanStateTag state={coming.state} />
      </div>
      <p>{stateText(coming.state)}</p>
      {abilities.edit && lacks.length > 0 && (
        <>
          <p className={styles.planStrong}>{t('contingencyPlans.form.lacks', { count: lacks.length })}</p>
          <ul className={styles.planLines}>
            {lacks.map((code) => (
              <li key={code}>{lackText(code)}</li>
            ))}
          </ul>
        </>
      )}
      {coming.approval && coming.state !== 'draft' && (
        <>
          <ApprovalReasons reasons={coming.approval.reasons} />
          <ApprovalWay way={coming.approval} />
        </>
      )}
      {difference && difference.length > 0 && (
        <details className={styles.planWords}>
          <summary>{t('contingencyPlans.coming.difference')}</summary>
          <Difference blocks={difference} />
        </details>
      )}
      <Acts {...props} />
    </section>
  );
}

function stateText(state: PlanVersionView['state']): string {
  switch (state) {
    case 'draft':
    case 'waiting':
    case 'returned':
    case 'rejected':
      return t(`contingencyPlans.coming.${state}`);
    case 'valid':
    case 'expired':
    case 'superseded':
    case 'retired':
      return '';
  }
}

function editText(state: PlanVersionView['state']): string {
  if (state === 'rejected') return t('contingencyPlans.coming.again');
  return state === 'draft' ? t('contingencyPlans.coming.goOn') : t('contingencyPlans.coming.edit');
}

function Acts({ plan, coming, reading, onSubmit }: Props) {
  const me = useMe();
  const [discarding, setDiscarding] = useState(false);
  const { edit, submit, discard } = plan.abilities;
  const path = planPath(plan.key);
  return (
    <div className="card-foot">
      {submit && (
        <Button appearance="primary" onClick={onSubmit}>
          {t('contingencyPlans.submit.button')}
        </Button>
      )}
      {edit && <ButtonLink to={`${path}/edit`}>{editText(coming.state)}</ButtonLink>}
      {!reading && <ButtonLink to={`${path}?version=coming`}>{t('contingencyPlans.coming.read')}</ButtonLink>}
      {coming.approval && me.data?.abilities.seeApprovals && (
        <ButtonLink to={`/approvals/${encodeURIComponent(coming.approval.requestKey)}`}>
          {t('contingencyPlans.coming.seeApproval')}
        </ButtonLink>
      )}
      {discard && (
        <Button appearance="subtle" onClick={() => setDiscarding(true)}>
          {t('contingencyPlans.coming.discard')}
        </Button>
      )}
      <DiscardPlan plan={plan} open={discarding} onClose={() => setDiscarding(false)} />
    </div>
  );
}
