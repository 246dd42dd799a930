import { Link } from 'wouter';
import type { TaskRow } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { dueText } from './due-text.ts';
import { LookTag } from './LookTag.tsx';

const columns = (): Column<TaskRow>[] => [
  {
    key: 'title',
    title: t('wheel.table.task'),
    cell: (task) => (
      <div>
        <Link href={`/wheel/tasks/${encodeURIComponent(task.key)}`}>{task.title}</Link>
        {task.centre && <p className="quiet">{task.centre.title}</p>}
      </div>
    ),
  },
  {
    key: 'who',
    title: t('common.word.who'),
    cell: (task) => task.responsible?.name ?? t(`wheel.bodies.${task.role}`),
  },
  { key: 'due', title: t('common.word.due'), cell: dueText },
  { key: 'look', title: t('common.word.status'), short: true, cell: (task) => <LookTag look={task.look} /> },
];

/** The tasks of a plan or a meeting. */
export const GroupTasks = ({ caption, tasks }: { caption: string; tasks: readonly TaskRow[] }) => (
  <DataTable caption={caption} columns={columns()} rows={tasks} rowKey={(task) => task.key} />
);
