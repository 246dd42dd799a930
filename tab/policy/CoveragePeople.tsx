import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CoverageView, MissingView, ReceiptsView } from '../../api/policy/contract.ts';
import { asDate, asDue, asMoment, asNumber, t, textOf } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import {
  pageSize,
  useMissing,
  useReceipts,
  type CoverageChoice,
  type MissingSort,
  type useCoverageChoice,
} from './useCoverage.ts';
import { howText } from './Receipts.tsx';

type Choose = ReturnType<typeof useCoverageChoice>['choose'];
type Missing = MissingView['people'][number];
type Receipt = ReceiptsView['receipts'][number];

/** The people behind the numbers: those missing with their delivery, or those with a receipt. */
export function CoveragePeople(props: {
  coverage: CoverageView;
  versionKey: string;
  choice: CoverageChoice;
  choose: Choose;
}) {
  const visible = props.coverage.centres.filter((row) => row.abilities.seePeople);
  const { choice, choose } = props;
  const seesAll = visible.length === props.coverage.centres.length;
  if (choice.centreId !== undefined && !seesAll && !visible.some((row) => row.centre?.id === choice.centreId))
    return <NotShown {...props} isSome={visible.length > 0} onMine={() => choose({ centre: '' })} />;
  return visible.length === 0 ? null : <People {...props} visible={visible} seesAll={seesAll} />;
}

/** A centre whose people the reader may not see: they are not requested. */
function NotShown(props: { coverage: CoverageView; choice: CoverageChoice; isSome: boolean; onMine: () => void }) {
  const { centreId } = props.choice;
  const row = props.coverage.centres.find(({ centre }) => centre?.id === centreId);
  const centre = row?.centre?.title ?? centreId ?? '';
  return (
    <section className="section" id="people">
      <Blank
        title={t('policy.list.notShown.title', { centre })}
        text={t('policy.list.notShown.text', { centre })}
        actions={props.isSome && <Button onClick={props.onMine}>{t('policy.list.notShown.mine')}</Button>}
      />
    </section>
  );
}

function People(props: {
  versionKey: string;
  visible: CoverageView['centres'];
  seesAll: boolean;
  choice: CoverageChoice;
  choose: Choose;
}) {
  const { versionKey, visible, seesAll, choice, choose } = props;
  const missing = useMissing(versionKey, choice);
  const receipts = useReceipts(versionKey, choice);
  const centre = visible.find((row) => row.centre?.id === choice.centreId);
  return (
    <section className="section" id="people" aria-labelledby="people-title">
      <h2 className="section-title" id="people-title">
        {choice.shown === 'missing' ? t('policy.list.missingTitle') : t('policy.list.receiptsTitle')}
        {placeOf(centre, seesAll)}
      </h2>
      <div className="filters">
        <Choices
          label={t('common.word.show')}
          value={choice.shown}
          onChange={(show) => choose({ show })}
          options={[
            { value: 'missing', text: counted('missing', missing.data?.total) },
            { value: 'receipts', text: counted('receipts', receipts.data?.total) },
          ]}
        />
        <Narrow
          label={t('common.word.centre')}
          all={t(seesAll ? 'common.word.allCentres' : 'policy.list.ownCentres')}
          value={choice.centreId}
          options={visible.flatMap(({ centre }) => (centre ? [{ value: centre.id, text: centre.title }] : []))}
          onChange={(centre) => choose({ centre })}
        />
        <SearchField value={choice.q} onSearch={(q) => choose({ q })} />
      </div>
      {choice.shown === 'missing' ? (
        <MissingList view={missing} choice={choice} choose={choose} />
      ) : (
        <ReceiptList view={receipts} choice={choice} choose={choose} />
      )}
    </section>
  );
}

/** Whose people the list has, when not everybody's. */
function placeOf(row: CoverageView['centres'][number] | undefined, seesAll: boolean): string {
  if (row?.centre) return `, ${row.centre.title}`;
  return seesAll ? '' : ` ${t('policy.list.inOwnCentres')}`;
}

/** Number of rows below: of the reader's own centres, and of a search. */
const counted = (list: CoverageChoice['shown'], total: number | undefined): string =>
  total === undefined ? t(`policy.list.${list}Only`) : t(`policy.list.${list}`, { count: asNumber(total) });

