import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import { t } from '../shared/texts/texts.ts';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import foundListStyles from '../shared/ui/FoundList.module.css';
import styles from './Standards.module.css';

/** A selected item: its name, and its source when ambiguous. */
export interface Picked {
  key: string;
  title: string;
  about?: string;
}

/** The API's limit. */
const most = 50;

/** Selects any number by search; selected ones are above, each with a remove button. */
export function PickMany(props: {
  legend: string;
  hint?: string;
  searchLabel: string;
  q: string;
  onSearch: (q: string) => void;
  /** Beside the search, e.g. its scope. */
  beside?: ReactNode;
  picked: readonly Picked[];
  onChange: (picked: Picked[]) => void;
  /** Search results; absent without a search. */
  found: readonly Picked[] | undefined;
  error: Error | null;
  wrong?: string | undefined;
}) {
  const { picked, found } = props;
  const [said, setSaid] = useState('');
  const has = (key: string) => picked.some((one) => one.key === key);
  const add = (one: Picked) => {
    setSaid(t('standards.form.added', { name: one.title }));
    props.onChange([...picked, one]);
  };
  const free = found?.filter(({ key }) => !has(key));
  return (
    <fieldset className="choices">
      <legend>{props.legend}</legend>
      {props.hint && <p className="quiet">{props.hint}</p>}
      <p className="quiet">
        {picked.length === 0 ? t('standards.form.noneChosen') : t('standards.form.chosen', { count: picked.length })}
      </p>
      {picked.length > 0 && (
        <ul className={styles.pickChosen}>
          {picked.map((one) => (
            <li key={one.key}>
              <PickText one={one} />
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('common.word.removeOf', { name: one.title })}
                onClick={() => props.onChange(picked.filter(({ key }) => key !== one.key))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.standardsTools}>
        <SearchField value={props.q} label={props.searchLabel} onSearch={props.onSearch} />
        {props.beside}
      </div>
      <p className="hidden" role="status">
        {said || (free && t('common.table.found', { count: free.length }))}
      </p>
      {free && free.length === 0 && <p>{t('standards.form.nothing')}</p>}
      {free && free.length > 0 && (
        <ul className={foundListStyles.foundList} data-part="found-list" aria-label={t('standards.form.found')}>
          {free.map((one) => (
            <li key={one.key}>
              <button
                type="button"
                aria-label={t('standards.form.add', { name: nameOf(one) })}
                onClick={() => add(one)}
              >
                <PickText one={one} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {found && found.length >= most && <p className="quiet">{t('standards.form.most')}</p>}
      {props.wrong && (
        <p className={styles.standardsError} role="alert">
          {props.wrong}
        </p>
      )}
      <ActFailed error={props.error} />
    </fieldset>
  );
}

const nameOf = ({ title, about }: Picked): string => (about === undefined ? title : `${about} ${title}`);
const PickText = ({ one }: { one: Picked }) => (
  <span className={styles.pickText}>
    {one.about !== undefined && <span className="quiet">{one.about}</span>} {one.title}
  </span>
);
