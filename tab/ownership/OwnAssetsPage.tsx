import { Link } from 'wouter';
import type { OwnAssetRow, OwnShow } from '../../api/ownership/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { FoundTable } from '../shared/ui/FoundTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { ownColumns } from './own-columns.tsx';
import { pageSize, shows, useOwnAssets, type OwnAssets, type OwnSort } from './useOwnAssets.ts';
import styles from './OwnAssets.module.css';

type View = ApiAnswer<'GET /api/own-assets'>;

/** Mine systemer: what the reader is responsible for, its status, and the next step. */
export function OwnAssetsPage() {
  const list = useOwnAssets();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view, list)}
          above={t('common.nav.systems')}
          lead={view.counts.all > 0 && <Lead counts={view.counts} list={list} />}
        >
          {view.counts.all === 0 && !list.isFiltered ? <Empty /> : <Rows view={view} list={list} />}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ counts, total }: View, { isFiltered }: OwnAssets): string {
  if (isFiltered) return total === 0 ? t('ownership.noneFound') : t('ownership.foundOf', { count: total });
  return counts.all > 0 ? t('ownership.answer', { count: counts.all }) : t('ownership.empty.title');
}

const wrong = ['overdue', 'unassessed', 'noPlan'] as const satisfies readonly OwnShow[];

/** Every number links to its rows. */
function Lead({ counts, list }: { counts: View['counts']; list: OwnAssets }) {
  const lacking = wrong.filter((show) => counts[show] > 0);
  if (lacking.length === 0) return list.isFiltered ? null : t('ownership.allWell');
  return (
    <span className={styles.ownLead}>
      {lacking.map((show) => (
        <Link key={show} href={list.linkTo(show)}>
          {t(`ownership.${show}`, { count: counts[show] })}
        </Link>
      ))}
    </span>
  );
}

const Empty = () => (
  <Blank
    title={t('common.nav.systems')}
    text={t('ownership.empty.text')}
    actions={<ButtonLink to="/organisation">{t('ownership.empty.who')}</ButtonLink>}
  />
);

function Rows({ view, list }: { view: View; list: OwnAssets }) {
  const { choice, choose } = list;
  return (
    <section className="card" aria-label={t('ownership.table.caption')}>
      <div className="filters">
        <SearchField label={t('ownership.filter.search')} value={choice.q} onSearch={(q) => choose({ q })} />
        <Choices
          label={t('common.word.show')}
          value={choice.show ?? 'all'}
          onChange={(show) => choose({ show: show === 'all' ? '' : show })}
          options={[
            { value: 'all', text: t('common.word.all') },
            ...shows.map((value) => ({ value, text: t(`ownership.filter.${value}`) })),
          ]}
        />
      </div>
      <FoundTable<OwnAssetRow, OwnSort>
        list={list}
        caption={t('ownership.table.caption')}
        columns={ownColumns()}
        rows={view.rows}
        rowKey={({ key }) => key}
        total={view.total}
        pageSize={pageSize}
        words={{
          excel: t('common.word.excel'),
          excelBusy: t('common.word.downloading'),
          nothing: t('ownership.table.nothing'),
        }}
      />
    </section>
  );
}
