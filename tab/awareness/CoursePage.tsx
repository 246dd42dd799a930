import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { Missing } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import type { CourseView } from '../../api/awareness/contract.ts';
import { linkOrNone } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { minutesOf, useCourse } from './useCourse.ts';
import styles from './RoundForm.module.css';
import awarenessStyles from './Awareness.module.css';

const back = () => ({ to: '/learning/rounds', page: t('awareness.nav.rounds') });

/** New course. */
export function NewCoursePage() {
  const courses = useView('GET /api/learning/courses', {});
  return (
    <Viewed view={courses}>
      {({ abilities }) => (
        <Begun may={abilities.edit}>
          <Page title={t('awareness.course.newTitle')} back={back()}>
            <CourseForm course={undefined} />
          </Page>
        </Begun>
      )}
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
        return (
          <Begun key={course.key} may={course.abilities.edit}>
            <Page title={t('awareness.rounds.editOf', { title: course.title })} back={back()}>
              <CourseForm course={course} />
            </Page>
          </Begun>
        );
      }}
    </Viewed>
  );
}

const optional = (label: string) => `${label} (${t('common.form.optional')})`;

/** Title, address, duration, description, and its id in Viva Learning. */
function CourseForm({ course }: { course: CourseView | undefined }) {
  const state = useCourse(course);
  const { control } = state;
  return (
    <Form state={state} className={styles.roundForm} button={t('awareness.course.save')}>
      <div className="card">
        <FormField
          control={control}
          name="title"
          label={t('common.word.title')}
          rules={{ validate: (text) => text.trim() !== '' || t('common.form.required') }}
        />
        <div className={awarenessStyles.learningPair}>
          <FormField
            control={control}
            name="minutes"
            label={t('awareness.course.minutes')}
            inputMode="decimal"
            rules={{ validate: (text) => minutesOf(text) !== undefined || t('awareness.course.minutesRange') }}
          />
        </div>
        <FormField
          control={control}
          name="url"
          label={optional(t('awareness.course.url'))}
          inputMode="url"
          hint={t('awareness.course.urlHint')}
          optional
          rules={linkOrNone()}
        />
        <FormField
          control={control}
          name="describe"
          label={optional(t('awareness.course.describe'))}
          hint={t('awareness.course.describeHint')}
          rows={3}
        />
        <FormField
          control={control}
          name="vivaContentId"
          label={optional(t('awareness.course.viva'))}
          hint={t('awareness.course.vivaHint')}
        />
      </div>
    </Form>
  );
}
