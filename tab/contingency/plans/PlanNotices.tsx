import { Link } from 'wouter';
import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { leftIn, otherPhonesIn } from './named.ts';
import styles from './Plans.module.css';

interface Read {
  plan: PlanView;
  version: PlanVersionView;
}

/** Why this version may not be in force. */
export function StateNotice({ plan, version }: Read) {
  const { retired, current, coming } = plan;
  if (retired)
    return (
      <Notice tone="warning" title={t('contingencyPlans.read.retired')}>
        {t('contingencyPlans.read.retiredText', {
          date: asDate(retired.at),
          name: retired.by.name,
          reason: retired.reason,
        })}
      </Notice>
    );
  const readCurrent = current && <Link href={planPath(plan.key)}>{t('contingencyPlans.read.readCurrent')}</Link>;
  if (version.key === coming?.key)
    return (
      <Notice tone="warning">
        {version.state === 'draft' ? t('contingencyPlans.read.draftNotice') : t('contingencyPlans.read.comingNotice')}{' '}
        {readCurrent}
      </Notice>
    );
  if (version.state === 'superseded')
    return (
      <Notice tone="warning">
        {t('contingencyPlans.read.notInForce')} {readCurrent}
      </Notice>
    );
  if (version.state === 'expired' && version.reviewOn)
    return <Notice tone="warning">{t('contingencyPlans.read.expired', { date: asDate(version.reviewOn) })}</Notice>;
  return null;
}

/** The plan of a system that is out of use stays in force until it is taken out of use itself. */
export function AssetNotice({ plan: { asset, current, retired, abilities } }: Pick<Read, 'plan'>) {
  if (!asset.retired || !current || retired) return null;
  return (
    <Notice tone="warning" title={t('contingencyPlans.read.assetRetired', { title: asset.title })}>
      {abilities.retire ? t('contingencyPlans.read.assetRetire') : t('contingencyPlans.read.assetTell')}
    </Notice>
  );
}

/** Leavers named in the plan, and the remedy. */
export function LeftNotice({ plan, version }: Read) {
  const left = leftIn(version.content);
  if (left.length === 0) return null;
  const names = left.map(({ name }) => name).join(', ');
  const { edit } = plan.abilities;
  return (
    <Notice
      tone="warning"
      title={t('contingencyPlans.read.leftTitle', { count: left.length })}
      actions={edit && <ToEdit plan={plan} />}
    >
      {edit ? t('contingencyPlans.read.leftEdit', { names }) : t('contingencyPlans.read.leftTell', { names })}
    </Notice>
  );
}

/** Numbers that differ in the directory, for the plan's editors. The plan is unchanged until corrected. */
export function PhonesNotice({ plan, version }: Read) {
  const others = otherPhonesIn(version.content);
  const isKept = version.key === plan.current?.key || version.key === plan.coming?.key;
  if (others.length === 0 || !isKept || plan.retired) return null;
  const { edit } = plan.abilities;
  return (
    <Notice
      tone="info"
      title={t('contingencyPlans.read.phonesTitle', { count: others.length })}
      actions={edit && <ToEdit plan={plan} />}
    >
      <ul className={styles.planLines}>
        {others.map(({ key, ...values }) => (
          <li key={key}>{t('contingencyPlans.read.phoneOther', values)}</li>
        ))}
      </ul>
      <p>{edit ? t('contingencyPlans.read.phonesEdit') : t('contingencyPlans.read.phonesLater')}</p>
    </Notice>
  );
}

const ToEdit = ({ plan }: { plan: PlanView }) => (
  <ButtonLink to={`${planPath(plan.key)}/edit`}>
    {plan.coming ? t('contingencyPlans.coming.goOn') : t('contingencyPlans.coming.again')}
  </ButtonLink>
);
