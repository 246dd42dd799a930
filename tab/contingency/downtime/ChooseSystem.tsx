import { useState } from 'react';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';
import { useStepFocus } from './useStepFocus.ts';
import foundListStyles from '../../shared/ui/FoundList.module.css';
import styles from './Downtime.module.css';

type View = ApiAnswer<'GET /api/contingency/downtime-assets'>;
type Asset = View['assets'][number];

/** Systems, most important first; one already down links to its downtime. */
export function ChooseSystem({ onChoose }: { onChoose: (assetKey: string) => void }) {
  useStepFocus();
  const [q, setQ] = useState('');
  const view = useView('GET /api/contingency/downtime-assets', { query: { q } }, { keepPrevious: true });
  return (
    <Page
      title={t('downtime.start.title')}
      lead={t('downtime.start.lead')}
      back={{ to: '/contingency/downtime', page: t('downtime.title') }}
    >
      <div className={styles.downtimeParts}>
        <SearchField label={t('downtime.start.search')} value={q} onSearch={setQ} />
        <Viewed view={view}>{(found) => <Found view={found} q={q} onChoose={onChoose} />}</Viewed>
      </div>
    </Page>
  );
}

function Found({ view: { assets, total }, q, onChoose }: { view: View; q: string; onChoose: (key: string) => void }) {
  if (assets.length === 0)
    return <p role="status">{q === '' ? t('downtime.start.noneAtAll') : t('downtime.start.none', { text: q })}</p>;
  return (
    <>
      <p className="hidden" role="status">
        {t('common.table.found', { count: total })}
      </p>
      <ul
        className={`${foundListStyles.foundList} ${styles.systemList}`}
        data-part="found-list"
        aria-label={t('downtime.start.found')}
      >
        {assets.map((asset) => (
          <li key={asset.key}>
            {asset.running ? (
              <AlreadyDown asset={asset} path={downtimePath(asset.running)} />
            ) : (
              <Choice asset={asset} onChoose={onChoose} />
            )}
          </li>
        ))}
      </ul>
      {total > assets.length && <p className="quiet">{t('downtime.start.more', { count: total })}</p>}
    </>
  );
}

const Choice = ({ asset, onChoose }: { asset: Asset; onChoose: (key: string) => void }) => (
  <button type="button" onClick={() => onChoose(asset.key)}>
    <Words asset={asset} />
  </button>
);

const AlreadyDown = ({ asset, path }: { asset: Asset; path: string }) => (
  <div className={`card-row ${styles.systemDown}`}>
    <div>
      <Words asset={asset} />
      <p>{t('downtime.start.running')}</p>
    </div>
    <ButtonLink to={path} label={`${t('downtime.related.sameOpen')}: ${asset.title}`}>
      {t('downtime.related.sameOpen')}
    </ButtonLink>
  </div>
);

const Words = ({ asset: { title, vital, services, centre } }: { asset: Asset }) => (
  <>
    <span className={styles.systemTitle}>{title}</span>{' '}
    {vital && <span className="tag">{t('downtime.start.vital')}</span>}
    <span className={`${styles.systemMore} quiet`}>
      {[centre, services > 0 && t('downtime.services', { count: services })].filter(Boolean).join(' · ')}
    </span>
  </>
);
