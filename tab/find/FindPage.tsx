import { Button, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useId, useRef, useState } from 'react';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { FoundGroups } from './FoundGroups.tsx';
import { moveAmong, stopMark } from './move-among.ts';
import { longestSearch, useFind } from './useFind.ts';
import { limited } from '../shared/ui/limited.ts';
import styles from './Find.module.css';
import { useDraft } from '../shared/forms/useDraft.ts';

/** One search over everything visible to the reader: by name and full text, tolerant of typos. */
export function FindPage() {
  const find = useFind();
  const me = useMe().data?.person.id;
  const field = useRef<HTMLInputElement>(null);
  const keys = useId();
  const clear = () => {
    find.setText('');
    find.choose({ q: '', kind: '' });
    field.current?.focus();
  };
  // After the heading has been focused, as on every page.
  useEffect(() => {
    const focus = () => field.current?.focus();
    focus();
    // The menu's search and Ctrl+K lead here also from here.
    addEventListener('pushState', focus);
    return () => removeEventListener('pushState', focus);
  }, []);
  return (
    <Page title={t('find.title')}>
      <div className={styles.find} role="search" onKeyDown={(event) => moveAmong(event, clear)}>
        <Input
          input={{ ref: field }}
          className={styles.field ?? ''}
          size="large"
          type="text"
          enterKeyHint="search"
          autoComplete="off"
          {...limited(longestSearch)}
          aria-label={t('find.field')}
          aria-describedby={keys}
          placeholder={t('find.field')}
          contentBefore={<SearchRegular aria-hidden />}
          {...(find.text
            ? {
                contentAfter: (
                  <Button
                    appearance="transparent"
                    icon={<DismissRegular />}
                    aria-label={t('find.clear')}
                    onClick={clear}
                  />
                ),
              }
            : {})}
          value={find.text}
          onChange={(_, data) => find.setText(data.value)}
        />
        <p id={keys} className={`${styles.keys} for-keys`}>
          {t('find.keys')}
        </p>
        {me !== undefined && <Answer key={me} personId={me} find={find} />}
      </div>
    </Page>
  );
}

function Answer({ personId, find }: { personId: string; find: ReturnType<typeof useFind> }) {
  const { recent, remember, forgetAll } = useRecent(personId);
  if (find.q === '')
    return recent.length === 0 ? (
      <p className={styles.hint}>{t('find.hint')}</p>
    ) : (
      <Recent recent={recent} onChoose={find.setText} onForget={forgetAll} />
    );
  return (
    <Viewed view={find.view} skeleton={<Skeleton rows={4} />}>
      {(view) => <FoundGroups view={view} find={find} onOpen={() => remember(find.q)} />}
    </Viewed>
  );
}

function Recent(props: { recent: readonly string[]; onChoose: (q: string) => void; onForget: () => void }) {
  return (
    <section aria-labelledby="find-recent">
      <h2 id="find-recent" className={styles.heading}>
        {t('find.recent')}
      </h2>
      <ul className={styles.recent}>
        {props.recent.map((q) => (
          <li key={q}>
            <Button {...stopMark} onClick={() => props.onChoose(q)}>
              {q}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>
        {t('find.recentWhere')}{' '}
        <Button appearance="transparent" size="small" onClick={props.onForget}>
          {t('find.forget')}
        </Button>
      </p>
    </section>
  );
}

const most = 8;

/** The reader's recent successful searches, latest first. Stored on this device only. */
function useRecent(personId: string) {
  const { found, keep, forget } = useDraft<string[]>(`find.${personId}`);
  const [recent, setRecent] = useState(() => (Array.isArray(found) ? found : []));
  const remember = (q: string) => {
    const next = [q, ...recent.filter((one) => one.toLowerCase() !== q.toLowerCase())].slice(0, most);
    setRecent(next);
    keep(next);
  };
  const forgetAll = () => {
    setRecent([]);
    forget();
  };
  return { recent, remember, forgetAll };
}
