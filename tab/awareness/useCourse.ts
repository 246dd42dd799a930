import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CourseView } from '../../api/awareness/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

interface CourseValues {
  title: string;
  url: string;
  minutes: string;
  describe: string;
  vivaContentId: string;
}
const fields = ['title', 'url', 'minutes', 'describe', 'vivaContentId'] as const;

/** A whole number of minutes from 1 to 600, as it is typed. */
export function minutesOf(text: string): number | undefined {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 600 ? minutes : undefined;
}

const startOf = (course: CourseView | undefined): CourseValues => ({
  title: course?.title ?? '',
  url: course?.url ?? '',
  minutes: course ? String(course.minutes) : '',
  describe: course?.describe ?? '',
  vivaContentId: course?.vivaContentId ?? '',
});

/** The form of a course: keeps itself, and saves a new course or a changed one. */
export function useCourse(course: CourseView | undefined) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(course));
  const kept = useKeptForm<CourseValues>(`course.${course?.key ?? 'new'}`, start, fields);
  const create = useAct('POST /api/learning/courses');
  const change = useAct('PUT /api/learning/courses/:courseKey');
  const save = kept.form.handleSubmit(async ({ title, url, minutes, describe, vivaContentId }) => {
    const length = minutesOf(minutes);
    if (length === undefined) return;
    const viva = vivaContentId.trim();
    const body = { title, url: url.trim(), minutes: length, describe, ...(viva ? { vivaContentId: viva } : {}) };
    try {
      await (course ? change.mutateAsync({ params: { courseKey: course.key }, body }) : create.mutateAsync({ body }));
      kept.saved();
      notify(t('awareness.course.saved'));
      goTo('/learning/rounds');
    } catch (error) {
      kept.refuse(error);
    }
  });
  return {
    kept,
    save,
    busy: create.isPending || change.isPending,
    error: kept.elsewhere(create.error ?? change.error),
  };
}
