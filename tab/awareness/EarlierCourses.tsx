import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { HappenedTable } from './LearningHistory.tsx';

/** Past years, each fetched on demand: they are in files, not in memory. */
export function EarlierCourses({ first }: { first: string }) {
  const [asked, setAsked] = useState(false);
  if (asked) return <EarlierYear year={first} />;
  return <Button onClick={() => setAsked(true)}>{t('awareness.mine.history.earlier', { year: first })}</Button>;
}

function EarlierYear({ year }: { year: string }) {
  const earlier = useView('GET /api/learning/earlier', { query: { year } });
  const heading = useRef<HTMLHeadingElement>(null);
  // The pressed button is removed: the keyboard focus moves here.
  useEffect(() => heading.current?.focus(), []);
  const title = t('awareness.mine.history.ofYear', { year });
  return (
    <>
      <h3 className="card-title" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <Viewed view={earlier}>
        {(view) => (
          <>
            {view.history.length === 0 ? (
              <p className="section-text">{t('awareness.mine.history.noneInYear', { year })}</p>
            ) : (
              <HappenedTable caption={title} history={view.history} />
            )}
            {view.earlier === undefined ? (
              <p className="section-text">{t('awareness.mine.history.noMore', { year })}</p>
            ) : (
              <EarlierCourses first={view.earlier} />
            )}
          </>
        )}
      </Viewed>
    </>
  );
}
