import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { Link } from 'wouter';
import { t } from '../../shared/texts/texts.ts';
import { CoverageMatrix, MatrixLegend } from '../../shared/ui/CoverageMatrix.tsx';
import { continuityPath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import { coverageStates } from './plan-states.ts';
import { placeWords, type Coverage, type CoverageRow, type Place } from './useCoverage.ts';
import styles from './Coverage.module.css';
import coverageMatrixStyles from '../../shared/ui/CoverageMatrix.module.css';

/** Minimum width of a heading and a cell. */
const [headPixels, cellPixels] = [210, 100];

/** Vital systems by centre, with the restore plan first. */
export function PlanMatrix({ coverage: { rows, columns } }: { coverage: Coverage }) {
  return (
    <>
      <CoverageMatrix
        className={styles.planMatrix}
        words={{
          name: t('contingencyPlans.coverage.matrix'),
          corner: t('common.word.system'),
          keys: t('contingencyPlans.coverage.keys'),
        }}
        columns={columns.map(({ key, title, isMine }) => ({
          key,
          title,
          more: isMine && (
            <span className={`${coverageMatrixStyles.matrixMore} ${styles.planMatrixMine}`} data-part="matrix-more">
              {t('contingencyPlans.coverage.mine')}
            </span>
          ),
        }))}
        rows={rows.map((row) => ({
          key: row.system.asset.key,
          head: <SystemHead row={row} />,
          cells: row.places.map(cellAt),
        }))}
        minWidth={headPixels + columns.length * cellPixels}
      />
      <MatrixLegend
        name={t('contingencyPlans.coverage.legend')}
        signs={coverageStates.map((state) => ({ state, text: t(`contingency.coverage.${state}`) }))}
      />
      <p className="quiet">{t('contingencyPlans.coverage.sharedNote')}</p>
    </>
  );
}

function SystemHead({ row: { system } }: { row: CoverageRow }) {
  const { asset, mtd, missing } = system;
  return (
    <>
      <Link href={continuityPath(asset.key)}>{asset.title}</Link>
      <span className={coverageMatrixStyles.matrixMore} data-part="matrix-more">
        {mtd !== undefined && t('contingencyPlans.coverage.mtd', { time: asHours(mtd) })}
      </span>
      {missing > 0 && (
        <span className={`${coverageMatrixStyles.matrixMore} ${styles.planStrong}`} data-part="matrix-more">
          {t('contingencyPlans.coverage.missingIn', { count: missing })}
        </span>
      )}
    </>
  );
}

const cellAt = (place: Place) => ({
  key: place.key,
  state: place.state,
  text: t(`contingencyPlans.coverage.short.${place.state}`),
  words: placeWords(place),
  path: place.path,
  mark: place.shared && <PeopleTeamRegular className={styles.planMatrixShared ?? ''} aria-hidden />,
});
