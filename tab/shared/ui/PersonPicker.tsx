import { Button, Field } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRef } from '../../../api/http/contract.ts';
import { useView } from '../api/queries.ts';
import { t } from '../texts/texts.ts';
import { ActFailed } from './Failed.tsx';
import { Person } from './Person.tsx';
import { keepingFocus } from './keeping-focus.ts';
import { SearchField } from './SearchField.tsx';
import foundListStyles from './FoundList.module.css';
import styles from './PersonPicker.module.css';

const fewestLetters = 2;

/** Finds a person by part of the name; shows the chosen one, with a button to change. */
export function PersonPicker(props: {
  /** The field's question. */
  label: string;
  person: PersonRef | undefined;
  error: string | undefined;
  /** Nobody is valid too. */
  optional?: boolean;
  onChoose: (person: PersonRef | undefined) => void;
}) {
  const [q, setQ] = useState('');
  const enough = q.length >= fewestLetters;
  const people = useView('GET /api/people', { query: { q } }, { enabled: enough, keepPrevious: true });
  if (props.person)
    return (
      <div data-picker>
        <p className={styles.foundLabel}>{props.label}</p>
        <div className="card-row">
          <Person person={props.person} />
          <Button onClick={({ currentTarget }) => keepingFocus(currentTarget, () => props.onChoose(undefined))}>
            {t('common.person.change')}
          </Button>
        </div>
        {props.error && (
          <p className={styles.wrong} role="alert">
            {props.error}
          </p>
        )}
      </div>
    );
  const found = enough ? people.data?.people : undefined;
  return (
    <div data-picker>
      <Field
        label={props.label}
        hint={t('common.person.hint')}
        required={props.optional !== true}
        {...(props.error ? { validationMessage: props.error } : {})}
      >
        <SearchField of={props.label} value={q} onSearch={setQ} />
      </Field>
      <div role="status">
        {found?.length === 0 && <p>{t('common.person.nobodyFound', { text: q })}</p>}
        {found && found.length > 0 && (
          <span className="hidden">{t('common.table.found', { count: found.length })}</span>
        )}
      </div>
      {found && found.length > 0 && (
        <ul className={foundListStyles.foundList} data-part="found-list">
          {found.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                onClick={({ currentTarget }) => keepingFocus(currentTarget, () => props.onChoose(person))}
              >
                <Person person={person} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ActFailed error={people.error} />
    </div>
  );
}
