import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Missing, NoAccess } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { CourseForm } from './CourseForm.tsx';

const back = () => ({ to: '/learning/rounds', page: t('awareness.nav.rounds') });

/** New course. */
export function NewCoursePage() {
  const courses = useView('GET /api/learning/courses', {});
  return (
    <Viewed view={courses}>
      {({ abilities }) =>
        abilities.edit ? (
          <Page title={t('awareness.course.newTitle')} back={back()}>
            <CourseForm course={undefined} />
          </Page>
        ) : (
          <NoAccess />
        )
      }
    </Viewed>
  );
}

/** A course to change. */
export function EditCoursePage() {
  const { courseKey } = useParams();
  const courses = useView('GET /api/learning/courses', {});
  return (
    <Viewed view={courses}>
      {(view) => {
        const course = view.courses.find(({ key }) => key === courseKey);
        if (!course) return <Missing />;
        if (!course.abilities.edit) return <NoAccess />;
        return (
          <Page title={t('awareness.rounds.editOf', { title: course.title })} back={back()}>
            <CourseForm course={course} key={course.key} />
          </Page>
        );
      }}
    </Viewed>
  );
}
