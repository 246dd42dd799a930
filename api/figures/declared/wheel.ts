import {
  countsInShare,
  isDoneLate,
  isAttendanceRecorded,
  missedSince,
  NetworkMeetings,
  openTasksDueBy,
  tasksOfYear,
  WheelActivities,
  WheelTasks,
  type WheelTask,
} from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { addDays, addMonths, todayOf, yearOf, type LocalDate } from '../../kernel/index.ts';
import { Centres, centreOn, findPerson, People } from '../../organisation/index.ts';
import { centreIn, pathWith, tally, type ByOwner, type Figure, type Owner, type Unit } from '../figure.ts';

const lists = () => [WheelActivities, WheelTasks, Centres];

/** Tasks due this year by today. */
function dueSoFar(context: Context): WheelTask[] {
  const today = todayOf(context.clock);
  return tasksOfYear(context, yearOf(today)).filter((task) => task.due <= today);
}

const count = (
  context: Context,
  unit: Unit,
  tasks: readonly WheelTask[],
  is: (task: WheelTask) => boolean = () => true,
): ByOwner =>
  tally(
    context,
    unit,
    tasks,
    ({ centreId }) => [centreId],
    (task) => ({ numerator: is(task) ? 1 : 0, ...(unit === 'percent' ? { denominator: 1 } : {}) }),
  );

/** Network meetings of the last twelve months whose attendance is recorded: attendance of those invited. */
function attendance(context: Context): ByOwner {
  const today = todayOf(context.clock);
  const from = addMonths(today, -12);
  const invited = context
    .list(NetworkMeetings)
    .all()
    .filter((one) => one.cancelledAt === undefined && one.on > from && one.on <= today && isAttendanceRecorded(one))
    .flatMap(({ people, on }) => people.map((one) => ({ ...one, on })));
  return tally(
    context,
    'percent',
    invited,
    ({ person, on }) => [centreThen(context, person, on)],
    (one) => ({ numerator: one.attendance === 'attended' ? 1 : 0, denominator: 1 }),
  );
}
function centreThen(context: Context, personId: string, on: LocalDate) {
  const person = findPerson(context, personId);
  return person && centreOn(person, on);
}

const table = (query: Readonly<Record<string, string>>) => (owner: Owner) =>
  pathWith('/wheel', { as: 'table', ...query, centre: centreIn(owner) });

/** R12, R16: is the year's work done. */
export const wheelFigures: readonly Figure[] = [
  {
    key: 'wheelDone',
    area: 'wheel',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    ofYear: true,
    work: 'doWheelTask',
    lists,
    of: (context) =>
      count(context, 'percent', dueSoFar(context).filter(countsInShare), ({ state }) => state === 'done'),
    link: table({ look: 'open', due: 'soFar' }),
  },
  {
    key: 'wheelLate',
    area: 'wheel',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'doWheelTask',
    lists,
    of: (context) => count(context, 'count', openTasksDueBy(context, addDays(todayOf(context.clock), -1))),
    link: table({ look: 'overdue' }),
  },
  {
    key: 'wheelMissed',
    area: 'wheel',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'doWheelTask',
    lists,
    of: (context) => count(context, 'count', openTasksDueBy(context, missedSince(todayOf(context.clock)))),
    link: table({ look: 'missed' }),
  },
  {
    key: 'wheelDoneLate',
    area: 'wheel',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    ofYear: true,
    lists,
    of: (context) => count(context, 'count', dueSoFar(context).filter(isDoneLate)),
    link: table({ look: 'doneLate' }),
  },
  {
    key: 'wheelCancelled',
    area: 'wheel',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    ofYear: true,
    lists,
    of: (context) =>
      count(
        context,
        'count',
        dueSoFar(context).filter(({ state }) => state === 'cancelled'),
      ),
    link: table({ look: 'cancelled', due: 'soFar' }),
  },
  {
    key: 'networkAttendance',
    area: 'wheel',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    lists: () => [NetworkMeetings, People, Centres],
    of: attendance,
    link: () => '/wheel/meetings',
  },
];
