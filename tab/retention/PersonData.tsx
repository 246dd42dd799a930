import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';

const fewestLetters = 2;

/** All personal data of one person, for access requests: found by name, also after leaving. */
export function PersonData() {
  const [q, setQ] = useState('');
  const enough = q.length >= fewestLetters;
  const found = useView('GET /api/person-data', { query: { q } }, { enabled: enough, keepPrevious: true });
  const people = enough ? found.data?.people : undefined;
  return (
    <section className="card" aria-labelledby="person-data">
      <h2 className="card-title" id="person-data">
        {t('retention.person.title')}
      </h2>
      <p className="card-text">{t('retention.person.text')}</p>
      <SearchField value={q} label={t('retention.person.search')} onSearch={setQ} />
      <div role="status">
        {people?.length === 0 && <p>{t('retention.person.nobody', { text: q })}</p>}
        {people && people.length > 0 && (
          <span className="hidden">{t('common.table.found', { count: people.length })}</span>
        )}
      </div>
      {people?.map(({ person, leftOn }) => (
        <div className="card-row" key={person.id}>
          <Person person={person}>
            {leftOn !== undefined && <p className="quiet">{t('retention.person.left', { date: asDate(leftOn) })}</p>}
          </Person>
          <Fetch person={person} />
        </div>
      ))}
      <ActFailed error={found.error} />
    </section>
  );
}

function Fetch({ person }: { person: PersonRef }) {
  const file = useMutation({
    mutationFn: () => download('GET /api/person-data/:personId/file.xlsx', { params: { personId: person.id } }),
  });
  return (
    <div>
      <ActButton
        busy={file.isPending}
        busyText={t('retention.person.fetching')}
        aria-label={t('retention.person.fetchOf', { name: person.name })}
        onClick={() => file.mutate()}
      >
        {t('retention.person.fetch')}
      </ActButton>
      <ActFailed error={file.error} />
    </div>
  );
}
