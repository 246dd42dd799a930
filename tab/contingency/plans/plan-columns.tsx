import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import { Link } from 'wouter';
import type { PlanRow } from '../../../api/contingency/contract.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { planPath } from '../shared/contingency-paths.ts';
import { PlanStateTag, TestTag } from './PlanTags.tsx';
import type { PlanSort } from './usePlans.ts';
import styles from './Plans.module.css';

export const planColumns = (): Column<PlanRow, PlanSort>[] => [
  { key: 'title', title: t('contingencyPlans.sheet.column.title'), sort: 'title', cell: (row) => <Name row={row} /> },
  {
    key: 'asset',
    title: t('common.word.system'),
    sort: 'asset',
    cell: ({ asset, vital }) => (
      <p className={styles.planName}>
        {asset.title} {vital && <span className="tag tag-strong">{t('contingencyPlans.sheet.column.vital')}</span>}
        {asset.retired && <span className="tag">{t('risks.assetState.retired')}</span>}
      </p>
    ),
  },
  {
    key: 'centre',
    title: t('common.word.centre'),
    sort: 'centre',
    cell: ({ centre }) => centre?.title ?? t('contingencyPlans.whole'),
  },
  { key: 'state', title: t('common.word.status'), sort: 'state', cell: (row) => <State row={row} /> },
  {
    key: 'testing',
    title: t('contingencyPlans.sheet.column.testing'),
    sort: 'nextTest',
    cell: (row) => <Testing row={row} />,
  },
  {
    key: 'known',
    title: t('contingencyPlans.sheet.column.confirmed'),
    cell: ({ confirmed: { done, of } }) => (of === 0 ? '–' : t('contingencyPlans.list.knownOf', { done, of })),
  },
];

function Name({ row }: { row: PlanRow }) {
  return (
    <div>
      <p className={styles.planName}>
        <Link href={planPath(row.key)}>{row.title}</Link>
      </p>
      <p className="quiet">{t(`contingency.planKind.${row.kind}`)}</p>
      {row.left > 0 && (
        <p className={styles.planWarning}>
          <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.list.left', { count: row.left })}
        </p>
      )}
    </div>
  );
}

function State({ row: { state, coming, reviewOn } }: { row: PlanRow }) {
  const onItsWay = coming !== undefined && coming !== state;
  return (
    <div>
      <PlanStateTag state={state} />
      {reviewOn && (
        <p className="quiet">
          {t('contingencyPlans.list.review')} {asDate(reviewOn)}
        </p>
      )}
      {onItsWay && <p className="quiet">{t(`contingencyPlans.list.coming.${coming}`)}</p>}
    </div>
  );
}

function Testing({ row: { testing } }: { row: PlanRow }) {
  const { status, lastOn, passed, nextOn } = testing;
  return (
    <div>
      <TestTag testing={testing} />
      {lastOn && (
        <p className="quiet">
          {t('contingencyPlans.list.lastTest', { date: asDate(lastOn) })}
          {status === 'overdue' && passed === false && ` · ${t('contingency.testStanding.failed')}`}
        </p>
      )}
      {nextOn && <p className="quiet">{t('contingencyPlans.list.nextTest', { date: asDate(nextOn) })}</p>}
    </div>
  );
}
