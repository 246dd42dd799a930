import { Link } from 'wouter';
import type { ManagementView } from '../../api/figures/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { valueText } from './parts/figure-value.ts';
import styles from './Management.module.css';

type Red = ManagementView['red'][number];
/** Red figures shown per owner; the others expand. */
const shownAtOnce = 3;

/** The municipality and each centre with their red figures: value and limit. */
export function RedOwners({ red }: { red: ManagementView['red'] }) {
  const shown = red.filter(({ figures }) => figures.length > 0);
  if (shown.length === 0) return <p>{t('figures.management.redNone')}</p>;
  return (
    <div className="card">
      <ul className={styles.owners}>
        {shown.map(({ owner, centre, figures }) => {
          const [first, others] = [figures.slice(0, shownAtOnce), figures.slice(shownAtOnce)];
          return (
            <li key={owner}>
              <h3 className={styles.name}>
                <Link href={`/figures?owner=${encodeURIComponent(owner)}`}>
                  {centre?.title ?? t('common.word.wholeMunicipality')}
                </Link>
              </h3>
              <Figures figures={first} />
              {others.length > 0 && (
                <details>
                  <summary>{t('figures.worse.more', { count: others.length })}</summary>
                  <Figures figures={others} />
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const Figures = ({ figures }: Pick<Red, 'figures'>) => (
  <ul className={styles.reds}>
    {figures.map((figure) => (
      <li key={figure.key}>
        {figure.link === undefined ? figure.name : <Link href={figure.link}>{figure.name}</Link>}:{' '}
        <span className={styles.why}>{whyOf(figure)}</span>
      </li>
    ))}
  </ul>
);

/** `78 %, skal være mindst 80 %` · `3, skal være 0`. */
function whyOf({ unit, value, good, limit }: Red['figures'][number]): string {
  const values = { value: valueText(unit, value), limit: valueText(unit, limit) };
  if (good === 'up') return t('figures.management.under', values);
  return limit === 1
    ? t('figures.management.none', { ...values, limit: asNumber(0) })
    : t('figures.management.over', values);
}
