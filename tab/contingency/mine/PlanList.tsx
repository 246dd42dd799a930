import { useState } from 'react';
import { Link } from 'wouter';
import type { PocketPlan } from '../../../api/contingency/contract.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { asHours } from '../shared/hours.ts';
import { ownPlanPath } from './plan-path.ts';
import styles from './MinePage.module.css';

/** Below this a search is not worth it. */
const worthSearching = 5;
const folded = (text: string) => text.toLocaleLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** One line per plan: systems down first, then by shortest downtime. */
export function PlanList({ plans }: { plans: readonly PocketPlan[] }) {
  const [query, setQuery] = useState('');
  const wanted = folded(query);
  const shown = plans.filter(({ title, asset }) => folded(`${asset.title} ${title}`).includes(wanted));
  return (
    <>
      {plans.length >= worthSearching && <SearchField value={query} onSearch={setQuery} label={t('pocket.search')} />}
      <p className="hidden" role="status">
        {query === '' ? '' : t('pocket.found', { count: shown.length })}
      </p>
      {shown.length === 0 && <p>{t('pocket.searchNone', { query })}</p>}
      <ul className={styles.ownPlans} aria-label={t('pocket.list')}>
        {shown.map((plan) => (
          <PlanLine key={plan.key} plan={plan} />
        ))}
      </ul>
    </>
  );
}

function PlanLine({ plan: { key, title, asset, mtd, down, mine } }: { plan: PocketPlan }) {
  const about = [
    title === asset.title ? '' : title,
    mtd === undefined ? '' : t('pocket.mtd', { hours: asHours(mtd) }),
    mine ? t('pocket.yours') : '',
  ];
  return (
    <li className={down ? `${styles.ownPlan} ${styles.down}` : styles.ownPlan}>
      <h2 className={styles.ownPlanTitle}>
        <Link href={ownPlanPath(key)}>{asset.title}</Link>
      </h2>
      {down && <p className={styles.ownPlanDown}>{t('pocket.down', { moment: asMoment(down.since) })}</p>}
      <p className="quiet">{about.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
