import { z } from 'zod';
import { centres, refAt } from './people.ts';
import { planHandlers, planState, type PlanState } from './wheel-plans.ts';
import {
  daysLeft,
  freshness,
  lookOf,
  now,
  today,
  type TaskRow,
  type WheelAnswer,
  type WheelAsked,
} from './wheel-facts.ts';
import { year as rows, type YearRow } from './wheel-year.ts';

type TaskView = WheelAnswer<'GET /api/wheel/tasks/:taskKey'>;
type Activity = WheelAnswer<'GET /api/wheel/activities/:activityKey'>;

interface MockTask {
  row: TaskRow;
  note?: string;
  evidence?: string;
  steps: Set<string>;
  history: TaskView['history'];
}
export interface WheelState extends PlanState {
  tasks: Map<string, MockTask>;
  activities: Map<string, Activity>;
  rows: Map<string, YearRow>;
  feed?: { url: string; madeAt: string };
}

const stepId = (position: number) => `s${position + 1}`;
const responsibleOf = (row: YearRow, position: number) =>
  row.scope === 'centres' ? refAt((row.role === 'coordinator' ? 9 : 27) + position) : refAt(40 + row.key.length);

const taskOf = (row: YearRow, day: string, yearOf: number, position: number): MockTask => {
  const occurrence = `${yearOf}-${day}`;
  const centre = row.scope === 'centres' ? centres[position] : undefined;
  const untilNow = row.scope === 'centres' ? position < (row.centresDone ?? 99) : occurrence < today;
  const late = row.days.at(-1) === day && row.centresDone !== undefined;
  const ended =
    yearOf < 2026 || (yearOf === 2026 && (late ? untilNow : occurrence < today && !row.open?.includes(day)));
  const cancelled = row.key === 'team-status' && day === '07-28';
  const done = cancelled ? 'cancelled' : 'done';
  const state = ended ? done : 'planned';
  const steps = (row.steps ?? []).length;
  return {
    row: {
      key: `${row.key}.${occurrence}${centre ? `.${centre.id}` : ''}`,
      activityKey: row.key,
      title: row.title,
      role: row.role,
      responsible: responsibleOf(row, position),
      ...(centre ? { centre } : {}),
      source: row.source,
      occurrence,
      due: occurrence,
      daysLeft: daysLeft(occurrence),
      state,
      look: lookOf(state, occurrence),
      moved: false,
      ...(state === 'done' ? { doneOn: occurrence } : {}),
      stepsDone: state === 'done' ? steps : 0,
      steps,
    },
    steps: new Set(state === 'done' ? (row.steps ?? []).map((_, step) => stepId(step)) : []),
    history:
      state === 'done'
        ? [
            {
              at: `${occurrence}T08:30:00.000Z`,
              by: responsibleOf(row, position),
              what: 'completed',
              text: 'Alt i orden.',
            },
          ]
        : [],
  };
};

const activityOf = (row: YearRow): Activity => ({
  key: row.key,
  title: row.title,
  why: row.why,
  source: row.source,
  role: row.role,
  scope: row.scope,
  ...(row.rule ? { rule: row.rule } : {}),
  startsOn: `2025-${row.days[0]}`,
  basis: row.basis ?? 'calendar',
  steps: (row.steps ?? []).map((title, position) => ({ id: stepId(position), title })),
  ...(row.evidence ? { evidence: row.evidence } : {}),
  leadDays: row.leadDays ?? 14,
  nextDue: [...row.days.map((day) => `2026-${day}`), `2027-${row.days[0]}`].find((day) => day >= today) ?? today,
  lastDoneOn: `2026-${row.days[0]}`,
  closed: false,
  abilities: { edit: true },
});

export const wheelState = (): WheelState => {
  const tasks = rows.flatMap((row) =>
    [2025, 2026, 2027].flatMap((yearOf) =>
      row.days.flatMap((day) =>
        (row.scope === 'centres' ? centres : [centres[0]]).map((_, position) => taskOf(row, day, yearOf, position)),
      ),
    ),
  );
  return {
    tasks: new Map(tasks.map((task) => [task.row.key, task])),
    activities: new Map(rows.map((row) => [row.key, activityOf(row)])),
    rows: new Map(rows.map((row) => [row.key, row])),
    ...planState(),
  };
};

