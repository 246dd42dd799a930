import { Link } from 'wouter';
import type { OwnAssetRow } from '../../api/ownership/contract.ts';
import { LevelTag } from '../risks/parts/LevelTag.tsx';
import { asDate, asDue, t, textOf } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import type { OwnSort } from './useOwnAssets.ts';
import styles from './OwnAssets.module.css';

const assetPath = (key: string) => `/risks/assets/${encodeURIComponent(key)}`;

/** System, next step, its risk, plan and tests, and open tasks. */
export const ownColumns = (): Column<OwnAssetRow, OwnSort>[] => [
  { key: 'title', title: t('common.word.name'), sort: 'title', cell: (row) => <Name row={row} /> },
  { key: 'next', title: t('ownership.table.next'), sort: 'next', cell: (row) => <Next row={row} /> },
  {
    key: 'level',
    title: t('ownership.table.level'),
    sort: 'level',
    cell: ({ status }) => <Risk status={status} />,
  },
  {
    key: 'criticality',
    title: t('ownership.table.criticality'),
    sort: 'criticality',
    short: true,
    cell: ({ criticality, status }) => t(`risks.criticality.${status.vital ? 'vital' : criticality}`),
  },
  { key: 'plan', title: t('ownership.table.plan'), sort: 'plan', cell: (row) => <Plan row={row} /> },
  {
    key: 'tasks',
    title: t('ownership.succession.kind.task'),
    sort: 'tasks',
    cell: ({ tasks }) => <Tasks tasks={tasks} />,
  },
];

function Name({ row: { key, title, kind, state, supplier, part, owner, agreement } }: { row: OwnAssetRow }) {
  const about = [t(`risks.kind.${kind}`), supplier].filter(Boolean).join(' · ');
  return (
    <div className={styles.ownWhat}>
      <p className={styles.ownName}>
        <Link href={assetPath(key)}>{title}</Link>
        {state !== 'inUse' && <span className="tag">{t(`risks.assetState.${state}`)}</span>}
      </p>
      <p className="quiet">{about}</p>
      {part === 'standIn' && <p className="quiet">{t('ownership.table.standIn', { name: owner?.name ?? '' })}</p>}
      {agreement && <p className="quiet">{agreementText(agreement)}</p>}
    </div>
  );
}

function agreementText({ state, on }: NonNullable<OwnAssetRow['agreement']>): string {
  const word = t(`risks.agreement.${state}`).toLowerCase();
  return on === undefined
    ? t('ownership.table.agreement', { state: word })
    : t('ownership.table.agreementOn', { state: word, date: asDate(on) });
}

/** The first task, as a link; with its assignee when another's. */
function Next({ row: { next } }: { row: OwnAssetRow }) {
  if (!next) return <span className="quiet">{t('ownership.table.nothingNext')}</span>;
  const values = { date: asDate(next.due), due: asDue(next.daysLeft) };
  const isLate = next.daysLeft < 0;
  return (
    <div className={styles.ownNext}>
      <Link href={next.path}>{textOf(`kinds.${next.kind}.owe`, { title: next.title }) ?? next.title}</Link>
      <p className={isLate ? styles.ownLate : 'quiet'}>
        {isLate ? t('ownership.table.overdue', values) : t('ownership.table.due', values)}
      </p>
      {next.person && <p className="quiet">{t('ownership.table.with', { name: next.person.name })}</p>}
    </div>
  );
}

function Risk({ status: { level, assessment, assessedOn } }: { status: OwnAssetRow['status'] }) {
  return (
    <div>
      {level && <LevelTag level={level} />}
      <p className="quiet">
        {assessedOn && (assessment === 'current' || assessment === 'due')
          ? t('ownership.table.assessed', { date: asDate(assessedOn) })
          : t(`risks.assessment.${assessment}`)}
      </p>
    </div>
  );
}

function Plan({ row: { plan, testing } }: { row: OwnAssetRow }) {
  if (!plan) return <span className="quiet">{t('ownership.table.noPlanNeeded')}</span>;
  return (
    <div>
      <p>{t(`contingency.coverage.${plan.state}`)}</p>
      {plan.of > 1 && <p className="quiet">{t('ownership.table.covered', { covered: plan.covered, of: plan.of })}</p>}
      {testing && <p className="quiet">{t(`contingency.testStanding.${testing.look}`)}</p>}
    </div>
  );
}

function Tasks({ tasks: { open, overdue } }: { tasks: OwnAssetRow['tasks'] }) {
  if (open === 0) return <span className="quiet">–</span>;
  return (
    <div>
      <p>{t('ownership.table.open', { count: open })}</p>
      {overdue > 0 && <p className={styles.ownLate}>{t('ownership.table.late', { count: overdue })}</p>}
    </div>
  );
}
