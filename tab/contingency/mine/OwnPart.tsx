import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import type { PocketPlan } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { useMe } from '../../shared/me.ts';
import { asDay, asMoment, t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { notify } from '../../shared/ui/notify.ts';
import styles from './MinePage.module.css';

/** The reader's part in the plan, and its receipt. */
export function OwnPart({ plan: { key, versionKey, mine }, canConfirm }: { plan: PocketPlan; canConfirm: boolean }) {
  const confirm = useAct('POST /api/contingency/plans/:planKey/confirm');
  if (!mine) return null;
  const { roles, steps, due, confirmedAt } = mine;
  const press = () =>
    confirm.mutate(
      { params: { planKey: key }, body: { versionKey } },
      { onSuccess: () => notify(t('pocket.mine.done')) },
    );
  return (
    <section className={`card ${styles.ownPart}`} aria-labelledby="part-title">
      <h2 className="card-title" id="part-title">
        {t('pocket.mine.title')}
      </h2>
      <p>{roles.length > 0 ? t('pocket.mine.roles', { roles: roles.join(', ') }) : t('pocket.mine.contact')}</p>
      {steps.length > 0 && (
        <ul>
          {steps.map((step, place) => (
            <li key={place}>{step}</li>
          ))}
        </ul>
      )}
      {confirmedAt ? (
        <p className="card-state done">
          <CheckmarkCircleFilled aria-hidden /> {t('pocket.mine.confirmed', { moment: asMoment(confirmedAt) })}
        </p>
      ) : (
        <Asked due={due} />
      )}
      {!confirmedAt && canConfirm && (
        <div className="card-foot">
          <ActButton appearance="primary" busy={confirm.isPending} busyText={t('pocket.mine.confirm')} onClick={press}>
            {t('pocket.mine.confirm')}
          </ActButton>
        </div>
      )}
      {!confirmedAt && !canConfirm && <p className="quiet">{t('pocket.mine.offline')}</p>}
      <ActFailed error={confirm.error} />
    </section>
  );
}

function Asked({ due }: { due: string }) {
  const today = useMe().data?.today ?? '';
  return <p>{t(due < today ? 'pocket.mine.late' : 'pocket.mine.ask', { date: asDay(due) })}</p>;
}