const inYear = (state: WheelState, yearOf: number) =>
  [...state.tasks.values()].map(({ row }) => row).filter((row) => row.due.startsWith(String(yearOf)));
const counted = (tasks: readonly TaskRow[], look: TaskRow['look']) => tasks.filter((task) => task.look === look).length;
const mayEdit = (persona: string) => persona === 'ciso';

function wheel(state: WheelState, yearOf: number, persona: string): WheelAnswer<'GET /api/wheel'> {
  const tasks = inYear(state, yearOf);
  const order = [...new Set(rows.map((row) => row.role))];
  const slotsOf = (activityKey: string) => {
    const own = tasks.filter((task) => task.activityKey === activityKey);
    return [...Map.groupBy(own, (task) => `${task.occurrence}/${task.due}`).values()]
      .map((group) => {
        const looks = (['overdue', 'due', 'planned', 'done', 'cancelled'] as const).filter((look) =>
          counted(group, look),
        );
        const [first] = group;
        return {
          occurrence: first?.occurrence ?? '',
          due: first?.due ?? '',
          look: looks[0] ?? ('planned' as const),
          tasks: group.length,
          done: counted(group, 'done'),
          overdue: counted(group, 'overdue'),
          cancelled: counted(group, 'cancelled'),
          ...(group.length === 1 && first ? { taskKey: first.key } : {}),
        };
      })
      .sort((one, other) => one.due.localeCompare(other.due));
  };
  return {
    year: yearOf,
    today,
    rings: order.map((role) => ({
      role,
      activities: [...state.activities.values()]
        .filter((activity) => activity.role === role)
        .map(({ key, title, source, scope }) => ({ key, title, source, scope, slots: slotsOf(key) })),
    })),
    counts: {
      planned: counted(tasks, 'planned'),
      due: counted(tasks, 'due'),
      overdue: counted(tasks, 'overdue'),
      done: counted(tasks, 'done'),
      cancelled: counted(tasks, 'cancelled'),
    },
    years: [2025, 2026, 2027],
    abilities: { edit: mayEdit(persona) },
    freshness,
  };
}

function heat(state: WheelState, yearOf: number): WheelAnswer<'GET /api/wheel/heat'> {
  const tasks = inYear(state, yearOf);
  const months = (own: readonly TaskRow[]) =>
    Array.from({ length: 12 }, (_, month) => {
      const inMonth = own.filter((task) => Number(task.due.slice(5, 7)) === month + 1 && task.look !== 'cancelled');
      return { tasks: inMonth.length, done: counted(inMonth, 'done'), overdue: counted(inMonth, 'overdue') };
    });
  return {
    year: yearOf,
    rows: [
      ...[...new Set(tasks.filter((task) => !task.centre).map((task) => task.role))].map((role) => ({
        role,
        months: months(tasks.filter((task) => task.role === role && !task.centre)),
      })),
      ...centres.map((centre) => ({ centre, months: months(tasks.filter((task) => task.centre?.id === centre.id)) })),
    ],
    freshness,
  };
}

function list(state: WheelState, query: URLSearchParams): WheelAnswer<'GET /api/wheel/tasks'> {
  const wanted = (name: string, value: string | undefined) => !query.get(name) || query.get(name) === value;
  const q = (query.get('q') ?? '').toLowerCase();
  const sort = query.get('sort') ?? 'due';
  const textOf = (task: TaskRow) =>
    ({ title: task.title, role: task.role, centre: task.centre?.title ?? '', look: task.look })[sort] ?? task.due;
  const found = inYear(state, Number(query.get('year') ?? 2026))
    .filter(
      (task) =>
        wanted('look', task.look) &&
        wanted('role', task.role) &&
        wanted('centreId', task.centre?.id ?? 'none') &&
        (!query.get('month') || (task.look !== 'cancelled' && wanted('month', String(Number(task.due.slice(5, 7)))))) &&
        wanted('activityKey', task.activityKey) &&
        wanted('occurrence', task.occurrence) &&
        `${task.title} ${task.source} ${task.responsible?.name ?? ''}`.toLowerCase().includes(q),
    )
    .sort((one, other) => textOf(one).localeCompare(textOf(other), 'da'));
  if (query.get('direction') === 'down') found.reverse();
  const offset = Number(query.get('offset') ?? 0);
  return { tasks: found.slice(offset, offset + Number(query.get('limit') ?? 50)), total: found.length, freshness };
}

