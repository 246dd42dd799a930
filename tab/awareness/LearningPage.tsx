import type { MyLearningView } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { LearningHistory, HappenedTable } from './LearningHistory.tsx';
import { LearningNav } from './LearningNav.tsx';
import { MyCourse } from './MyCourse.tsx';
import type { Course } from './views.ts';
import styles from './LearningPage.module.css';
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';

const owed = ({ state }: Course) => state === 'open' || state === 'overdue';

/** Mine kurser: courses missing and due, then each course, then past years. */
export function LearningPage() {
  const mine = useView('GET /api/learning', {});
  return (
    <Viewed view={mine}>
      {(view) => (
        <Page title={answerOf(view)} above={t('common.nav.learning')} lead={leadOf(view)}>
          <LearningNav />
          {view.courses.length === 0 ? (
            <Blank title={t('awareness.mine.empty.title')} text={t('awareness.mine.empty.text')} />
          ) : (
            <section aria-label={t('awareness.nav.mine')}>
              <ul className={styles.learningCourses}>
                {[...view.courses]
                  .sort((one, other) => Number(owed(other)) - Number(owed(one)))
                  .map((course) => (
                    <MyCourse key={course.roundKey} course={course} />
                  ))}
              </ul>
            </section>
          )}
          <LearningHistory history={view.history}>
            {view.earlier !== undefined && <EarlierCourses first={view.earlier} />}
          </LearningHistory>
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function answerOf({ courses }: MyLearningView): string {
  const missing = courses.filter(owed);
  const [only] = missing;
  if (!only) return t('awareness.mine.oweNothing');
  if (missing.length > 1) return t('awareness.mine.oweMany', { count: missing.length });
  return t('awareness.mine.owe', { title: only.course.title });
}

/** Duration and due date, if exactly one course is missing; with more each shows its own. */
function leadOf({ courses }: MyLearningView): string | undefined {
  const [only, more] = courses.filter(owed);
  if (!only || more) return undefined;
  const minutes = t('awareness.minutes', { count: only.course.minutes });
  const { due, daysLeft } = only;
  if (due === undefined || daysLeft === undefined) return undefined;
  if (daysLeft === 0) return t('awareness.mine.takesToday', { minutes });
  const key = daysLeft < 0 ? 'awareness.mine.takesOver' : 'awareness.mine.takes';
  return t(key, { minutes, date: asDate(due), due: asDue(daysLeft) });
}

/** Past years, each fetched on demand: they are in files, not in memory. */
function EarlierCourses({ first }: { first: string }) {
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
