import { Button } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { AppointDialog } from './AppointDialog.tsx';
import { AssignmentTable } from './AssignmentTable.tsx';
import { OrganisationNav } from '../shared/navigation/OrganisationNav.tsx';

const states = ['current', 'future', 'left', 'ended'] as const;

/** Role holders with their periods, including coming and ended ones. */
export function RolesPage() {
  const view = useView('GET /api/organisation/assignments', {});
  const me = useMe();
  const [search] = useSearchParams();
  // The overview's warning of a missing ISK opens the form.
  const [appointing, setAppointing] = useState(search.has('appoint'));
  const mayAppoint = me.data?.abilities.assignRoles === true;
  const appoint = (
    <Button appearance="primary" icon={<PersonAddRegular />} onClick={() => setAppointing(true)}>
      {t('organisation.roles.appoint')}
    </Button>
  );
  return (
    <Viewed view={view}>
      {({ assignments, freshness }) => (
        <Page title={t('organisation.nav.roles')} lead={t('organisation.roles.text')} actions={mayAppoint && appoint}>
          <OrganisationNav />
          {assignments.length === 0 ? (
            <Blank
              title={t('organisation.roles.empty.title')}
              text={t('organisation.roles.empty.text')}
              actions={mayAppoint && appoint}
            />
          ) : (
            <Assignments assignments={assignments} />
          )}
          <AsOf freshness={freshness} />
          {(mayAppoint || appointing) && <AppointDialog open={appointing} onClose={() => setAppointing(false)} />}
        </Page>
      )}
    </Viewed>
  );
}

const matches = (row: AssignmentView, q: string) =>
  [row.person.name, row.centre?.title, t(`roles.${row.role}`)].some((text) => text?.toLowerCase().includes(q));

function Assignments({ assignments }: { assignments: readonly AssignmentView[] }) {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const state = states.find((known) => known === search.get('state'));
  const change = (name: 'q' | 'state', value: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const rows = assignments.filter(
    (row) => (state === undefined || row.state === state) && matches(row, q.toLowerCase()),
  );
  return (
    <section className="section" aria-label={t('organisation.nav.roles')}>
      <div className="filters">
        <SearchField value={q} onSearch={(text) => change('q', text)} />
        <Narrow
          label={t('common.word.show')}
          all={t('common.word.all')}
          value={state}
          options={states.map((known) => ({ value: known, text: t(`organisation.roles.states.${known}`) }))}
          onChange={(chosen) => change('state', chosen)}
        />
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <NothingFound title={t('common.table.nothing')} onClear={() => setSearch({}, { replace: true })}>
          <p>{t('common.table.nothingText')}</p>
        </NothingFound>
      ) : (
        <AssignmentTable assignments={rows} caption={t('organisation.nav.roles')} />
      )}
    </section>
  );
}