function view(state: WheelState, key: string, persona: string): TaskView {
  const task = state.tasks.get(key);
  if (!task) throw new Error(`no task ${key}`);
  const activity = state.activities.get(task.row.activityKey);
  const open = task.row.state === 'planned' || task.row.state === 'inProgress';
  const mine = persona === 'ciso' || persona === 'isk';
  const evidence =
    task.evidence ?? (task.row.state === 'done' && activity?.evidence ? 'Se sagen i ESDH 26/1204' : undefined);
  return {
    ...task.row,
    why: activity?.why ?? '',
    ...(activity?.evidence ? { evidenceWanted: activity.evidence } : {}),
    ...(task.note ? { note: task.note } : {}),
    ...(evidence ? { evidence } : {}),
    stepList: (activity?.steps ?? []).map((step) => ({ ...step, done: task.steps.has(step.id) })),
    history: task.history,
    runs: [...state.tasks.values()]
      .map(({ row }) => row)
      .filter(
        (row) => row.activityKey === task.row.activityKey && row.centre?.id === task.row.centre?.id && row.key !== key,
      )
      .sort((one, other) => other.due.localeCompare(one.due)),
    abilities: {
      start: mine && task.row.state === 'planned',
      complete: mine && open,
      move: mine && open,
      cancel: mayEdit(persona) && open,
      reopen: mine && !open,
    },
    freshness,
  };
}

const texts = z.record(z.string(), z.unknown());
const textIn = (body: unknown, name: string): string => {
  const value = texts.safeParse(body).data?.[name];
  return typeof value === 'string' ? value : '';
};

export function wheelHandlers(state: WheelState): Record<string, (asked: WheelAsked) => unknown> {
  const act =
    (what: TaskView['history'][number]['what'], change: (task: MockTask, body: unknown, asked: WheelAsked) => void) =>
    (asked: WheelAsked) => {
      const key = asked.params['taskKey'] ?? '';
      const task = state.tasks.get(key);
      if (!task) throw new Error(`no task ${key}`);
      const from = task.row.due;
      change(task, asked.body, asked);
      const { row } = task;
      row.daysLeft = daysLeft(row.due);
      row.look = lookOf(row.state, row.due);
      row.stepsDone = task.steps.size;
      const text = textIn(asked.body, 'reason') || textIn(asked.body, 'note');
      task.history.push({
        at: now,
        by: refAt(40),
        what,
        ...(text ? { text } : {}),
        ...(what === 'moved' ? { from, to: row.due } : {}),
      });
      return view(state, key, asked.persona);
    };
  return {
    'GET /api/wheel': ({ query, persona }) => wheel(state, Number(query.get('year') ?? 2026), persona),
    'GET /api/wheel/heat': ({ query }) => heat(state, Number(query.get('year') ?? 2026)),
    'GET /api/wheel/tasks': ({ query }) => list(state, query),
    'GET /api/wheel/tasks/:taskKey': ({ params, persona }) => view(state, params['taskKey'] ?? '', persona),
    'POST /api/wheel/tasks/:taskKey/start': act('started', ({ row }) => void (row.state = 'inProgress')),
    'POST /api/wheel/tasks/:taskKey/complete': act('completed', (task, body) => {
      task.row.state = 'done';
      task.row.doneOn = today;
      task.note = textIn(body, 'note');
      task.evidence = textIn(body, 'evidence');
    }),
    'POST /api/wheel/tasks/:taskKey/move': act('moved', ({ row }, body) => {
      row.due = textIn(body, 'to');
      row.moved = true;
    }),
    'POST /api/wheel/tasks/:taskKey/cancel': act('cancelled', ({ row }) => void (row.state = 'cancelled')),
    'POST /api/wheel/tasks/:taskKey/reopen': act('reopened', ({ row }) => void (row.state = 'planned')),
    'PUT /api/wheel/tasks/:taskKey/steps/:stepId': act('step', ({ steps }, _, { params }) => {
      const id = params['stepId'] ?? '';
      if (!steps.delete(id)) steps.add(id);
    }),
    ...planHandlers(state, (task) => void state.tasks.set(task.key, { row: task, steps: new Set(), history: [] })),
  };
}
