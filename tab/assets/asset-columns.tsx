import { Link } from 'wouter';
import type { AssetRow } from '../../api/assets/contract.ts';
import { LevelTag } from '../risks/parts/LevelTag.tsx';
import { t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import type { AssetSort } from './useAssets.ts';
import { assessmentPath, pathOf, reviewText } from './words.ts';
import styles from './Assets.module.css';

/**
 * Columns of the register: name, worst risk, owner, and assessment status; with the next step for those who may assess
 * it.
 */
export const assetColumns = (today: string | undefined): Column<AssetRow, AssetSort>[] => [
  { key: 'title', title: t('common.word.name'), sort: 'title', cell: (row) => <Name row={row} /> },
  {
    key: 'level',
    title: t('assets.list.level'),
    sort: 'level',
    short: true,
    cell: ({ status: { level } }) => level && <LevelTag level={level} />,
  },
  {
    key: 'criticality',
    title: t('assets.field.criticality'),
    sort: 'criticality',
    cell: ({ criticality }) => t(`risks.criticality.${criticality}`),
  },
  {
    key: 'assessment',
    title: t('assets.list.assessment'),
    sort: 'reviewOn',
    cell: (row) => <Assessment row={row} today={today} />,
  },
  {
    key: 'centre',
    title: t('common.word.centre'),
    sort: 'centre',
    cell: ({ centre }) => centre?.title ?? t('common.word.wholeMunicipality'),
  },
  {
    key: 'owner',
    title: t('assets.list.owner'),
    sort: 'owner',
    cell: ({ owner }) => (
      <div className={styles.assetOwner}>{owner ? <NameCell {...owner} /> : t('common.word.noOwner')}</div>
    ),
  },
];

function Name({ row: { key, title, kind, state, supplier } }: { row: AssetRow }) {
  return (
    <div className={styles.assetWhat}>
      <p className={styles.assetName}>
        <Link href={pathOf(key)}>{title}</Link>
        {state !== 'inUse' && <span className="tag">{t(`risks.assetState.${state}`)}</span>}
      </p>
      <p className="quiet">{[t(`risks.kind.${kind}`), supplier].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

/** In words with its date, and the next step on the same row. */
function Assessment({ row, today }: { row: AssetRow; today: string | undefined }) {
  const { assessment, reviewOn, draftKey } = row.status;
  return (
    <div className={styles.assetAssessment}>
      <p className={styles[`asset-${assessment}`]}>{t(`risks.assessment.${assessment}`)}</p>
      {reviewOn && today && assessment !== 'notNeeded' && row.state !== 'retired' && (
        <p className="quiet">{reviewText(assessment, reviewOn, today)}</p>
      )}
      {row.abilities.assess && <NextStep row={row} draftKey={draftKey} />}
    </div>
  );
}

function NextStep({ row, draftKey }: { row: AssetRow; draftKey: string | undefined }) {
  const { title } = row;
  if (draftKey)
    return (
      <Link href={assessmentPath(draftKey)} aria-label={t('assets.list.continueLabel', { title })}>
        {t('assets.list.continue')}
      </Link>
    );
  if (row.status.assessment === 'current' || row.status.assessment === 'notNeeded') return null;
  return (
    <Link href={`${pathOf(row.key)}?assess=yes`} aria-label={t('assets.list.assessLabel', { title })}>
      {t('assets.list.assess')}
    </Link>
  );
}
