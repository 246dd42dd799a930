import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { asHours } from '../shared/hours.ts';
import { PlanStateTag } from './PlanTags.tsx';
import type { Coverage, CoverageRow, Place } from './useCoverage.ts';
import styles from './Coverage.module.css';

/** The matrix on a narrow screen: a card per system, most lacking first; centres that do not use it are left out. */
export const CoverageCards = ({ coverage: { rows } }: { coverage: Coverage }) => (
  <div className={styles.planCards}>
    {rows.map((row) => (
      <SystemCard key={row.system.asset.key} row={row} />
    ))}
  </div>
);

const order = ['missing', 'expired', 'draft', 'waiting', 'valid'] as const;
const rankOf = ({ isMine, state }: Place): number =>
  (isMine ? 0 : order.length) + order.findIndex((one) => one === state);

function SystemCard({ row: { system, places } }: { row: CoverageRow }) {
  const { asset, mtd } = system;
  const used = places.filter(({ state }) => state !== 'notUsed').sort((one, other) => rankOf(one) - rankOf(other));
  return (
    <section className="card" aria-label={asset.title}>
      <div>
        <h3 className="card-title">{asset.title}</h3>
        {mtd !== undefined && <p className="quiet">{t('contingencyPlans.coverage.mtd', { time: asHours(mtd) })}</p>}
      </div>
      <ul className={styles.planCardRows}>
        {used.map((place) => (
          <li key={place.key} className={styles.planCardRow}>
            <p>{place.title}</p>
            <div className="card-row">
              <PlanStateTag state={place.state} text={t(`contingency.coverage.${place.state}`)} />
              <PlaceAct place={place} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The next step in a place, if the reader has one. */
export function PlaceAct({ place: { path, act, system, title } }: { place: Place }) {
  if (path === undefined) return null;
  const words = t(`contingencyPlans.coverage.acts.${act}`);
  return (
    <ButtonLink
      to={path}
      size="small"
      label={t('contingencyPlans.coverage.actOf', { act: words, system: system.asset.title, place: title })}
    >
      {words}
    </ButtonLink>
  );
}
