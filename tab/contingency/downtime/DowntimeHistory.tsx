import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { DataTable } from '../../shared/ui/DataTable.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { Pages } from '../../shared/ui/Pages.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { downtimeColumns } from './downtime-columns.tsx';
import { outcomes, pageSize, states, type DowntimesState, type DowntimeSort } from './useDowntimes.ts';

type View = ApiAnswer<'GET /api/contingency/downtimes'>;

/** All downtimes, narrowed and sorted as the reader wants, with the same as a workbook. */
export function DowntimeHistory({ view, list }: { view: View; list: DowntimesState }) {
  const { choice, excel } = list;
  return (
    <section className="card" aria-labelledby="downtime-history">
      <h2 className="section-title" id="downtime-history">
        {t('downtime.list.history')}
      </h2>
      <Filters view={view} list={list} />
      <div className="card-row">
        <span className="quiet" role="status">
          {t('common.table.found', { count: view.total })}
        </span>
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={excel.busy}
          busyText={t('downtime.list.excelBusy')}
          onClick={excel.start}
        >
          {t('downtime.list.excel')}
        </ActButton>
      </div>
      <ActFailed error={excel.error} />
      {view.downtimes.length === 0 ? (
        <div className="filters">
          <p>{t('downtime.list.nothing')}</p>
          <Button onClick={list.clear}>{t('downtime.list.clear')}</Button>
        </div>
      ) : (
        <DataTable<DowntimeRow, DowntimeSort>
          caption={t('downtime.list.history')}
          columns={downtimeColumns(view.now)}
          rows={view.downtimes}
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

function Filters({ view: { centres, asset }, list: { choice, choose } }: { view: View; list: DowntimesState }) {
  return (
    <>
      <div className="filters">
        <SearchField label={t('downtime.list.search')} value={choice.q} onSearch={(q) => choose({ q })} />
        <Narrow
          label={t('downtime.list.stateLabel')}
          all={t('downtime.list.stateAll')}
          value={choice.state}
          options={states.map((value) => ({ value, text: t(`downtime.state.${value}`) }))}
          onChange={(state) => choose({ state })}
        />
        <Narrow
          label={t('downtime.list.outcomeLabel')}
          all={t('downtime.list.outcomeAll')}
          value={choice.outcome}
          options={outcomes.map((value) => ({ value, text: t(`downtime.kept.${value === 'kept' ? 'yes' : 'no'}`) }))}
          onChange={(outcome) => choose({ outcome })}
        />
        {centres.length > 0 && (
          <Narrow
            label={t('downtime.list.centreLabel')}
            all={t('downtime.list.centreAll')}
            value={choice.centreId}
            options={centres.map(({ id, title }) => ({ value: id, text: title }))}
            onChange={(centreId) => choose({ centreId })}
          />
        )}
      </div>
      {choice.assetKey && asset && (
        <div className="filters">
          <span>{t('downtime.list.of', { title: asset.title })}</span>
          <Button size="small" onClick={() => choose({ assetKey: '' })}>
            {t('downtime.list.everySystem')}
          </Button>
        </div>
      )}
    </>
  );
}
