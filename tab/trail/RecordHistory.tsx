import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordTrail } from '../../api/trail/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { Changes } from './Changes.tsx';
import styles from './Trail.module.css';

interface About {
  recordKey: string;
  /** A related record, such as the version shown. */
  also?: string;
}

/** The audit trail of one record, for those who may read it; fetched when expanded. */
export function RecordHistory({ recordKey, also }: About) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (me.data?.abilities.seeOperations !== true) return null;
  return (
    <section className="section" aria-labelledby="record-history">
      <div className="section-head">
        <h2 className="section-title" id="record-history">
          {t('trail.history.title')}
        </h2>
        {!isOpen && <Button onClick={() => setOpen(true)}>{t('trail.history.open')}</Button>}
      </div>
      {isOpen && <Opened recordKey={recordKey} {...(also === undefined ? {} : { also })} />}
    </section>
  );
}

function Opened({ recordKey, also }: About) {
  const [older, setOlder] = useState(false);
  const view = useView(
    'GET /api/trail/records/:recordKey',
    { params: { recordKey }, query: { older: String(older), ...(also === undefined ? {} : { also }) } },
    { keepPrevious: true },
  );
  return (
    <Viewed view={view} skeleton={<Skeleton rows={3} />}>
      {(found) => (
        <>
          {found.entries.length === 0 && found.onTheWay === 0 && <p className="quiet">{t('trail.history.none')}</p>}
          {found.onTheWay > 0 && <p className="quiet">{t('trail.onTheWay', { count: found.onTheWay })}</p>}
          <Entries entries={found.entries} />
          {!older && found.older > 0 && (
            <p className="quiet">
              {t('trail.history.olderText')} <Button onClick={() => setOlder(true)}>{t('trail.history.older')}</Button>
            </p>
          )}
          <p>
            <Link href={`/operations/trail?record=${encodeURIComponent(recordKey)}`}>{t('trail.history.all')}</Link>
          </p>
        </>
      )}
    </Viewed>
  );
}

const Entries = ({ entries }: Pick<RecordTrail, 'entries'>) => (
  <ul className={styles.history}>
    {entries.map(({ key, at, act, person, forPerson, subject, changes }) => (
      <li key={key}>
        {act}
        <span className={styles.second}>
          {asMoment(at)}, {person?.name ?? t('trail.program')}
          {forPerson && ` (${t('trail.deputy', { name: forPerson.name })})`}
        </span>
        <Changes changes={changes} about={subject.key} />
      </li>
    ))}
  </ul>
);
