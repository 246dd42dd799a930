import { Link } from 'wouter';
import type { AssetRef } from '../../../api/assets/contract.ts';
import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { continuityPath, servicePath } from '../shared/contingency-paths.ts';
import { asHours } from '../shared/hours.ts';
import styles from './Services.module.css';

/** Systems it depends on, each with its figure and deciding service; then indirect ones. */
export function Needed({ service: { needed } }: { service: ServiceView }) {
  const through = needed.filter(({ direct }) => !direct);
  return (
    <section className="card" aria-labelledby="service-needed">
      <h2 className="section-title" id="service-needed">
        {t('criticalServices.field.needs')}
      </h2>
      {needed.length === 0 ? (
        <p className="quiet">{t('criticalServices.needs.none')}</p>
      ) : (
        <Assets needed={needed.filter(({ direct }) => direct)} />
      )}
      {through.length > 0 && (
        <details>
          <summary>{t('criticalServices.needs.through', { count: through.length })}</summary>
          <Assets needed={through} />
        </details>
      )}
    </section>
  );
}

function figureText({ retired }: AssetRef, mtd: number | undefined): string {
  if (retired) return t('criticalServices.needs.retired');
  return mtd === undefined
    ? t('criticalServices.needs.noFigure')
    : t('criticalServices.needs.figure', { time: asHours(mtd) });
}

const Assets = ({ needed }: { needed: ServiceView['needed'] }) => (
  <ul className={styles.serviceNeeded}>
    {needed.map(({ asset, mtd, vital, decidedBy }) => (
      <li key={asset.key}>
        <p>
          <Link href={continuityPath(asset.key)}>{asset.title}</Link>{' '}
          <span className="quiet">{t(`risks.kind.${asset.kind}`)}</span>{' '}
          {vital && <span className="tag tag-strong">{t('criticalServices.vital.yes')}</span>}
          {asset.retired && <span className="tag">{t('risks.assetState.retired')}</span>}
        </p>
        <p className="quiet">
          {figureText(asset, mtd)}
          {decidedBy && (
            <>
              {' · '}
              {t('criticalServices.needs.decidedBy')} <Link href={servicePath(decidedBy.key)}>{decidedBy.title}</Link>
            </>
          )}
        </p>
      </li>
    ))}
  </ul>
);
