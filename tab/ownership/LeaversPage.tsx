import { Link } from 'wouter';
import { useAddress } from '../shared/address.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { NameCell } from '../shared/ui/Person.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';

type View = ApiAnswer<'GET /api/leavers'>;
type Leaver = View['people'][number];
type Earlier = View['successions'][number];

const longestSearch = 100;

/** Leavers who still have something, a search for others, and the latest hand-overs. */
export function LeaversPage() {
  const { valueOf, choose } = useAddress<'q'>();
  const q = (valueOf('q') ?? '').slice(0, longestSearch);
  const view = useView('GET /api/leavers', { query: { q } }, { keepPrevious: true });
  return (
    <Viewed view={view}>
      {({ people, successions, freshness }) => (
        <Page
          title={q === '' ? answerOf(people.length) : t('ownership.succession.title')}
          above={t('ownership.succession.pageTitle')}
          lead={t('ownership.succession.find.lead')}
          back={{ to: '/centre', page: t('common.nav.centre') }}
        >
          <section className="card" aria-label={t('ownership.succession.find.found')}>
            <SearchField
              label={t('ownership.succession.find.search')}
              value={q}
              onSearch={(wanted) => choose({ q: wanted })}
            />
            {people.length > 0 && (
              <DataTable
                caption={t('ownership.succession.find.found')}
                columns={leaverColumns()}
                rows={people}
                rowKey={({ person }) => person.id}
              />
            )}
            {people.length === 0 && q !== '' && <p role="status">{t('ownership.succession.find.nobody')}</p>}
          </section>
          {successions.length > 0 && (
            <section className="card" aria-labelledby="earlier">
              <h2 className="section-title" id="earlier">
                {t('ownership.succession.find.earlier')}
              </h2>
              <DataTable
                caption={t('ownership.succession.find.earlier')}
                columns={earlierColumns()}
                rows={successions}
                rowKey={({ key }) => key}
              />
            </section>
          )}
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

const answerOf = (count: number) =>
  count === 0 ? t('ownership.succession.find.answerNone') : t('ownership.succession.find.answer', { count });

const leaverColumns = (): Column<Leaver>[] => [
  { key: 'person', title: t('common.word.name'), cell: ({ person }) => <NameCell {...person} /> },
  {
    key: 'standing',
    title: t('common.word.status'),
    short: true,
    cell: ({ left }) => t(left ? 'ownership.succession.find.left' : 'ownership.succession.find.employed'),
  },
  {
    key: 'records',
    title: t('ownership.succession.find.records'),
    short: true,
    cell: ({ records }) => t('ownership.succession.find.recordsCount', { count: records }),
  },
  {
    key: 'see',
    title: t('ownership.succession.find.see'),
    short: true,
    cell: ({ person }) => (
      <ButtonLink
        size="small"
        to={`/hand-overs/person/${encodeURIComponent(person.id)}`}
        label={t('ownership.succession.find.seeFor', { name: person.name })}
      >
        {t('ownership.succession.find.see')}
      </ButtonLink>
    ),
  },
];

const earlierColumns = (): Column<Earlier>[] => [
  {
    key: 'from',
    title: t('ownership.succession.find.earlierWho'),
    cell: ({ key, from }) => <Link href={`/hand-overs/${encodeURIComponent(key)}`}>{from.name}</Link>,
  },
  { key: 'by', title: t('ownership.succession.find.earlierBy'), cell: ({ by }) => by.name },
  { key: 'at', title: t('common.word.when'), short: true, cell: ({ at }) => asMoment(at) },
  {
    key: 'done',
    title: t('ownership.succession.find.earlierDone'),
    cell: ({ counts: { moved, all } }) => t('ownership.succession.find.doneCount', { moved, all }),
  },
];
