import { RRuleTemporal } from 'rrule-temporal';
import type { ActivityBody, CatalogueItem, MeetingView, PlanView } from '../../../../api/annual-wheel/contract.ts';
import { annualWheelContract } from '../../../../api/annual-wheel/contract.ts';
import { centres, refAt } from './people.ts';
import { daysLeft, freshness, lookOf, type TaskRow, type WheelAnswer, type WheelAsked } from './wheel-facts.ts';
import { meetingAgenda, year } from './wheel-year.ts';

type Activity = WheelAnswer<'GET /api/wheel/activities/:activityKey'>;
export interface PlanState {
  plans: Map<string, PlanView>;
  meetings: Map<string, MeetingView>;
  adopted: Set<string>;
  feed?: { url: string; madeAt: string };
}

const oneOff = (key: string, title: string, due: string, state: TaskRow['state'], position: number): TaskRow => ({
  key,
  activityKey: key,
  title,
  role: 'securityTeam',
  responsible: refAt(position),
  source: 'R12',
  occurrence: due,
  due,
  daysLeft: daysLeft(due),
  state,
  look: lookOf(state, due),
  moved: false,
  ...(state === 'done' ? { doneOn: due } : {}),
  stepsDone: 0,
  steps: 0,
});

const planOf = (key: string, title: string, tasks: TaskRow[]): PlanView => ({
  key,
  title,
  tasks,
  total: tasks.length,
  done: tasks.filter((task) => task.look === 'done').length,
  overdue: tasks.filter((task) => task.look === 'overdue').length,
  abilities: { edit: true },
});

const cameOrNot = (came: boolean) => (came ? ('attended' as const) : ('excused' as const));
const meetingOf = (key: string, on: string, attended: number, title = 'Netværksmøde for ISK’er'): MeetingView => ({
  key,
  title,
  on,
  startsAt: '09:30',
  minutes: 90,
  place: 'Rådhuset, lokale 2.14',
  agenda: meetingAgenda,
  ...(attended > 0 ? { minutesLink: 'https://kommune.example/referat' } : {}),
  people: centres.map((_, position) => ({
    ...refAt(9 + position),
    attendance: attended === 0 ? 'invited' : cameOrNot(position < attended),
  })),
  followUps: attended > 0 ? [oneOff(`${key}.f1`, 'Del øvelsesskabelonen med centrene', '2026-10-15', 'done', 12)] : [],
  replies: { yes: 0, maybe: 0, no: 0, none: centres.length },
  held: on < '2026-11-24',
  cancelled: false,
  abilities: { edit: true, answer: attended === 0, cancel: attended === 0 },
  freshness,
});

export const planState = (): PlanState => ({
  plans: new Map([
    [
      'plan1',
      planOf('plan1', 'Ny politik 4.0 føres ud i livet', [
        oneOff('plan1.t1', 'Orientér centercheferne', '2026-11-10', 'done', 40),
        oneOff('plan1.t2', 'Opdater retningslinjen om adgangskoder', '2026-11-20', 'planned', 41),
        oneOff('plan1.t3', 'Ret introduktionen for nye medarbejdere', '2026-12-18', 'planned', 42),
      ]),
    ],
  ]),
  meetings: new Map([
    ['m1', meetingOf('m1', '2026-12-08', 0)],
    ['m2', meetingOf('m2', '2026-09-22', 7)],
    ['m3', meetingOf('m3', '2026-06-16', 8)],
  ]),
  adopted: new Set(year.slice(0, 6).map((row) => row.key)),
});

const catalogue = (state: PlanState): CatalogueItem[] =>
  year.map((row) => ({
    key: row.key,
    title: row.title,
    why: row.why,
    source: row.source,
    role: row.role,
    scope: row.scope,
    rule: row.rule ?? 'FREQ=YEARLY',
    basis: row.basis ?? 'calendar',
    usual: { month: Number(row.days[0]?.slice(0, 2)), day: Number(row.days[0]?.slice(3)) },
    steps: (row.steps ?? []).map((title, position) => ({ id: `s${position}`, title })),
    ...(row.evidence ? { evidence: row.evidence } : {}),
    leadDays: row.leadDays ?? 14,
    adopted: state.adopted.has(row.key),
  }));

