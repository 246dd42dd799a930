import { Link } from 'wouter';
import type { PlanView } from '../../../api/contingency/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { PlanStateTag } from './PlanTags.tsx';
import styles from './ReadPlan.module.css';

type Row = PlanView['versions'][number];

const columns = (plan: PlanView): Column<Row>[] => [
  {
    key: 'number',
    title: t('contingencyPlans.versions.number'),
    cell: ({ key, number, title }) => (
      <Link href={`${planPath(plan.key)}?version=${encodeURIComponent(key)}`}>
        {number} – {title}
      </Link>
    ),
  },
  { key: 'state', title: t('common.word.status'), cell: ({ state }) => <PlanStateTag state={state} /> },
  {
    key: 'validFrom',
    title: t('contingencyPlans.versions.validFrom'),
    short: true,
    cell: ({ validFrom }) => (validFrom ? asDate(validFrom) : '–'),
  },
];

/** Every version there has been, newest first, each to be read. */
export const PlanVersions = ({ plan }: { plan: PlanView }) => (
  <section className={`section ${styles.planKeeping}`} aria-labelledby="versions">
    <h2 className="section-title" id="versions">
      {t('contingencyPlans.versions.title')}
    </h2>
    <DataTable
      caption={t('contingencyPlans.versions.title')}
      columns={columns(plan)}
      rows={[...plan.versions].sort((one, other) => other.number - one.number)}
      rowKey={({ key }) => key}
    />
  </section>
);
