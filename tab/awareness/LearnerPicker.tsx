import { Button, Field } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Person } from '../shared/ui/Person.tsx';
import { keepingFocus } from '../shared/ui/keeping-focus.ts';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import type { Learner } from './views.ts';
import foundListStyles from '../shared/ui/FoundList.module.css';
import styles from './Learners.module.css';

const most = 500;
const shownAtOnce = 12;

/**
 * People without the course whom the reader may register, those without Teams first: only others can do it for them.
 */
export function LearnerPicker(props: {
  roundKey: string;
  open: boolean;
  person: PersonRef | undefined;
  error: string | undefined;
  onChoose: (person: PersonRef | undefined) => void;
}) {
  const [q, setQ] = useState('');
  const people = useView(
    'GET /api/learning/rounds/:roundKey/people',
    {
      params: { roundKey: props.roundKey },
      query: { show: 'missing', sort: 'name', limit: most, ...(q ? { q } : {}) },
    },
    { enabled: props.open, keepPrevious: true },
  );
  if (props.person)
    return (
      <div className="card-row" data-picker>
        <Person person={props.person} />
        <Button onClick={({ currentTarget }) => keepingFocus(currentTarget, () => props.onChoose(undefined))}>
          {t('common.person.change')}
        </Button>
      </div>
    );
  return (
    <div data-picker>
      <Field label={t('awareness.register.who')} required {...(props.error ? { validationMessage: props.error } : {})}>
        <SearchField of={t('awareness.register.who')} value={q} onSearch={setQ} />
      </Field>
      <Viewed view={people} skeleton={<Skeleton rows={1} />}>
        {(view) => (
          <Found people={view.people.filter(({ abilities }) => abilities.register)} onChoose={props.onChoose} />
        )}
      </Viewed>
    </div>
  );
}

function Found({ people, onChoose }: { people: readonly Learner[]; onChoose: (person: PersonRef) => void }) {
  const withoutTeams = people.filter(({ teams }) => !teams);
  const others = withoutTeams.length > 0 ? t('awareness.register.others') : t('awareness.list.title.missing');
  const groups = [
    { title: t('awareness.register.withoutTeams'), people: withoutTeams },
    { title: others, people: people.filter(({ teams }) => teams) },
  ].filter((group) => group.people.length > 0);
  if (groups.length === 0) return <p role="status">{t('awareness.register.nobody')}</p>;
  return (
    <div
      className={`${foundListStyles.foundList} ${styles.learnerGroups}`}
      data-part="found-list"
      role="group"
      aria-label={t('awareness.register.who')}
    >
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <p className="quiet">{group.title}</p>
          <ul>
            {group.people.slice(0, shownAtOnce).map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  onClick={({ currentTarget }) => keepingFocus(currentTarget, () => onChoose(person))}
                >
                  <Person person={person} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
