import { isOpen, tasksOfYear, wheelTaskPath } from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { addDays, todayOf, yearOf, type Actor } from '../../kernel/index.ts';
import type { TeamView } from '../contract.ts';
import { figuresFreshness, figuresOf } from '../figures-view.ts';
import { boardsOf } from '../permissions.ts';
import { ownWork, partsOf } from './own-work.ts';

const parts = {
  central: ['wheelLate', 'approvalsLate', 'incidentsOpen', 'findingsLate', 'controlsLate', 'tasksLate'],
  quality: ['peopleWithoutCentre', 'centresWithoutIsk', 'unreachable', 'assetsAssessed'],
} as const;
const [dueWithin, mostTasks] = [60, 10];

/** The security team's overview (R14): central tasks, and data quality. In slices; from memory. */
export async function teamViewOf(context: Context, actor: Actor): Promise<TeamView> {
  const figures = await figuresOf(context, actor, 'whole');
  const tasks = centralTasks(context);
  return {
    day: todayOf(context.clock),
    work: ownWork(context, actor),
    tasks: tasks.slice(0, mostTasks),
    total: tasks.length,
    parts: partsOf(figures, parts),
    abilities: boardsOf(actor),
    freshness: figuresFreshness(context),
  };
}

/** Wheel tasks of the team and the CISO, whoever has them. */
function centralTasks(context: Context): TeamView['tasks'] {
  const today = todayOf(context.clock);
  const until = addDays(today, dueWithin);
  const year = yearOf(today);
  return [year - 1, year, year + 1]
    .flatMap((each) => tasksOfYear(context, each))
    .filter(
      (task) =>
        isOpen(task) &&
        task.centreId === undefined &&
        task.due <= until &&
        (task.activity.role === 'securityTeam' || task.activity.role === 'ciso'),
    )
    .sort((one, other) => one.due.localeCompare(other.due))
    .map(({ key, activity, due }) => ({
      title: activity.title,
      role: activity.role,
      due,
      isLate: due < today,
      path: wheelTaskPath(key),
    }));
}
