import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import type { CentreDetailView } from '../../api/organisation/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asDate, compareTexts, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { AssignmentTable } from './AssignmentTable.tsx';
import styles from './OrganisationPage.module.css';

type People = NonNullable<CentreDetailView['people']>;
type Employee = People[number];
const pageSize = 50;

/** One centre: manager, coordinators, and if permitted its people. */
export function CentrePage() {
  const { centreId = '' } = useParams<{ centreId: string }>();
  const me = useMe();
  const view = useView('GET /api/organisation/centres/:centreId', { params: { centreId } });
  return (
    <Viewed view={view}>
      {({ centre, assignments, people, freshness }) => (
        <Page
          title={centre.title}
          lead={t('common.employees', { count: centre.employees })}
          back={{ to: '/organisation', page: t('common.nav.organisation') }}
          actions={
            people &&
            me.data?.abilities.seeCoverage && (
              <ButtonLink to={`/policy/coverage?centre=${centre.id}`}>{t('organisation.seeCoverage')}</ButtonLink>
            )
          }
        >
          <div className={styles.peopleGrid}>
            <Holders title={t('organisation.manager')} people={centre.managers} />
            <Holders title={t('common.word.isk')} people={centre.coordinators} />
          </div>
          <section className="section" aria-labelledby="centre-roles">
            <h2 className="section-title" id="centre-roles">
              {t('organisation.nav.roles')}
            </h2>
            <AssignmentTable assignments={assignments} caption={t('organisation.nav.roles')} withCentre={false} />
          </section>
          {people && <Employees people={people} />}
          <AsOf freshness={freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Holders({ title, people }: { title: string; people: CentreDetailView['centre']['managers'] }) {
  return (
    <section className="card">
      <h2 className="card-title">{title}</h2>
      {people.length === 0 && <p className="card-text">{t('organisation.nobody')}</p>}
      {people.map((person) => (
        <Person key={person.id} person={person} />
      ))}
    </section>
  );
}

const columns = (): Column<Employee>[] => [
  { key: 'name', title: t('common.word.name'), cell: (person) => person.name },
  { key: 'jobTitle', title: t('organisation.people.jobTitle'), cell: (person) => person.jobTitle ?? '' },
  {
    key: 'hiredOn',
    title: t('organisation.people.hiredOn'),
    cell: (person) => (person.hiredOn ? asDate(person.hiredOn) : ''),
  },
  {
    key: 'teams',
    title: t('organisation.people.teams'),
    cell: (person) => (person.teams ? t('organisation.people.reachable') : t('organisation.people.unreachable')),
  },
];

function Employees({ people }: { people: People }) {
  const [q, setQ] = useState('');
  const [offset, setOffset] = useState(0);
  const found = useMemo(() => {
    const wanted = q.toLowerCase();
    return people
      .filter((person) => person.name.toLowerCase().includes(wanted))
      .sort((one, other) => compareTexts(one.name, other.name));
  }, [people, q]);
  return (
    <section className="section" id="people" aria-labelledby="centre-people">
      <div className="section-head">
        <h2 className="section-title" id="centre-people">
          {t('organisation.employees')}
        </h2>
        <SearchField
          value={q}
          onSearch={(text) => {
            setQ(text);
            setOffset(0);
          }}
        />
      </div>
      <p className="quiet" role="status">
        {q ? t('common.table.found', { count: found.length }) : ''}
      </p>
      {found.length === 0 ? (
        <p className="section-text">{q ? t('common.table.nothingText') : t('organisation.people.empty')}</p>
      ) : (
        <DataTable
          caption={t('organisation.employees')}
          columns={columns()}
          rows={found.slice(offset, offset + pageSize)}
          rowKey={(person) => person.id}
        />
      )}
      <Pages offset={offset} limit={pageSize} total={found.length} onMove={setOffset} />
    </section>
  );
}
