import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { Link } from 'wouter';
import type { AssetRow } from '../../api/assets/contract.ts';
import { RisksNav } from '../risks/shared/RisksNav.tsx';
import type { ApiAnswer } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { assetColumns } from './asset-columns.tsx';
import { AssetFilters } from './AssetFilters.tsx';
import { pageSize, useAssets, type Assets, type AssetSort } from './useAssets.ts';
import './Assets.css';

type View = ApiAnswer<'GET /api/assets'>;

/** The register of IT systems and work processes: first how many lack a risk assessment, then the rows. */
export function AssetsPage() {
  const list = useAssets();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(view, list)}
          above={t('assets.title')}
          lead={<Lead view={view} list={list} />}
          actions={!isEmpty(view, list) && <Actions abilities={view.abilities} />}
        >
          <RisksNav />
          {isEmpty(view, list) ? <Empty view={view} list={list} /> : <Register view={view} list={list} />}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const allOf = ({ counts }: View) => counts.systems + counts.workProcesses;
const isEmpty = (view: View, { isFiltered, onlyMine }: Assets) =>
  view.total === 0 && !isFiltered && (onlyMine || allOf(view) === 0);

function answerOf(view: View, { isFiltered }: Assets): string {
  const count = allOf(view);
  const { unassessed } = view.counts;
  if (count === 0) return isFiltered ? t('assets.list.noneFound') : t('assets.list.none');
  return unassessed > 0
    ? t('assets.list.answer', { count, missing: unassessed })
    : t('assets.list.allAssessed', { count });
}

/** Every number leads to its rows. */
function Lead({ view, list }: { view: View; list: Assets }) {
  const { systems, workProcesses, unassessed } = view.counts;
  if (allOf(view) === 0) return t('assets.list.lead');
  return (
    <>
      <Link href={list.linkTo({ kind: 'system' })}>{t('assets.list.systems', { count: systems })}</Link>{' '}
      {t('common.and')}{' '}
      <Link href={list.linkTo({ kind: 'workProcess' })}>
        {t('assets.list.workProcesses', { count: workProcesses })}
      </Link>
      .{' '}
      {unassessed > 0 && (
        <Link href={list.linkTo({ assessment: 'none' })}>{t('assets.list.showMissing', { count: unassessed })}</Link>
      )}
    </>
  );
}

const Actions = ({ abilities }: { abilities: View['abilities'] }) => (
  <>
    {abilities.import && (
      <ButtonLink to="/risks/assets/import" icon={<ArrowUploadRegular />}>
        {t('assets.list.import')}
      </ButtonLink>
    )}
    {abilities.add && (
      <ButtonLink to="/risks/assets/new" appearance="primary" icon={<AddRegular />}>
        {t('assets.list.add')}
      </ButtonLink>
    )}
  </>
);

function Empty({ view, list }: { view: View; list: Assets }) {
  if (list.onlyMine)
    return (
      <Blank
        title={t('assets.empty.mineTitle')}
        actions={
          <>
            <Actions abilities={{ add: view.abilities.add, import: false }} />
            <Button onClick={list.clear}>{t('assets.empty.all')}</Button>
          </>
        }
      >
        <p>{t('assets.empty.mineText')}</p>
      </Blank>
    );
  return (
    <Blank title={t('assets.empty.title')} actions={<Actions abilities={view.abilities} />}>
      <p>{t('assets.empty.text')}</p>
    </Blank>
  );
}

function Register({ view, list }: { view: View; list: Assets }) {
  const { choice, excel } = list;
  return (
    <section className="card" aria-label={t('assets.list.caption')}>
      <AssetFilters list={list} view={view} />
      <div className="card-row">
        <span className="quiet" role="status">
          {t('common.table.found', { count: view.total })}
        </span>
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={excel.busy}
          busyText={t('assets.list.excelBusy')}
          onClick={excel.start}
        >
          {t('assets.list.excel')}
        </ActButton>
      </div>
      <ActFailed error={excel.error} />
      {view.assets.length === 0 ? (
        <div className="filters">
          <p>{t('assets.list.nothing')}</p>
          <Button onClick={list.clear}>{t('assets.list.clear')}</Button>
        </div>
      ) : (
        <DataTable<AssetRow, AssetSort>
          caption={t('assets.list.caption')}
          columns={assetColumns(list.today)}
          rows={view.assets}
          rowKey={({ key }) => key}
          sorted={{ by: choice.sort, descending: choice.descending }}
          onSort={list.sortBy}
          busy={list.view.isPlaceholderData}
        />
      )}
      <Pages
        offset={choice.offset}
        limit={pageSize}
        total={view.total}
        onMove={(offset) => list.choose({ offset: String(offset) })}
      />
    </section>
  );
}