interface ListProps<View> {
  view: UseQueryResult<View>;
  choice: CoverageChoice;
  choose: Choose;
}

function MissingList({ view, choice, choose }: ListProps<MissingView>) {
  return (
    <Viewed view={view} skeleton={<Skeleton rows={6} />}>
      {({ people, total }) =>
        total === 0 ? (
          <Nobody choice={choice} choose={choose} empty="emptyMissing" />
        ) : (
          <>
            <DataTable
              caption={t('policy.list.missingTitle')}
              columns={missingColumns()}
              rows={people}
              rowKey={(person) => person.id}
              sorted={{ by: choice.sort }}
              onSort={(sort) => choose({ sort })}
              busy={view.isPlaceholderData}
            />
            <Walk total={total} choice={choice} choose={choose} />
          </>
        )
      }
    </Viewed>
  );
}

function ReceiptList({ view, choice, choose }: ListProps<ReceiptsView>) {
  return (
    <Viewed view={view} skeleton={<Skeleton rows={6} />}>
      {({ receipts, total, uncounted }) =>
        total === 0 ? (
          <Nobody choice={choice} choose={choose} empty="emptyReceipts" />
        ) : (
          <>
            <DataTable
              caption={t('policy.list.receiptsTitle')}
              columns={receiptColumns()}
              rows={receipts}
              rowKey={(receipt) => receipt.person.id}
              busy={view.isPlaceholderData}
            />
            {uncounted > 0 && <p className="quiet">{t('policy.list.uncounted', { count: uncounted })}</p>}
            <Walk total={total} choice={choice} choose={choose} />
          </>
        )
      }
    </Viewed>
  );
}

const Walk = ({ total, choice, choose }: { total: number; choice: CoverageChoice; choose: Choose }) => (
  <>
    {choice.q && (
      <p className="quiet" role="status">
        {t('common.table.found', { count: total })}
      </p>
    )}
    <Pages
      offset={choice.offset}
      limit={pageSize}
      total={total}
      onMove={(offset) => choose({ offset: String(offset) })}
    />
  </>
);

function Nobody(props: { choice: CoverageChoice; choose: Choose; empty: 'emptyMissing' | 'emptyReceipts' }) {
  if (props.choice.q)
    return (
      <NothingFound title={t('common.table.nothing')} onClear={() => props.choose({ q: '' })}>
        <p role="status">{t('common.table.nothingText')}</p>
      </NothingFound>
    );
  return <Blank title={t(`policy.list.${props.empty}.title`)} text={t(`policy.list.${props.empty}.text`)} />;
}

const deliveryText = ({ delivery, code }: Missing): string =>
  (code === undefined ? undefined : textOf(`deliveries.reason.${code}`)) ??
  textOf(`deliveries.state.${delivery}`) ??
  delivery;

const missingColumns = (): Column<Missing, MissingSort>[] => [
  { key: 'name', title: t('common.word.name'), sort: 'name', cell: (person) => <NameCell {...person} /> },
  {
    key: 'centre',
    title: t('common.word.centre'),
    sort: 'centre',
    cell: (person) => person.centre ?? t('common.noCentre'),
  },
  {
    key: 'hiredOn',
    title: t('policy.list.hiredOn'),
    sort: 'hiredOn',
    short: true,
    cell: (person) => (person.hiredOn ? asDate(person.hiredOn) : ''),
  },
  { key: 'delivery', title: t('policy.list.delivery'), sort: 'delivery', cell: deliveryText },
  { key: 'due', title: t('common.word.due'), short: true, cell: (person) => asDue(person.daysLeft) },
];

const receiptColumns = (): Column<Receipt>[] => [
  { key: 'name', title: t('common.word.name'), cell: (receipt) => <NameCell {...receipt.person} /> },
  { key: 'centre', title: t('common.word.centre'), cell: (receipt) => receipt.person.centre ?? t('common.noCentre') },
  { key: 'outcome', title: t('common.word.what'), cell: (receipt) => t(`policy.outcome.${receipt.outcome}`) },
  { key: 'at', title: t('common.word.when'), short: true, cell: (receipt) => asMoment(receipt.at) },
  { key: 'how', title: t('common.word.how'), cell: howText },
];
