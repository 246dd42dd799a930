import type { TaskRow } from '../../api/annual-wheel/contract.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';

/** When done, otherwise the time left. */
export function dueText(task: TaskRow): string {
  if (task.state === 'cancelled') return asDate(task.due);
  if (task.state !== 'done') return asDue(task.daysLeft, task.due);
  return task.doneOn ? t('wheel.table.doneOn', { date: asDate(task.doneOn) }) : asDate(task.due);
}
