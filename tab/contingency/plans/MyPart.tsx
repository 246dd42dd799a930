import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { asDate, asMoment, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { useMe } from '../../shared/me.ts';
import styles from './ReadPlan.module.css';
import plansStyles from './Plans.module.css';
import { useAct } from '../../shared/api/queries.ts';
import { notifyAfter } from '../../shared/ui/notify.ts';

/** The reader's part in the plan, and its receipt. */
export function MyPart({ plan }: { plan: PlanView }) {
  const me = useMe();
  const { busy, error, confirm } = useConfirmPart(plan);
  const { mine } = plan;
  if (!mine) return null;
  const part = plan.parts.find(({ person }) => person.id === me.data?.person.id);
  return (
    <section className={`card ${styles.planMine}`} aria-labelledby="my-part">
      <h2 className="card-title" id="my-part">
        {t('contingencyPlans.parts.mine')}
      </h2>
      {part && (
        <ul className={plansStyles.planLines}>
          {[...part.roles, ...part.steps].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {mine.confirmedAt ? (
        <p className="card-state done">
          <CheckmarkCircleFilled aria-hidden />
          {t('contingencyPlans.parts.mineDone', { moment: asMoment(mine.confirmedAt) })}
        </p>
      ) : (
        <>
          <p>{t('contingencyPlans.parts.mineText', { due: asDate(mine.due) })}</p>
          {plan.abilities.confirm && (
            <div>
              <ActButton
                appearance="primary"
                size="large"
                busy={busy}
                busyText={t('contingencyPlans.parts.working')}
                onClick={confirm}
              >
                {t('contingencyPlans.parts.confirm')}
              </ActButton>
            </div>
          )}
        </>
      )}
      <ActFailed error={error} />
    </section>
  );
}

/** Confirms the reader's part of the version in force. */
function useConfirmPart(plan: PlanView) {
  const act = useAct('POST /api/contingency/plans/:planKey/confirm');
  const version = plan.current;
  return {
    busy: act.isPending,
    error: act.error,
    confirm: () =>
      version &&
      notifyAfter(
        act.mutateAsync({ params: { planKey: plan.key }, body: { versionKey: version.key } }),
        t('contingencyPlans.parts.done'),
      ),
  };
}
