import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { Link } from 'wouter';
import type { AssetRow } from '../../api/assets/contract.ts';
import { RisksNav } from '../shared/navigation/RisksNav.tsx';
import type { ApiAnswer } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { FoundTable } from '../shared/ui/FoundTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { assetColumns } from './asset-columns.tsx';
import { AssetFilters } from './AssetFilters.tsx';
import { pageSize, useAssets, type Assets, type AssetSort } from './useAssets.ts';

type View = ApiAnswer<'GET /api/assets'>;

/** The register of IT systems and work processes: the number without a risk assessment, then rows. */
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
  if (isFiltered) return view.total === 0 ? t('assets.list.noneFound') : t('assets.list.found', { count: view.total });
  const { unassessed, retired } = view.counts;
  // What is out of use needs no assessment.
  const count = allOf(view) - retired;
  if (count === 0) return retired > 0 ? t('assets.list.retired', { count: retired }) : t('assets.list.none');
  return unassessed > 0
    ? t('assets.list.answer', { count, missing: unassessed })
    : t('assets.list.allAssessed', { count });
}

/** Every number links to its rows. */
function Lead({ view, list }: { view: View; list: Assets }) {
  const { systems, workProcesses, retired, unassessed } = view.counts;
  if (allOf(view) === 0) return t('assets.list.lead');
  return (
    <>
      <Link href={list.linkTo({ kind: 'system' })}>{t('assets.list.systems', { count: systems })}</Link>{' '}
      {t('common.and')}{' '}
      <Link href={list.linkTo({ kind: 'workProcess' })}>
        {t('assets.list.workProcesses', { count: workProcesses })}
      </Link>
      .{' '}
      {retired > 0 && (
        <>
          <Link href={list.linkTo({ state: 'retired' })}>{t('assets.list.retired', { count: retired })}</Link>.{' '}
        </>
      )}
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
        text={t('assets.empty.mineText')}
        actions={
          <>
            <Actions abilities={{ add: view.abilities.add, import: false }} />
            <Button onClick={list.clear}>{t('assets.empty.all')}</Button>
          </>
        }
      />
    );
  return (
    <Blank
      title={t('assets.empty.title')}
      text={t('assets.empty.text')}
      actions={<Actions abilities={view.abilities} />}
    />
  );
}

function Register({ view, list }: { view: View; list: Assets }) {
  return (
    <section className="card" aria-label={t('assets.list.caption')}>
      <AssetFilters list={list} view={view} />
      <FoundTable<AssetRow, AssetSort>
        list={list}
        caption={t('assets.list.caption')}
        columns={assetColumns(list.today)}
        rows={view.assets}
        rowKey={({ key }) => key}
        total={view.total}
        pageSize={pageSize}
        words={{
          excel: t('common.word.excel'),
          excelBusy: t('common.word.downloading'),
          nothing: t('assets.list.nothing'),
        }}
      />
    </section>
  );
}
