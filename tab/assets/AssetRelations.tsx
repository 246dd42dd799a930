import { Link } from 'wouter';
import type { AssetRef, AssetReference, AssetView } from '../../api/assets/contract.ts';
import { t, textOf } from '../shared/texts/texts.ts';
import { pathOf } from './words.ts';
import styles from './Assets.module.css';

/** Its dependencies, its dependants, and all other references to it. */
export const AssetRelations = ({ asset }: { asset: AssetView }) => (
  <section className={`card ${styles.assetRelations}`} aria-labelledby="asset-relations">
    <h2 className="section-title" id="asset-relations">
      {t('assets.one.relations')}
    </h2>
    <div className={styles.assetPair}>
      <div>
        <h3 className="card-title">{t('assets.one.dependsOn')}</h3>
        {asset.dependsOn.length === 0 ? (
          <p className="quiet">{t('assets.one.dependsOnNone')}</p>
        ) : (
          <AssetLinks assets={asset.dependsOn} />
        )}
      </div>
      <div>
        <h3 className="card-title">{t('assets.one.neededBy')}</h3>
        {asset.neededBy.length === 0 ? (
          <p className="quiet">{t('assets.one.neededByNone')}</p>
        ) : (
          <AssetLinks assets={asset.neededBy} />
        )}
      </div>
    </div>
    <div>
      <h3 className="card-title">{t('assets.one.references')}</h3>
      {asset.references.length === 0 ? (
        <p className="quiet">{t('assets.one.referencesNone')}</p>
      ) : (
        <References references={asset.references} />
      )}
    </div>
  </section>
);

/** Assets by name, each with its kind. */
export const AssetLinks = ({ assets }: { assets: readonly AssetRef[] }) => (
  <ul className={styles.assetList}>
    {assets.map(({ key, title, kind, retired }) => (
      <li key={key}>
        <Link href={pathOf(key)}>{title}</Link> <span className="quiet">{t(`risks.kind.${kind}`)}</span>{' '}
        {retired && <span className="tag">{t('risks.assetState.retired')}</span>}
      </li>
    ))}
  </ul>
);

const kindOf = (kind: string) => textOf(`assets.reference.${kind}`) ?? t('assets.reference.other');

/** References to it, with kind and link. */
export const References = ({ references }: { references: readonly AssetReference[] }) => (
  <ul className={styles.assetList}>
    {references.map(({ kind, title, path }) => (
      <li key={`${kind} ${path} ${title}`}>
        <Link href={path}>{title}</Link> <span className="quiet">{kindOf(kind)}</span>
      </li>
    ))}
  </ul>
);
