import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import type { UseQueryResult } from '@tanstack/react-query';
import type { PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { failureText } from '../shared/ui/Failed.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';

function receiptText({ receipt }: PolicyVersionView): string {
  if (receipt?.outcome === 'acknowledged') return t('home.policy.acknowledged', { moment: asMoment(receipt.at) });
  return receipt?.outcome === 'carriedOver' ? t('home.policy.carriedOver') : t('home.policy.missing');
}

/** My status on the policy in force. */
export function PolicyCard({ policy }: { policy: UseQueryResult<PolicyPageView> }) {
  return (
    <section className="card" aria-labelledby="policy-title">
      <h2 className="card-title" id="policy-title">
        {t('home.policy.title')}
      </h2>
      {policy.data ? <Current current={policy.data.current} /> : <Waiting policy={policy} />}
    </section>
  );
}

const Waiting = ({ policy }: { policy: UseQueryResult<PolicyPageView> }) =>
  policy.error ? <p className="card-text">{failureText(policy.error)}</p> : <Skeleton rows={2} />;

function Current({ current }: { current: PolicyVersionView | undefined }) {
  if (!current) return <p className="card-text">{t('home.policy.none')}</p>;
  const done = current.receipt !== undefined;
  const Icon = done ? CheckmarkCircleFilled : CircleRegular;
  return (
    <>
      <p className="card-text">
        {t('home.policy.version', { number: current.number, date: asDate(current.effectiveOn) })}
      </p>
      <p className={done ? 'card-state done' : 'card-state'}>
        <Icon aria-hidden /> {receiptText(current)}
      </p>
      <div className="card-foot">
        <ButtonLink to="/policy">{t('home.policy.read')}</ButtonLink>
      </div>
    </>
  );
}
