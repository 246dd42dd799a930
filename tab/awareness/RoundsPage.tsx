import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { RoundView } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CourseTable } from './CourseTable.tsx';
import { LearningNav } from './LearningNav.tsx';
import { RoundTable } from './RoundTable.tsx';

function answerOf(rounds: readonly RoundView[]): string {
  const open = rounds.filter(({ state }) => state === 'open').length;
  return open === 0 ? t('awareness.rounds.answerNone') : t('awareness.rounds.answerOpen', { count: open });
}

/** Runder og kurser: open rounds with progress, and their courses. */
export function RoundsPage() {
  const view = useView('GET /api/learning/rounds', {});
  return (
    <Viewed view={view}>
      {({ rounds, abilities, freshness }) => {
        const add = abilities.edit && (
          <ButtonLink to="/learning/rounds/new" appearance="primary" icon={<AddRegular />}>
            {t('awareness.rounds.add')}
          </ButtonLink>
        );
        return (
          <Page title={answerOf(rounds)} above={t('awareness.nav.rounds')} actions={rounds.length > 0 && add}>
            <LearningNav />
            <section className="section" aria-labelledby="rounds">
              <h2 className="section-title" id="rounds">
                {t('awareness.rounds.list')}
              </h2>
              {rounds.length === 0 ? (
                <Blank
                  title={t('awareness.rounds.empty.title')}
                  text={t('awareness.rounds.empty.text')}
                  actions={add}
                />
              ) : (
                <RoundTable rounds={rounds} />
              )}
            </section>
            <Courses />
            <AsOf freshness={freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

function Courses() {
  const view = useView('GET /api/learning/courses', {});
  return (
    <section className="section" aria-labelledby="courses">
      <Viewed view={view} skeleton={<Skeleton rows={2} />}>
        {({ courses, abilities }) => {
          const add = abilities.edit && (
            <ButtonLink to="/learning/courses/new" icon={<AddRegular />}>
              {t('awareness.courses.add')}
            </ButtonLink>
          );
          return (
            <>
              <div className="section-head">
                <h2 className="section-title" id="courses">
                  {t('awareness.courses.title')}
                </h2>
                {courses.length > 0 && add}
              </div>
              {courses.length === 0 ? (
                <Blank
                  title={t('awareness.courses.empty.title')}
                  text={t('awareness.courses.empty.text')}
                  actions={add}
                />
              ) : (
                <CourseTable courses={courses} />
              )}
            </>
          );
        }}
      </Viewed>
    </section>
  );
}
