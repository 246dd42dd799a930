import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import type { CourseView } from '../../api/awareness/contract.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import styles from './Awareness.module.css';
import personStyles from '../shared/ui/Person.module.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../shared/api/client.ts';
import { refetchChanged } from '../shared/api/queries.ts';
import { notify } from '../shared/ui/notify.ts';

/** The courses, with their platform and source of completions. */
export const CourseTable = ({ courses }: { courses: readonly CourseView[] }) => (
  <DataTable
    caption={t('awareness.courses.title')}
    columns={columns(courses.some(({ abilities }) => abilities.edit || abilities.sync))}
    rows={courses}
    rowKey={(course) => course.key}
  />
);

/** The latest sync with Viva Learning, its problems, and a button that syncs now. */
function Viva({ course }: { course: CourseView }) {
  const { sync, left, busy, error } = useSync(course.key);
  if (!course.vivaContentId) return <span className="quiet">{t('awareness.courses.vivaNone')}</span>;
  return (
    <div className={styles.learningViva}>
      <p className="quiet">
        {course.vivaSyncedAt
          ? t('awareness.courses.vivaAt', { moment: asMoment(course.vivaSyncedAt) })
          : t('awareness.courses.vivaNever')}
      </p>
      {course.vivaProblem && <p className={styles.learningMissed}>{t('awareness.courses.vivaProblem')}</p>}
      {course.abilities.sync && (
        <ActButton
          size="small"
          icon={<ArrowSyncRegular />}
          busy={busy}
          busyText={left ? t('awareness.courses.left', { count: left }) : t('awareness.mine.fetching')}
          label={t('awareness.courses.syncOf', { title: course.title })}
          onClick={sync}
        >
          {t('awareness.courses.sync')}
        </ActButton>
      )}
      <ActFailed error={error} />
    </div>
  );
}

const columns = (acts: boolean): Column<CourseView>[] => [
  {
    key: 'name',
    title: t('awareness.exempt.course'),
    cell: (course) => (
      <div>
        <p className={personStyles.personName}>{course.title}</p>
        {course.url && <p className={`quiet ${styles.learningUrl}`}>{course.url}</p>}
      </div>
    ),
  },
  {
    key: 'minutes',
    title: t('awareness.courses.minutes'),
    short: true,
    cell: (course) => t('awareness.minutes', { count: course.minutes }),
  },
  { key: 'viva', title: t('awareness.courses.viva'), cell: (course) => <Viva course={course} /> },
  ...(acts
    ? [
        {
          key: 'act',
          title: t('awareness.list.act'),
          cell: (course: CourseView) =>
            course.abilities.edit && (
              <ButtonLink
                to={`/learning/courses/edit/${encodeURIComponent(course.key)}`}
                size="small"
                label={t('awareness.rounds.editOf', { title: course.title })}
              >
                {t('awareness.rounds.edit')}
              </ButtonLink>
            ),
        },
      ]
    : []),
];

/** Fetches a course's completions from Viva Learning: one call queries some, and the next continues. */
function useSync(courseKey: string) {
  const queries = useQueryClient();
  const [left, setLeft] = useState(0);
  const sync = useMutation({
    mutationFn: async () => {
      const sum = { asked: 0, recorded: 0 };
      for (;;) {
        const answer = await call('POST /api/learning/courses/:courseKey/sync', { params: { courseKey } });
        sum.asked += answer.asked;
        sum.recorded += answer.recorded;
        // None was queried although some are left: a further call would not progress either.
        if (answer.left === 0 || answer.asked === 0) return sum;
        setLeft(answer.left);
      }
    },
    onSuccess: ({ asked, recorded }) =>
      notify(
        recorded === 0
          ? t('awareness.courses.syncedNothing')
          : t('awareness.courses.synced', { count: recorded, asked }),
      ),
    onSettled: () => {
      setLeft(0);
      refetchChanged(queries);
    },
  });
  return { sync: () => sync.mutate(), left, busy: sync.isPending, error: sync.error };
}
