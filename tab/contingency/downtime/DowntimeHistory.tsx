import { Button } from '@fluentui/react-components';
import type { DowntimeRow } from '../../../api/contingency/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t, asMoment } from '../../shared/texts/texts.ts';
import { FoundTable } from '../../shared/ui/FoundTable.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NarrowYear } from '../../shared/ui/NarrowYear.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { outcomes, pageSize, stateChoices, type DowntimesState, type DowntimeSort } from './useDowntimes.ts';
import { Link } from 'wouter';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';
import { KeptTag } from './KeptTag.tsx';
import { lengthBetween } from './words.ts';

type View = ApiAnswer<'GET /api/contingency/downtimes'>;

/** All downtimes, filtered and sorted, with a workbook. */
export function DowntimeHistory({ view, list }: { view: View; list: DowntimesState }) {
  return (
    <section className="card" aria-labelledby="downtime-history">
      <h2 className="section-title" id="downtime-history">
        {t('downtime.workbook.sheet')}
      </h2>
      <Filters view={view} list={list} />
      <FoundTable<DowntimeRow, DowntimeSort>
        list={list}
        caption={t('downtime.workbook.sheet')}
        columns={downtimeColumns(view.now)}
        rows={view.downtimes}
        rowKey={({ key }) => key}
        total={view.total}
        pageSize={pageSize}
        words={{
          excel: t('common.word.excel'),
          excelBusy: t('common.word.downloading'),
          nothing: t('downtime.list.nothing'),
        }}
      />
    </section>
  );
}

function Filters({ view: { centres, years, asset }, list: { choice, choose } }: { view: View; list: DowntimesState }) {
  return (
    <>
      <div className="filters">
        <SearchField label={t('downtime.list.search')} value={choice.q} onSearch={(q) => choose({ q })} />
        <Narrow
          label={t('common.word.status')}
          all={t('common.word.allStatuses')}
          value={choice.state}
          options={stateChoices.map((value) => ({
            value,
            text: value === 'real' ? t('downtime.list.real') : t(`downtime.state.${value}`),
          }))}
          onChange={(state) => choose({ state })}
        />
        <NarrowYear
          label={t('downtime.list.year')}
          years={years}
          value={choice.year}
          onChange={(year) => choose({ year })}
        />
        <Narrow
          label={t('downtime.workbook.kept')}
          all={t('downtime.list.outcomeAll')}
          value={choice.outcome}
          options={outcomes.map((value) => ({ value, text: t(`downtime.kept.${value === 'kept' ? 'yes' : 'no'}`) }))}
          onChange={(outcome) => choose({ outcome })}
        />
        {centres.length > 0 && (
          <Narrow
            label={t('common.word.centre')}
            all={t('common.word.allCentres')}
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

/** System, start, duration, and whether the limit was met. `now`: server time. */
const downtimeColumns = (now: string): Column<DowntimeRow, DowntimeSort>[] => [
  {
    key: 'title',
    title: t('common.word.system'),
    sort: 'title',
    cell: ({ key, title }) => <Link href={downtimePath(key)}>{title}</Link>,
  },
  {
    key: 'startedAt',
    title: t('downtime.workbook.startedAt'),
    sort: 'startedAt',
    cell: ({ startedAt }) => asMoment(startedAt),
  },
  {
    key: 'length',
    title: t('downtime.list.lasted'),
    sort: 'length',
    cell: ({ startedAt, endedAt = now, state }) => (state === 'cancelled' ? '' : lengthBetween(startedAt, endedAt)),
  },
  {
    key: 'kept',
    title: t('downtime.workbook.kept'),
    sort: 'kept',
    cell: ({ state, kept }) => (state === 'closed' ? <KeptTag kept={kept} /> : t(`downtime.state.${state}`)),
  },
  {
    key: 'hit',
    title: t('downtime.list.hit'),
    cell: ({ services, centres }) =>
      [t('downtime.services', { count: services }), t('downtime.centres', { count: centres.length })].join(', '),
  },
];
