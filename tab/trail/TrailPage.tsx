import { Button, Field, Input } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { TrailEntry, TrailView } from '../../api/trail/contract.ts';
import { OperationsNav } from '../shared/navigation/OperationsNav.tsx';
import { formatMonth } from '../../api/texts/format.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { Changes } from './Changes.tsx';
import styles from './Trail.module.css';
import { pageSize, trailOrigins, useTrail, type TrailList } from './useTrail.ts';

/** Revisionsspor: who did what, when and from where, for inspection; and the seal that verifies it. */
export function TrailPage() {
  const list = useTrail();
  return (
    <Viewed view={list.view}>
      {(view) => (
        <Page
          title={answerOf(list, view)}
          above={t('trail.title')}
          lead={t('trail.lead')}
          actions={
            <DownloadButton file={list.excel} busyText={t('common.word.downloading')}>
              {t('common.word.excel')}
            </DownloadButton>
          }
        >
          <OperationsNav />
          <section className="card">
            <Tools list={list} view={view} />
            <Chosen list={list} view={view} />
            {view.entries.length === 0 ? (
              <NothingFound title={t('trail.nothing')} onClear={list.clear} />
            ) : (
              <DataTable
                caption={t('trail.table.caption')}
                columns={columnsOf(list)}
                rows={view.entries}
                rowKey={({ key }) => key}
                busy={list.view.isPlaceholderData}
              />
            )}
            {view.onTheWay > 0 && <p className="quiet">{t('trail.onTheWay', { count: view.onTheWay })}</p>}
            <Pages
              offset={list.offset}
              limit={pageSize}
              total={view.total}
              onMove={(next) => list.choose({ offset: String(next) })}
            />
          </section>
          <p className={styles.seal}>{sealText(view)}</p>
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ filters }: TrailList, { total }: TrailView): string {
  if (Object.keys(filters).length > 0) return t('trail.answer', { count: total });
  return total === 0 ? t('trail.none') : t('trail.all', { count: total });
}

const sealText = ({ seal }: TrailView): string =>
  seal
    ? t('trail.sealed', { day: asDate(seal.day), seal: seal.seal.match(/.{1,8}/g)?.join(' ') ?? seal.seal })
    : t('trail.notSealed');

function Tools({ list, view }: { list: TrailList; view: TrailView }) {
  return (
    <div className={styles.narrowing}>
      <SearchField value={list.q} label={t('trail.search')} onSearch={(q) => list.choose({ q })} />
      <Narrow
        labelled
        label={t('trail.month')}
        all={t('trail.now')}
        value={list.month}
        options={view.months.map((month) => ({
          value: month,
          text: formatMonth(month, document.documentElement.lang === 'en' ? 'en' : 'da'),
        }))}
        onChange={(month) => list.choose({ month })}
      />
      <Narrow
        labelled
        label={t('trail.act')}
        all={t('trail.allActs')}
        value={list.act}
        options={view.acts.map(({ act, text }) => ({ value: act, text }))}
        onChange={(act) => list.choose({ act })}
      />
      <Narrow
        labelled
        label={t('trail.origin')}
        all={t('trail.allOrigins')}
        value={list.origin}
        options={trailOrigins.map((origin) => ({ value: origin, text: t(`trail.origins.${origin}`) }))}
        onChange={(origin) => list.choose({ origin })}
      />
      <Field label={t('trail.from')}>
        <Input type="date" value={list.from ?? ''} onChange={(_, data) => list.choose({ from: data.value })} />
      </Field>
      <Field label={t('trail.to')}>
        <Input type="date" value={list.to ?? ''} onChange={(_, data) => list.choose({ to: data.value })} />
      </Field>
    </div>
  );
}

/** Active filters chosen in the list. */
function Chosen({ list, view: { chosen } }: { list: TrailList; view: TrailView }) {
  if (Object.keys(list.filters).length === 0) return null;
  return (
    <div className={styles.chosen}>
      {chosen.person && <span>{t('trail.onlyPerson', { name: chosen.person })}</span>}
      {chosen.record && <span>{t('trail.onlyRecord', { name: chosen.record })}</span>}
      {list.month && <span>{t('trail.closed')}</span>}
      <Button size="small" onClick={list.clear}>
        {t('common.word.showAll')}
      </Button>
    </div>
  );
}

const narrowed = (list: TrailList, change: { person: string } | { record: string }): string =>
  `/operations/trail?${new URLSearchParams({ ...list.filters, ...change })}`;

const columnsOf = (list: TrailList): Column<TrailEntry>[] => [
  { key: 'at', title: t('common.word.when'), short: true, cell: ({ at }) => asMoment(at) },
  {
    key: 'person',
    title: t('common.word.who'),
    cell: ({ person, forPerson }) => (
      <div>
        {person ? <Link href={narrowed(list, { person: person.id })}>{person.name}</Link> : t('trail.program')}
        {forPerson && <span className={styles.second}>{t('trail.deputy', { name: forPerson.name })}</span>}
      </div>
    ),
  },
  {
    key: 'act',
    title: t('common.word.what'),
    cell: ({ act, changes, subject }) => (
      <div>
        {act}
        <Changes changes={changes} about={subject.key} />
      </div>
    ),
  },
  {
    key: 'subject',
    title: t('trail.table.subject'),
    cell: ({ subject }) => (
      <Link href={narrowed(list, { record: subject.key })}>{subject.title ?? t('trail.same')}</Link>
    ),
  },
  {
    key: 'origin',
    title: t('trail.origin'),
    cell: ({ origin }) => (origin ? t(`trail.origins.${origin}`) : '–'),
  },
];
