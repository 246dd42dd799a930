import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { t } from '../shared/texts/texts.ts';
import styles from './RoundForm.module.css';

const idPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Entra groups by object id, with help to find it. */
export function GroupIds({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const id = text.trim().toLowerCase();
  const wrong = tried && !idPattern.test(id);
  const add = () => {
    setTried(!idPattern.test(id));
    if (!idPattern.test(id)) return;
    if (!ids.includes(id)) onChange([...ids, id]);
    setText('');
  };
  return (
    <fieldset className="choices">
      <legend>{t('awareness.round.groups')}</legend>
      {ids.length > 0 && (
        <ul className={styles.roundList}>
          {ids.map((group) => (
            <li key={group} className="card-row">
              <code>{group}</code>
              <Button
                size="small"
                aria-label={t('awareness.round.removeGroup', { id: group })}
                onClick={() => onChange(ids.filter((known) => known !== group))}
              >
                {t('common.word.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={t('awareness.round.groupId')}
        hint={t('awareness.round.groupHint')}
        {...(wrong ? { validationMessage: t('awareness.round.groupFormat') } : {})}
      >
        <Input
          value={text}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Enter adds the group without submitting the form.
            event.preventDefault();
            add();
          }}
        />
      </Field>
      <div>
        <Button onClick={add}>{t('awareness.round.addGroup')}</Button>
      </div>
    </fieldset>
  );
}
