import type { CourseView } from '../../api/awareness/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';

interface CourseValues {
  title: string;
  url: string;
  minutes: string;
  describe: string;
  vivaContentId: string;
}

/** A whole number of minutes from 1 to 600, as typed. */
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

/** The form of a course. */
export const useCourse = (course: CourseView | undefined) =>
  useForm({
    start: startOf(course),
    draft: `course.${course?.key ?? 'new'}`,
    shared: {
      etag: course?.etag ?? '',
      names: {
        title: t('common.word.title'),
        url: t('awareness.course.url'),
        minutes: t('awareness.course.minutes'),
        describe: t('awareness.course.describe'),
        vivaContentId: t('awareness.course.viva'),
      },
      latest: async (read) => {
        const { courses } = await read('GET /api/learning/courses', {});
        const now = courses.find(({ key }) => key === course?.key);
        return now && { values: startOf(now), etag: now.etag };
      },
    },
    send: ({ title, url, minutes, describe, vivaContentId }, api, { etag: expected }) => {
      const length = minutesOf(minutes);
      if (length === undefined) return undefined;
      const viva = vivaContentId.trim();
      const body = { title, url: url.trim(), minutes: length, describe, ...(viva ? { vivaContentId: viva } : {}) };
      return course
        ? api('PUT /api/learning/courses/:courseKey', {
            params: { courseKey: course.key },
            body: { ...body, expected },
          })
        : api('POST /api/learning/courses', { body });
    },
    saved: t('awareness.course.saved'),
    goTo: '/learning/rounds',
  });
