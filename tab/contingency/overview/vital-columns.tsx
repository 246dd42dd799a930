import { Link } from 'wouter';
import type { VitalRow } from '../../../api/contingency/contract.ts';
import type { FigureView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { continuityPath, planPath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { Step } from './GapList.tsx';
import { PlanLine, Recovery, TestLines } from './status.tsx';
import { dependenciesPath, type Sort } from './words.ts';
import styles from './ContingencyOverviewPage.module.css';

/** Centres named in a row before counting. */
const namedCentres = 2;

const figureText = (figure: FigureView | undefined) => (figure ? asHours(figure.hours) : '–');

/** Columns of the table of vital systems. */
export const vitalColumns = (): Column<VitalRow, Sort>[] => [
  {
    key: 'asset',
    title: t('common.word.system'),
    sort: 'title',
    cell: ({ asset, centres }) => (
      <>
        <Link href={continuityPath(asset.key)}>{asset.title}</Link>
        <Centres centres={centres} />
      </>
    ),
  },
  { key: 'gaps', title: t('contingencyOverview.table.gaps'), sort: 'gaps', cell: (row) => <WorstGap row={row} /> },
  {
    key: 'mtd',
    title: t('contingencyOverview.table.mtd'),
    sort: 'mtd',
    cell: ({ mtd, asset }) => <Mtd mtd={mtd} id={`asset:${asset.key}`} />,
  },
  {
    key: 'rto',
    title: t('contingency.figureShort.rto'),
    sort: 'rto',
    cell: ({ rto, rpo }) => (
      <>
        {figureText(rto)}
        <span className={`quiet ${styles.line}`}>{t('contingencyOverview.table.rpo', { time: figureText(rpo) })}</span>
      </>
    ),
  },
  {
    key: 'plan',
    title: t('contingencyOverview.sheet.plan'),
    sort: 'plan',
    cell: ({ plan, restorePlan }) => (
      <>
        <PlanLine plan={plan} />
        {restorePlan && <RestorePlan {...restorePlan} />}
      </>
    ),
  },
  {
    key: 'tests',
    title: t('contingencyOverview.sheet.testing'),
    sort: 'nextTest',
    cell: ({ testing }) => (testing ? <TestLines testing={testing} /> : '–'),
  },
  {
    key: 'recovery',
    title: t('contingencyOverview.table.recovery'),
    sort: 'recovery',
    cell: ({ testing }) => <Recovery testing={testing} />,
  },
];

function Centres({ centres }: { centres: VitalRow['centres'] }) {
  const named = centres.slice(0, namedCentres).map(({ title }) => title);
  const more = centres.length - named.length;
  return (
    <span className={`quiet ${styles.line}`}>
      {[named.join(', '), ...(more > 0 ? [t('contingencyOverview.table.more', { count: more })] : [])].join(' ')}
    </span>
  );
}

/** Accepted downtime and its decider: a link to the dependencies. */
function Mtd({ mtd, id }: { mtd: FigureView | undefined; id: string }) {
  if (!mtd) return <>{t('contingencyOverview.panel.unknown')}</>;
  const by = mtd.decidedBy.kind === 'service' ? mtd.decidedBy.service.title : mtd.decidedBy.asset.title;
  return (
    <>
      {asHours(mtd.hours)}
      <Link className={`${styles.line} ${styles.small}`} href={dependenciesPath(id)}>
        {t('contingencyOverview.panel.decidedBy', { title: by })}
      </Link>
    </>
  );
}

function RestorePlan({ state, planKey }: NonNullable<VitalRow['restorePlan']>) {
  const text = t('contingencyOverview.table.restorePlan', { state: t(`contingency.coverage.${state}`).toLowerCase() });
  return planKey === undefined ? (
    <span className={`quiet ${styles.line}`}>{text}</span>
  ) : (
    <Link className={`${styles.line} ${styles.small}`} href={planPath(planKey)}>
      {text}
    </Link>
  );
}

function WorstGap({ row: { asset, gaps } }: { row: VitalRow }) {
  const [worst, ...more] = gaps;
  if (!worst) return <span className="quiet">{t('contingencyOverview.table.none')}</span>;
  return (
    <div className={styles.worstGap}>
      <span>{t(`contingency.gap.${worst.gap}`)}</span>
      <Step {...worst} title={asset.title} />
      {more.length > 0 && (
        <Link className={styles.small} href={continuityPath(asset.key)}>
          {t('contingencyOverview.table.moreGaps', { count: more.length })}
        </Link>
      )}
    </div>
  );
}
