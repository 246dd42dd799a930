import type { MyLearningView } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { EarlierCourses } from './EarlierCourses.tsx';
import { LearningHistory } from './LearningHistory.tsx';
import { LearningNav } from './LearningNav.tsx';
import { MyCourse } from './MyCourse.tsx';
import type { Course } from './views.ts';
import styles from './LearningPage.module.css';

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
            <Blank title={t('awareness.mine.empty.title')}>
              <p>{t('awareness.mine.empty.text')}</p>
            </Blank>
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
