import { mergeClasses } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { OverviewView } from '../../../api/risks/contract.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { LevelTag } from '../parts/LevelTag.tsx';
import { assetsPath, checksPath, registerPath, type PathQuery } from '../parts/risk-paths.ts';
import { checkSeverities, monthText } from '../parts/risk-words.ts';
import { SeverityIcon } from './SeverityIcon.tsx';
import type { Overview } from './useOverview.ts';
import styles from './RiskOverviewPage.module.css';
import tonesStyles from '../../shared/ui/Tones.module.css';

/** Change since a year ago, and the quality findings. */
export function Status({ view, overview }: { view: OverviewView; overview: Overview }) {
  return (
    <div className={styles.riskCards}>
      <Movement view={view} overview={overview} />
      <Quality view={view} carried={overview.carried} />
    </div>
  );
}

type Level = NonNullable<OverviewView['movement']>['levels'][number];

function changeText({ before, now }: Level): string {
  if (now === before) return t('riskOverview.movement.same');
  const count = Math.abs(now - before);
  return t(now > before ? 'riskOverview.movement.up' : 'riskOverview.movement.down', { count });
}

function Movement({ view: { movement, levels }, overview }: { view: OverviewView; overview: Overview }) {
  const { carried } = overview;
  const most = Math.max(1, ...(movement?.levels.flatMap(({ before, now }) => [before, now]) ?? []));
  return (
    <section className="card" aria-labelledby="movement">
      <h2 className="card-title" id="movement">
        {movement
          ? t('riskOverview.movement.title', { month: monthText(movement.since) })
          : t('riskOverview.trend.title')}
      </h2>
      {movement === undefined ? (
        <p className="card-text">
          {t(overview.isFiltered ? 'riskOverview.movement.narrowed' : 'riskOverview.movement.none')}
        </p>
      ) : (
        <table className={styles.movement}>
          <caption className="hidden">{t('riskOverview.movement.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('riskOverview.table.level')}</th>
              <th scope="col">{t('riskOverview.movement.before')}</th>
              <th scope="col">{t('riskOverview.movement.now')}</th>
              <th scope="col">{t('riskOverview.movement.change')}</th>
            </tr>
          </thead>
          <tbody>
            {[...movement.levels].reverse().map((level) => {
              const position = levels.findIndex(({ word }) => word === level.word);
              const known = levels[position];
              return (
                <tr key={level.word}>
                  <th scope="row">{known ? <LevelTag level={known} /> : level.word}</th>
                  <td>{asNumber(level.before)}</td>
                  <td>
                    {known && level.now > 0 ? (
                      <Link href={registerPath({ ...carried, level: String(position) })}>{asNumber(level.now)}</Link>
                    ) : (
                      asNumber(level.now)
                    )}
                  </td>
                  <td>
                    {changeText(level)}
                    <svg
                      className={mergeClasses(styles.movementBars, tonesStyles[`tone-${known?.tone ?? 'yellow'}`])}
                      aria-hidden
                    >
                      <rect className={styles.movementBefore} width={`${(level.before / most) * 100}%`} height="5" />
                      <rect className={styles.movementNow} y="6" width={`${(level.now / most) * 100}%`} height="7" />
                    </svg>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Link href="/risks/trend">{t('riskOverview.movement.all')}</Link>
    </section>
  );
}

function Quality({ view: { findings, assets }, carried }: { view: OverviewView; carried: PathQuery }) {
  const { centreId } = carried;
  const found = checkSeverities.filter((severity) => findings[severity] > 0);
  return (
    <section className="card" aria-labelledby="quality">
      <h2 className="card-title" id="quality">
        {t('riskOverview.quality.title')}
      </h2>
      {found.length === 0 ? (
        <p className="card-text">{t('riskOverview.quality.none')}</p>
      ) : (
        <>
          <p className="card-text">{t('riskOverview.quality.text')}</p>
          <ul className={styles.qualityCounts}>
            {found.map((severity) => (
              <li key={severity}>
                <SeverityIcon severity={severity} />
                <Link href={checksPath({ severity, centreId })}>
                  {t(`riskOverview.quality.${severity}`, { count: findings[severity] })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="card-text">
        {t('riskOverview.quality.assets', { assessed: assets.assessed, total: assets.total })}
      </p>
      {assets.missing > 0 && (
        <Link href={assetsPath({ assessment: 'none', centreId })}>
          {t('riskOverview.missingAssets', { count: assets.missing })}
        </Link>
      )}
    </section>
  );
}
