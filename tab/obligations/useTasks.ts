import type { ObligationRow } from '../../api/obligations/contract.ts';
import { useAddress } from '../shared/address.ts';
import { useView } from '../shared/api/queries.ts';
import { kindName, oweText } from '../shared/kinds.ts';
import { useMe } from '../shared/me.ts';
import { compareTexts, t } from '../shared/texts/texts.ts';
import { passedText } from './passed-text.ts';
import { urgencies, urgencyOf } from './urgency.ts';

/** A card in the chat may settle a task at any moment. */
const freshMilliseconds = 15_000;
export const taskSorts = ['due', 'kind', 'title'] as const;
export type TaskSort = (typeof taskSorts)[number];

export interface TaskGroup {
  key: string;
  title: string;
  rows: ObligationRow[];
}

/** My open and completed tasks, with the filters in the address. */
export function useTasks() {
  const { valueOf, choose } = useAddress<'show' | 'kind' | 'sort' | 'q'>();
  const shown = valueOf('show') === 'done' ? ('done' as const) : ('open' as const);
  const me = useMe();
  const open = useView('GET /api/obligations', { query: { show: 'open' } }, { every: () => freshMilliseconds });
  const done = useView('GET /api/obligations', { query: { show: 'done' } }, { enabled: shown === 'done' });
  const choice = {
    shown,
    kind: valueOf('kind') ?? '',
    sort: taskSorts.find((sort) => sort === valueOf('sort')) ?? ('due' as const),
    q: valueOf('q') ?? '',
  };
  return { me, open, done, choice, choose };
}
export type TaskChoice = ReturnType<typeof useTasks>['choice'];
export type ChooseTasks = ReturnType<typeof useTasks>['choose'];

const wordsOf = (row: ObligationRow) => [oweText(row), kindName(row.kind), passedText(row) ?? ''].join(' ');

/** The filtered rows. */
export const chosenOf = (rows: readonly ObligationRow[], { kind, q }: TaskChoice): ObligationRow[] =>
  rows.filter((row) => (!kind || row.kind === kind) && wordsOf(row).toLowerCase().includes(q.toLowerCase()));

const byDue = (one: ObligationRow, other: ObligationRow) =>
  one.due.localeCompare(other.due) || compareTexts(oweText(one), oweText(other));

/** Rows in groups: by urgency, by kind, or as one list by name. */
export function groupsOf(rows: readonly ObligationRow[], sort: TaskSort, today: string): TaskGroup[] {
  // What is done is read from the latest.
  const isDone = rows.every(({ state }) => state === 'done');
  const inOrder = isDone ? [...rows].sort(byDue).toReversed() : [...rows].sort(byDue);
  if (sort === 'title') {
    inOrder.sort((one, other) => compareTexts(oweText(one), oweText(other)));
    return [{ key: 'all', title: t('obligations.nav.label'), rows: inOrder }];
  }
  if (sort === 'kind')
    return [...new Set(rows.map(({ kind }) => kind))]
      .sort((one, other) => compareTexts(kindName(one), kindName(other)))
      .map((kind) => ({ key: kind, title: kindName(kind), rows: inOrder.filter((row) => row.kind === kind) }));
  return urgencies
    .map((key) => ({
      key,
      title: t(`obligations.tasks.group.${key}`),
      rows: inOrder.filter((row) => urgencyOf(row, today) === key),
    }))
    .filter((group) => group.rows.length > 0);
}
