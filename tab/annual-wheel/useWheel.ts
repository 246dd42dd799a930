import { useMutation } from '@tanstack/react-query';
import type { TaskRow, WheelView } from '../../api/annual-wheel/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';

export const pageSize = 50;
const freshMilliseconds = 30_000;

export const looks = ['overdue', 'due', 'planned', 'done', 'cancelled'] as const satisfies readonly TaskRow['look'][];
/** The table's choices: also all open ones, those open for long after the due date, and those done after it. */
export const lookChoices = [...looks, 'open', 'missed', 'doneLate'] as const;
export const taskSorts = ['due', 'title', 'role', 'centre', 'look'] as const;
export type TaskSort = (typeof taskSorts)[number];

/** The wheel's view in its address: year, picture or table, and the table's filters. */
export function useWheelChoice() {
  const me = useMe();
  const { valueOf, offset, choose } = useAddress<
    'year' | 'as' | 'q' | 'look' | 'due' | 'role' | 'centre' | 'activity' | 'occurrence' | 'month' | 'sort' | 'down'
  >();
  const chosen = Number(valueOf('year'));
  return {
    choice: {
      /** The year of the address; by default the current one. */
      year: chosen >= 2000 && chosen <= 2100 ? chosen : Number(me.data?.today.slice(0, 4)) || undefined,
      as: valueOf('as') === 'table' ? ('table' as const) : ('picture' as const),
      q: valueOf('q') ?? '',
      look: lookChoices.find((look) => look === valueOf('look')),
      due: valueOf('due') === 'soFar' ? ('soFar' as const) : undefined,
      role: valueOf('role'),
      centreId: valueOf('centre'),
      activityKey: valueOf('activity'),
      occurrence: valueOf('occurrence'),
      month: Array.from({ length: 12 }, (_, position) => position + 1).find(
        (month) => String(month) === valueOf('month'),
      ),
      sort: taskSorts.find((sort) => sort === valueOf('sort')) ?? ('due' as const),
      down: valueOf('down') === 'yes',
      offset,
    },
    choose,
  };
}
export type WheelChoice = ReturnType<typeof useWheelChoice>['choice'];
export type Choose = ReturnType<typeof useWheelChoice>['choose'];

export const useWheel = (year: number | undefined) =>
  useView('GET /api/wheel', { query: year ? { year } : {} }, { keepPrevious: true, every: () => freshMilliseconds });

/** Where most is overdue: fetched only if anything is. */
export function useWorst(wheel: WheelView | undefined) {
  const heat = useView(
    'GET /api/wheel/heat',
    { query: wheel ? { year: wheel.year } : {} },
    { enabled: wheel !== undefined && wheel.counts.overdue > 0 },
  );
  const late = (row: NonNullable<typeof heat.data>['rows'][number]) =>
    row.months.reduce((sum, month) => sum + month.overdue, 0);
  const [worst, next] = [...(heat.data?.rows ?? [])].sort((one, other) => late(other) - late(one));
  // None is named on a tie.
  return worst && late(worst) > (next ? late(next) : 0) ? worst : undefined;
}

const queryOf = (choice: WheelChoice, rings: WheelView['rings']) => {
  const role = rings.find((ring) => ring.role === choice.role)?.role;
  return {
    ...(choice.year ? { year: choice.year } : {}),
    ...(choice.look ? { look: choice.look } : {}),
    ...(choice.due ? { due: choice.due } : {}),
    ...(role ? { role } : {}),
    ...(choice.centreId ? { centreId: choice.centreId } : {}),
    ...(choice.activityKey ? { activityKey: choice.activityKey } : {}),
    ...(choice.occurrence ? { occurrence: choice.occurrence } : {}),
    ...(choice.month ? { month: choice.month } : {}),
    ...(choice.q ? { q: choice.q } : {}),
    sort: choice.sort,
    direction: choice.down ? ('down' as const) : ('up' as const),
    offset: choice.offset,
    limit: pageSize,
  };
};

export const useTasks = (choice: WheelChoice, rings: WheelView['rings']) =>
  useView('GET /api/wheel/tasks', { query: queryOf(choice, rings) }, { keepPrevious: true });

/** The shown rows, all pages, as a workbook. */
export const useWorkbook = (choice: WheelChoice, rings: WheelView['rings']) =>
  useMutation({
    mutationFn: () =>
      download('GET /api/wheel/tasks.xlsx', { query: { ...queryOf(choice, rings), offset: 0, limit: 500 } }),
  });
