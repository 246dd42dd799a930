import { Link } from 'wouter';
import type { AssetView } from '../../api/assets/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Fact } from '../shared/ui/Fact.tsx';
import { Person } from '../shared/ui/Person.tsx';
import styles from './Assets.module.css';

/** Kind, owner, data and hosting. */
export function AssetFacts({ asset, seesContingency }: { asset: AssetView; seesContingency: boolean }) {
  const { owner, supplier, description, personalData, dataSubjects, externalId, retiredReason } = asset;
  // Dependencies of critical services are vital, whatever the register says.
  const criticality = asset.status.vital ? 'vital' : asset.criticality;
  return (
    <section className="card" aria-labelledby="asset-facts">
      <h2 className="section-title" id="asset-facts">
        {t('assets.one.facts')}
      </h2>
      <dl className={styles.assetFacts}>
        {retiredReason && <Fact name={t('assets.one.retiredReason')}>{retiredReason}</Fact>}
        {description && (
          <Fact name={t('assets.one.description')}>
            <span className={styles.assetText}>{description}</span>
          </Fact>
        )}
        <Fact name={t('assets.one.centre')}>{asset.centre?.title ?? t('common.word.wholeMunicipality')}</Fact>
        <Fact name={t('assets.field.owner')}>{owner ? <Person person={owner} /> : t('assets.one.noOwner')}</Fact>
        <Fact name={t('assets.field.criticality')}>
          {t(`risks.criticality.${criticality}`)}
          <span className={`quiet ${styles.assetUnder}`}>{t(`assets.form.criticalityText.${criticality}`)}</span>
          {seesContingency && (
            <Link href={`/contingency/systems/${encodeURIComponent(asset.key)}`} className={styles.assetUnder}>
              {t('assets.one.whenDown')}
            </Link>
          )}
        </Fact>
        <Fact name={t('assets.field.personalData')}>
          {personalData.length === 0
            ? t('risks.personalData.none')
            : personalData.map((kind) => t(`risks.personalData.${kind}`)).join(', ')}
        </Fact>
        {dataSubjects.length > 0 && (
          <Fact name={t('assets.field.dataSubjects')}>
            {dataSubjects.map((group) => t(`risks.dataSubject.${group}`)).join(', ')}
          </Fact>
        )}
        <Fact name={t('assets.field.hosting')}>{t(`risks.hosting.${asset.hosting}`)}</Fact>
        {asset.carried?.agreement && (
          <Fact name={t('assets.import.field.agreement')}>
            {t(`risks.agreement.${asset.carried.agreement}`)}
            {asset.carried.agreementOn && `, ${asDate(asset.carried.agreementOn)}`}
          </Fact>
        )}
        {supplier && <Fact name={t('assets.field.supplier')}>{supplier}</Fact>}
        <Fact name={t('assets.field.usedBy')}>
          <UsedBy asset={asset} />
        </Fact>
        {asset.links.length > 0 && (
          <Fact name={t('assets.field.links')}>
            <ul className={styles.assetList}>
              {asset.links.map(({ title, url }) => (
                <li key={`${title} ${url}`}>
                  <a href={url} target="_blank" rel="noreferrer">
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {externalId && <Fact name={t('assets.field.externalId')}>{externalId}</Fact>}
      </dl>
    </section>
  );
}

function UsedBy({ asset: { usedBy } }: { asset: AssetView }) {
  if (usedBy.length === 0) return t('assets.one.nobody');
  return (
    <ul className={styles.assetList}>
      {usedBy.map(({ id, title }) => (
        <li key={id}>
          <Link href={`/organisation/centres/${encodeURIComponent(id)}`}>{title}</Link>
        </li>
      ))}
    </ul>
  );
}
