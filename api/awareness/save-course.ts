import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, digest, forbidden, nowOf, repeatableKey, type Actor } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Courses, type Course } from './course-list.ts';
import { mayEditCourses } from './permissions.ts';
import { courseOrThrow } from './rounds.ts';

export interface CourseFields {
  title: string;
  url: string;
  minutes: number;
  describe: string;
  vivaContentId?: string | undefined;
}

const sameTitle = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
const contentOf = ({ title, url, minutes, describe, vivaContentId }: CourseFields): string =>
  JSON.stringify([title, url, minutes, describe, vivaContentId ?? '']);

/**
 * Creates or changes a course. Without changes nothing is written. 4 resource units. Throws AppError: forbidden
 * `awareness.mayNotEdit`, missing `awareness.noSuchCourse`, conflict `awareness.titleTaken`.
 */
export async function saveCourse(
  context: Context,
  actor: Actor,
  given: CourseFields,
  key?: string,
): Promise<Stored<Course>> {
  if (!mayEditCourses(actor)) throw forbidden('awareness.mayNotEdit');
  return oneAtATime(context, 'courses', () => saveInTurn(context, actor, given, key));
}

/** Titles are unique. */
async function saveInTurn(
  context: Context,
  actor: Actor,
  given: CourseFields,
  key: string | undefined,
): Promise<Stored<Course>> {
  const list = context.list(Courses);
  const namesake = list.all().find((course) => course.key !== key && sameTitle(course.title, given.title));
  if (namesake && key === undefined && contentOf(namesake) === contentOf(given)) {
    await recordSaving(context, namesake);
    return namesake;
  }
  if (namesake) throw titleTaken(given);
  const at = nowOf(context.clock);
  const saved = { savedBy: actor.personId, savedAt: at };
  const { vivaContentId, ...rest } = given;
  const fields = { ...rest, vivaContentId: vivaContentId === '' ? undefined : vivaContentId, ...saved };
  if (key !== undefined) courseOrThrow(context, key);
  const course =
    key === undefined
      ? await create(context, actor, fields)
      : await list.update(key, (current) => (contentOf(current) === contentOf(given) ? undefined : fields));
  await recordSaving(context, course);
  return course;
}

const titleTaken = ({ title }: Pick<Course, 'title'>) => conflict('awareness.titleTaken', { field: 'title', title });

/** Audits the course's latest save. Idempotent. */
async function recordSaving(context: Context, { key, minutes, savedBy, savedAt }: Course): Promise<void> {
  if (savedBy === undefined || savedAt === undefined) return;
  const about = { act: 'saveCourse', subjectKey: key, actorId: savedBy, at: savedAt };
  await recordAct(context, { ...about, details: { minutes }, occasion: savedAt });
}

type Fields = Omit<Course, 'key' | 'vivaContentId'> & { vivaContentId: string | undefined };

/** The key derives from the title, so a repeated press creates one. */
async function create(context: Context, actor: Actor, { vivaContentId, ...fields }: Fields): Promise<Stored<Course>> {
  const list = context.list(Courses);
  const named = `course-${digest(fields.title.trim().toLowerCase()).slice(0, 12)}`;
  const record = { ...fields, ...(vivaContentId === undefined ? {} : { vivaContentId }) };
  const { record: course, existed } = await list.create({
    key: list.get(named) ? `course-${repeatableKey(actor, 'course')}` : named,
    ...record,
  });
  if (existed && contentOf(course) !== contentOf(record)) throw titleTaken(fields);
  return course;
}