const nextDates = (rule: string | undefined, startsOn: string): string[] => {
  if (!rule) return [startsOn];
  const start = `DTSTART;TZID=Europe/Copenhagen:${startsOn.replaceAll('-', '')}T120000`;
  const dates = new RRuleTemporal({ rruleString: `${start}\nRRULE:${rule}` }).all((_, position) => position < 6);
  return dates.map((date) => date.toPlainDate().toString());
};

const summary = (meeting: MeetingView) => ({
  key: meeting.key,
  title: meeting.title,
  on: meeting.on,
  startsAt: meeting.startsAt,
  attended: meeting.people.filter((person) => person.attendance === 'attended').length,
  invited: meeting.people.length,
  held: meeting.on < '2026-11-24',
  cancelled: meeting.cancelled,
  replies: meeting.replies,
});

export function planHandlers(
  state: PlanState & { activities?: Map<string, Activity> },
  addTask: (task: TaskRow) => void,
): Record<string, (asked: WheelAsked) => unknown> {
  const activities = () => state.activities ?? new Map<string, Activity>();
  const activityFrom = (key: string, body: ActivityBody): Activity => ({
    ...body,
    key,
    nextDue: body.startsOn,
    closed: false,
    abilities: { edit: true },
    ...(body.personId ? { person: refAt(Number(body.personId.slice(1))) } : {}),
  });
  const saved = (key: string, body: unknown) => {
    const activity = activityFrom(key, annualWheelContract['POST /api/wheel/activities'].body.parse(body));
    activities().set(key, activity);
    return activity;
  };
  const found = <Item>(items: ReadonlyMap<string, Item>, key: string | undefined): Item => {
    const item = items.get(key ?? '');
    if (!item) throw new Error(`nothing under ${key}`);
    return item;
  };
  const changed = (key: string, change: Partial<MeetingView>) => {
    const meeting = { ...found(state.meetings, key), ...change };
    state.meetings.set(key, meeting);
    return meeting;
  };
  const edit = (persona: string) => ({ edit: persona === 'ciso' });
  return {
    'GET /api/wheel/activities': ({ persona }) => ({
      activities: [...activities().values()].map((activity) => ({ ...activity, abilities: edit(persona) })),
      abilities: edit(persona),
      freshness,
    }),
    'GET /api/wheel/activities/:activityKey': ({ params, persona }) => ({
      ...found(activities(), params['activityKey']),
      abilities: edit(persona),
    }),
    'POST /api/wheel/activities': ({ body }) => saved(`new${activities().size}`, body),
    'PUT /api/wheel/activities/:activityKey': ({ params, body }) => saved(params['activityKey'] ?? '', body),
    'POST /api/wheel/activities/:activityKey/close': ({ params }) => {
      const closed = { ...found(activities(), params['activityKey']), closed: true };
      activities().set(closed.key, closed);
      return closed;
    },
    'POST /api/wheel/recurrence': ({ body }) => {
      const { rule, startsOn } = annualWheelContract['POST /api/wheel/recurrence'].body.parse(body);
      return { dates: nextDates(rule, startsOn) };
    },
    'GET /api/wheel/catalogue': ({ persona }) => ({ items: catalogue(state), abilities: edit(persona) }),
    'POST /api/wheel/catalogue/adopt': ({ body }) => {
      const { keys } = annualWheelContract['POST /api/wheel/catalogue/adopt'].body.parse(body);
      const adopted = keys.filter((key) => !state.adopted.has(key)).length;
      keys.forEach((key) => state.adopted.add(key));
      return { adopted };
    },
    'GET /api/wheel/plans': ({ persona }) => ({
      plans: [...state.plans.values()],
      abilities: edit(persona),
      freshness,
    }),
    'POST /api/wheel/plans': ({ body }) => {
      const { title } = annualWheelContract['POST /api/wheel/plans'].body.parse(body);
      const plan = planOf(`plan${state.plans.size + 1}`, title, []);
      state.plans.set(plan.key, plan);
      return plan;
    },
    'POST /api/wheel/plans/:planKey/tasks': ({ params, body }) => {
      const { title, due } = annualWheelContract['POST /api/wheel/plans/:planKey/tasks'].body.parse(body);
      const plan = found(state.plans, params['planKey']);
      const task = oneOff(`${plan.key}.t${plan.tasks.length + 1}`, title, due, 'planned', 41);
      addTask(task);
      const grown = planOf(plan.key, plan.title, [...plan.tasks, task]);
      state.plans.set(plan.key, grown);
      return grown;
    },
    'GET /api/wheel/meetings': ({ persona }) => ({
      meetings: [...state.meetings.values()].map(summary),
      abilities: edit(persona),
      freshness,
    }),
    'GET /api/wheel/meetings/:meetingKey': ({ params, persona }) => ({
      ...found(state.meetings, params['meetingKey']),
      abilities: { ...found(state.meetings, params['meetingKey']).abilities, ...edit(persona) },
    }),
    'POST /api/wheel/meetings': ({ body }) => {
      const key = `m${state.meetings.size + 1}`;
      const wanted = annualWheelContract['POST /api/wheel/meetings'].body.parse(body);
      state.meetings.set(key, { ...meetingOf(key, wanted.on, 0), ...wanted });
      return found(state.meetings, key);
    },
    'PUT /api/wheel/meetings/:meetingKey': ({ params, body }) =>
      changed(params['meetingKey'] ?? '', annualWheelContract['PUT /api/wheel/meetings/:meetingKey'].body.parse(body)),
    'POST /api/wheel/meetings/:meetingKey/answer': ({ params, body }) => {
      const { reply } = annualWheelContract['POST /api/wheel/meetings/:meetingKey/answer'].body.parse(body);
      const { key, people } = found(state.meetings, params['meetingKey']);
      const [first, ...others] = people;
      return changed(key, {
        ...{ reply, replies: { yes: 0, maybe: 0, no: 0, none: others.length, [reply]: 1 } },
        people: first ? [{ ...first, reply }, ...others] : [],
      });
    },
    'POST /api/wheel/meetings/:meetingKey/cancel': ({ params }) => {
      const { key, abilities } = found(state.meetings, params['meetingKey']);
      return changed(key, { cancelled: true, abilities: { ...abilities, answer: false, cancel: false } });
    },
    'PUT /api/wheel/meetings/:meetingKey/attendance': ({ params, body }) => {
      const { people } = annualWheelContract['PUT /api/wheel/meetings/:meetingKey/attendance'].body.parse(body);
      const meeting = found(state.meetings, params['meetingKey']);
      return changed(meeting.key, {
        people: meeting.people.map((person) => ({
          ...person,
          attendance: people.find(({ personId }) => personId === person.id)?.attendance ?? person.attendance,
        })),
      });
    },
    'POST /api/wheel/meetings/:meetingKey/follow-ups': ({ params, body }) => {
      const { title, due, personId } =
        annualWheelContract['POST /api/wheel/meetings/:meetingKey/follow-ups'].body.parse(body);
      const meeting = found(state.meetings, params['meetingKey']);
      const key = `${meeting.key}.f${meeting.followUps.length + 1}`;
      const task = oneOff(key, title, due, 'planned', Number(personId.slice(1)));
      addTask(task);
      return changed(meeting.key, { followUps: [...meeting.followUps, task] });
    },
    'GET /api/calendar-feed': () => ({ active: state.feed !== undefined, madeAt: state.feed?.madeAt }),
    'POST /api/calendar-feed': () => {
      state.feed = { url: 'https://app.kommune.example/calendar/9f3c1a.ics', madeAt: '2026-11-24T09:12:00.000Z' };
      return state.feed;
    },
    'DELETE /api/calendar-feed': () => void delete state.feed,
  };
}
