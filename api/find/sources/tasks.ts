import {
  isTaskFor,
  openTasksDueBy,
  WheelActivities,
  WheelTasks,
  wheelTaskPath,
  type WheelTask,
} from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { addDays, todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef, Centres } from '../../organisation/index.ts';
import { cachedIndex, placeOf } from '../../search/index.ts';
import { source } from '../source.ts';
import { formatDate } from '../../texts/format.ts';

type TaskField = 'title' | 'why' | 'source' | 'evidence';

/** Recurring activities: their tasks are found by the same words. */
const activityIndex = cachedIndex<TaskField>({
  weights: { title: 8, why: 1, source: 1, evidence: 1 },
  lists: [WheelActivities],
  *all(context) {
    for (const activity of context.list(WheelActivities).all()) {
      const { key, title, why, source: from, evidence, steps } = activity;
      const texts = () => ({
        title,
        why,
        source: from,
        evidence: [evidence, ...steps.map((step) => step.title)].join(' '),
      });
      yield { key, madeOf: [activity], texts };
    }
  },
});

/** How far ahead a task is found, days. */
const ahead = 366;
/** The next tasks of an activity in an answer. */
const mostOfActivity = 3;

const openByActivity = derivation(
  [WheelActivities, WheelTasks, Centres],
  (context) =>
    Map.groupBy(openTasksDueBy(context, addDays(todayOf(context.clock), ahead)), ({ activity }) => activity.key),
  (context) => todayOf(context.clock),
);

/** An activity's next visible tasks, own centre first. */
function visibleTasks(context: Context, actor: Actor, activityKey: string): WheelTask[] {
  const isOwn = ({ centreId }: WheelTask) => centreId === actor.centreId;
  const all = openByActivity(context).get(activityKey) ?? [];
  const seen: WheelTask[] = [];
  for (const task of [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))]) {
    if (isTaskFor(context, actor, task.key)) seen.push(task);
    if (seen.length === mostOfActivity) break;
  }
  return seen;
}

/** The wheel's visible tasks (R12). */
export const tasksFound = source<TaskField>({
  kind: 'task',
  lists: [WheelActivities, WheelTasks],
  index: activityIndex,
  reader: (context, actor) => {
    const t = context.texts(actor.language);
    return (found) => {
      const field = placeOf(found, ['title'])?.field;
      if (field === undefined) return [];
      return visibleTasks(context, actor, found.key).map(({ key, activity, centreId, due }) => {
        const about = [
          t('kinds.doWheelTask.name'),
          centreRef(context, centreId)?.title,
          t('find.about.due', { day: formatDate(due, actor.language) }),
        ];
        return {
          key,
          title: activity.title,
          about: about.filter(Boolean).join(' · '),
          path: wheelTaskPath(key),
          field,
        };
      });
    };
  },
});
