import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { UnreachableView } from '../../api/deliveries/contract.ts';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { useView } from '../shared/api/queries.ts';
import { compareTexts, t, textOf } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';

type Row = UnreachableView['people'][number];
const sorts = ['name', 'centre', 'reason'] as const;
type Sort = (typeof sorts)[number];

const reasonText = ({ reason }: Row) => textOf(`deliveries.reason.${reason}`) ?? t('deliveries.reason.other');
const sortText: Record<Sort, (row: Row) => string> = {
  name: (row) => row.name,
  centre: (row) => row.centre ?? '',
  reason: reasonText,
};

const columns: () => Column<Row, Sort>[] = () => [
  { key: 'name', title: t('common.word.name'), sort: 'name', cell: (row) => <NameCell {...row} /> },
  { key: 'centre', title: t('common.word.centre'), sort: 'centre', cell: (row) => row.centre ?? '' },
  { key: 'reason', title: t('deliveries.unreachable.reason'), sort: 'reason', cell: reasonText },
  { key: 'about', title: t('common.word.what'), cell: (row) => row.about ?? '' },
];

/** People the bot cannot reach, whom the ISK informs in another way. */
export function UnreachablePage() {
  const [search, setSearch] = useSearchParams();
  const centreId = search.get('centre');
  const unreachable = useView('GET /api/unreachable', { query: centreId ? { centreId } : {} });
  const by = sorts.find((sort) => sort === search.get('sort')) ?? 'centre';
  return (
    <Viewed view={unreachable}>
      {(view) => (
        <Page
          title={view.people.length === 0 ? t('deliveries.unreachable.empty.title') : t('deliveries.unreachable.title')}
          above={t('policy.title')}
          lead={view.people.length > 0 ? t('deliveries.unreachable.answer', { count: view.people.length }) : undefined}
        >
          <PolicyNav />
          {view.people.length > 0 && (
            <div>
              <ButtonLink to="/sign-sheets">{t('deliveries.unreachable.sign')}</ButtonLink>
            </div>
          )}
          {view.people.length === 0 ? (
            <Blank title={t('deliveries.unreachable.empty.title')} text={t('deliveries.unreachable.empty.text')} />
          ) : (
            <People
              people={view.people}
              by={by}
              onSort={(sort) => setSearch((now) => ({ ...Object.fromEntries(now), sort }), { replace: true })}
            />
          )}
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function People({ people, by, onSort }: { people: readonly Row[]; by: Sort; onSort: (sort: Sort) => void }) {
  const rows = useMemo(
    () =>
      [...people].sort(
        (one, other) => compareTexts(sortText[by](one), sortText[by](other)) || compareTexts(one.name, other.name),
      ),
    [people, by],
  );
  return (
    <DataTable
      caption={t('deliveries.unreachable.title')}
      columns={columns().filter(({ key }) => key !== 'about' || people.some((row) => row.about))}
      rows={rows}
      rowKey={(row) => row.id}
      sorted={{ by }}
      onSort={onSort}
    />
  );
}
