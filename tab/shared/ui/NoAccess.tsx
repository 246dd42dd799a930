import { useState } from 'react';
import { useLocation } from 'wouter';
import { ownPageOf } from './no-access.ts';
import { ApiError } from '../api/api-error.ts';
import { useMe } from '../me.ts';
import { loadTexts, t } from '../texts/texts.ts';
import { Blank } from './Blank.tsx';
import { ButtonLink } from './ButtonLink.tsx';
import { Page } from './Page.tsx';
import { Skeleton } from './Skeleton.tsx';
import styles from './Blank.module.css';

/** The page with its texts. */
export async function loadNoAccess() {
  await loadTexts('noAccess');
  return NoAccess;
}

/** The form of a readable page is below it. */
const form = '/edit';

/** No access: the reason, and a link to the reader's own page. */
function NoAccess({ unseen, missing }: { unseen?: boolean; missing?: ApiError | true }) {
  const [path] = useLocation();
  const me = useMe();
  if (me.isPending) return <Skeleton title />;
  const { error } = me;
  // Nothing is this reader's: there is no page to lead to.
  if (error instanceof ApiError && error.code === 'access.unknownPerson')
    return <Nothing title={t('noAccess.unknown')} texts={[error.message]} way="none" />;
  const own = me.data && ownPageOf(path, me.data);
  const way = own && { to: own.to, go: t('noAccess.go', { page: t(own.page) }) };
  // The API knows the day it ended, and tells those who might read it.
  if (missing instanceof ApiError && missing.details.on !== undefined)
    return <Nothing title={t('noAccess.over')} texts={[missing.message]} way={way} />;
  if (missing) return <Nothing title={t('noAccess.missing.title')} texts={[t('common.missing.text')]} way={way} />;
  const title = t('common.noAccess.title');
  const ask = t('noAccess.ask');
  if (!unseen && path.endsWith(form)) {
    const read = { to: path.slice(0, -form.length), go: t('noAccess.edit.go') };
    return <Nothing title={title} texts={[t('noAccess.edit.text'), ask]} way={read} />;
  }
  return <Nothing title={title} texts={[t(`noAccess.${own?.why ?? 'other'}`), ask]} way={way} />;
}

interface Way {
  to: string;
  go: string;
}

function Nothing({ title, texts, way }: { title: string; texts: readonly string[]; way: Way | 'none' | undefined }) {
  // Whether it replaces a whole page: then its heading is the first. Known before painting.
  const [alone, setAlone] = useState<boolean>();
  if (alone === undefined)
    return <div ref={(place) => void (place && setAlone(document.querySelector('#main h1') === null))} />;
  const said = texts.map((text) => <p key={text}>{text}</p>);
  const ways = way !== 'none' && <Ways way={way} />;
  if (!alone)
    return (
      <Blank title={title} actions={ways}>
        {said}
      </Blank>
    );
  return (
    <Page title={title}>
      <div className={styles.blank} data-blank>
        <div className={styles.blankText}>{said}</div>
        <div className={styles.blankActions} data-part="blank-actions">
          {ways}
        </div>
      </div>
    </Page>
  );
}

function Ways({ way }: { way: Way | undefined }) {
  const isHome = way === undefined || way.to === '/';
  return (
    <>
      {!isHome && (
        <ButtonLink to={way.to} appearance="primary">
          {way.go}
        </ButtonLink>
      )}
      <ButtonLink to="/" {...(isHome ? { appearance: 'primary' } : {})}>
        {t('noAccess.home')}
      </ButtonLink>
    </>
  );
}
