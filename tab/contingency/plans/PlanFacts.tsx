import { Link } from 'wouter';
import type { PlanVersionView, PlanView } from '../../../api/contingency/contract.ts';
import { daysFrom } from '../../shared/days.ts';
import { useMe } from '../../shared/me.ts';
import { asDate, asDue, t } from '../../shared/texts/texts.ts';
import { continuityPath } from '../shared/contingency-paths.ts';
import { Fact } from '../../shared/ui/Fact.tsx';
import { PlanStateTag } from './PlanTags.tsx';
import styles from './ReadPlan.module.css';

/** System, audience, validity, and approver. */
export function PlanFacts({ plan, version }: { plan: PlanView; version: PlanVersionView }) {
  const me = useMe();
  const { asset, centre } = plan;
  const { centres, validFrom, reviewOn, approval, number } = version;
  return (
    <section className={`card ${styles.planKeeping}`} aria-labelledby="facts">
      <div className="card-row">
        <h2 className="card-title" id="facts">
          {t('contingencyPlans.read.facts')}
        </h2>
        <PlanStateTag state={version.state} />
      </div>
      <dl className={styles.planFacts}>
        <Fact name={t('common.word.system')}>
          <Link href={continuityPath(asset.key)}>{asset.title}</Link>
        </Fact>
        <Fact name={t('contingencyPlans.sheet.column.centres')}>
          {centres.length === 0 ? t('contingencyPlans.form.all') : centres.map(({ title }) => title).join(', ')}
        </Fact>
        <Fact name={t('contingencyPlans.sheet.column.centre')}>{centre?.title ?? t('contingencyPlans.whole')}</Fact>
        {validFrom && (
          <Fact name={t('common.word.inForceFrom')}>
            {t('contingencyPlans.read.version', { date: asDate(validFrom), number })}
          </Fact>
        )}
        {reviewOn && me.data && (
          <Fact name={t('contingencyPlans.list.review')}>
            {t('contingencyPlans.read.reviewDay', {
              date: asDate(reviewOn),
              due: asDue(daysFrom(me.data.today, reviewOn)),
            })}
          </Fact>
        )}
        {approval && me.data?.abilities.seeApprovals && (
          <Fact name={t('contingencyPlans.read.approval')}>
            <Link href={`/approvals/${encodeURIComponent(approval.requestKey)}`}>
              {t('contingencyPlans.read.seeApproval')}
            </Link>
          </Fact>
        )}
      </dl>
    </section>
  );
}
