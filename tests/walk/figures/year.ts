import { z } from 'zod';
import type { World } from '../../../teams-app/emulator/world.ts';
import { addDays, addMonths } from '../raw-dates.ts';
import { dayIn, jsonIn, momentIn, placesInUse, rawItems, text, type Fields } from '../raw-items.ts';
import { rawWheel } from '../raw-wheel.ts';
import { mean, number, numberOf, share, thing, type Asked, type Recount } from './thing.ts';

const isOfYear = (on: string, day: string): boolean => on <= day && on.startsWith(day.slice(0, 4));
const where = (one: Fields): string => text(one, 'CentreId');

/** The annual wheel and the network. */
export function wheelRecounts({ world, day }: Asked): Record<string, Recount> {
  const open = rawWheel(world, day);
  const ended = rawItems(world, 'WheelTasks').filter((task) =>
    isOfYear(dayIn(task, 'MovedTo') || dayIn(task, 'Occurrence'), day),
  );
  const isDone = (task: Fields): boolean => text(task, 'State') === 'done';
  const due = (task: Fields): string => dayIn(task, 'MovedTo') || dayIn(task, 'Occurrence');
  const late = (before: string): Recount =>
    number(open.filter((one) => one.due < before).map(({ centreId }) => thing(centreId, true)));
  return {
    wheelDone: share([
      ...ended.filter(isDone).map((task) => thing(where(task), true)),
      ...open.filter((one) => isOfYear(one.due, day)).map(({ centreId }) => thing(centreId, false)),
    ]),
    wheelLate: late(day),
    wheelMissed: late(addDays(day, -60)),
    wheelDoneLate: number(ended.map((task) => thing(where(task), isDone(task) && dayIn(task, 'DoneOn') > due(task)))),
    wheelCancelled: number(ended.map((task) => thing(where(task), text(task, 'State') === 'cancelled'))),
    networkAttendance: share(attendance(world, day)),
  };
}

const invited = z.array(z.looseObject({ person: z.string(), attendance: z.string().optional() }));
/** Invitees of the last year's meetings, with their workplaces then. */
function attendance(world: World, day: string) {
  const people = new Map(rawItems(world, 'People').map((one) => [text(one, 'Key'), one]));
  return (
    rawItems(world, 'NetworkMeetings')
      .filter((one) => text(one, 'CancelledAt') === '')
      .filter((one) => dayIn(one, 'On') > addMonths(day, -12) && dayIn(one, 'On') <= day)
      // Nobody has written down yet who came to the others.
      .filter((one) =>
        jsonIn(one, 'People', invited).some(({ attendance: said }) => said === 'attended' || said === 'absent'),
      )
      .flatMap((meeting) =>
        jsonIn(meeting, 'People', invited).map((one) => {
          const person = people.get(one.person) ?? {};
          const moved = dayIn(person, 'MovedOn') > dayIn(meeting, 'On');
          return thing(text(person, moved ? 'MovedFrom' : 'CentreId'), one.attendance === 'attended');
        }),
      )
  );
}

/** The year's visits, and findings. */
export function inspectionRecounts({ world, day }: Asked): Record<string, Recount> {
  const due = rawItems(world, 'Inspections').filter(
    (one) => text(one, 'State') !== 'cancelled' && isOfYear(dayIn(one, 'PlannedOn'), day),
  );
  const actions = Map.groupBy(
    rawItems(world, 'Improvements').filter((one) => text(one, 'CancelledAt') === ''),
    (one) => text(one, 'SubjectKey'),
  );
  const open = rawItems(world, 'InspectionFindings').filter(
    (one) => text(one, 'ClosedAt') === '' && text(one, 'Grade') !== 'strength',
  );
  const isLate = (finding: Fields): boolean => {
    const own = actions.get(text(finding, 'Key')) ?? [];
    return own.length === 0 || own.some((one) => text(one, 'DoneAt') === '' && dayIn(one, 'Due') < day);
  };
  return {
    inspectionsHeld: share(due.map((one) => thing(where(one), text(one, 'State') !== 'planned'))),
    findingsOpen: number(open.map((one) => thing(where(one), true))),
    findingsLate: number(open.map((one) => thing(where(one), isLate(one)))),
  };
}

/** Incidents, of the whole only. */
export function incidentRecounts({ world, day }: Asked): Record<string, Recount> {
  const all = rawItems(world, 'Incidents').filter((one) => momentIn(one, 'ReportedAt') <= day);
  const ofYear = all.filter((one) => isOfYear(momentIn(one, 'ReportedAt'), day));
  const hours = (one: Fields): number =>
    (Date.parse(text(one, 'TakenAt')) - Date.parse(text(one, 'ReportedAt'))) / 3_600_000;
  return {
    incidents: number(ofYear.map(() => thing('', true))),
    incidentsOpen: number(all.map((one) => thing('', text(one, 'State') !== 'closed'))),
    incidentHours: mean(
      ofYear.filter((one) => text(one, 'TakenAt') !== '').map((one) => thing('', Math.max(0, hours(one)))),
    ),
  };
}

const stages = z.array(
  z.looseObject({ state: z.string(), dueOn: z.string().optional(), closedBy: z.string().optional() }),
);
const daysFrom = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));

/** Pending decisions, and their money. */
export function decisionRecounts({ world, day }: Asked): Record<string, Recount> {
  const all = rawItems(world, 'ApprovalRequests').filter((one) => momentIn(one, 'SubmittedAt') <= day);
  const open = all.filter((one) => text(one, 'State') === 'open');
  const isLate = (one: Fields): boolean =>
    (jsonIn(one, 'Stages', stages).find(({ state }) => state === 'open')?.dueOn ?? day) < day;
  const decided = all.filter((one) => {
    const ended = momentIn(one, 'EndedAt');
    const isDecided =
      ['approved', 'rejected', 'returned'].includes(text(one, 'State')) &&
      jsonIn(one, 'Stages', stages).every(({ closedBy }) => closedBy !== 'inquorate');
    return isDecided && ended > addMonths(day, -12) && ended <= day;
  });
  return {
    approvalsWaiting: number(open.map((one) => thing(where(one), true))),
    approvalsLate: numberOf(open.map((one) => thing(where(one), isLate(one)))),
    approvalDays: mean(
      decided.map((one) => thing(where(one), daysFrom(momentIn(one, 'SubmittedAt'), momentIn(one, 'EndedAt')))),
    ),
    centresWithoutIsk: withoutIsk(world, day),
    ...measures(world),
  };
}

/** Kroner of the first year, by the latest round; completed when all tasks are done. */
function measures(world: World): Record<string, Recount> {
  const rounds = new Map(
    rawItems(world, 'ApprovalRequests')
      .filter((one) => text(one, 'SubjectKind') === 'measure')
      .toSorted((one, other) => Number(one['Round']) - Number(other['Round']))
      .map((one) => [text(one, 'SubjectKey'), text(one, 'State')]),
  );
  const own = rawItems(world, 'Measures').filter((one) => text(one, 'DiscardedAt') === '');
  const costs = (is: (measure: Fields) => boolean): Recount =>
    numberOf(own.filter(is).map((one) => thing('', Number(one['CostOnce']) + Number(one['CostYearly']))));
  const inState =
    (...states: readonly string[]) =>
    (measure: Fields): boolean =>
      states.includes(rounds.get(text(measure, 'Key')) ?? '');
  const groups = Map.groupBy(rawItems(world, 'WheelActivities'), (one) => text(one, 'GroupKey'));
  const tasks = Map.groupBy(rawItems(world, 'WheelTasks'), (one) => text(one, 'ActivityKey'));
  const isCarriedOut = (measure: Fields): boolean => {
    const steps = groups.get(text(measure, 'Key')) ?? [];
    const ended = (step: Fields): boolean =>
      (tasks.get(text(step, 'Key')) ?? []).some((task) => ['done', 'cancelled'].includes(text(task, 'State')));
    return inState('approved')(measure) && steps.length > 0 && steps.every(ended);
  };
  return {
    measuresAsked: costs(inState('open', 'returned', 'rejected', 'approved')),
    measuresApproved: costs(inState('approved')),
    measuresSpent: costs(isCarriedOut),
    measuresUnfunded: costs(inState('open', 'returned')),
  };
}

function withoutIsk(world: World, day: string): Recount {
  const holders = rawItems(world, 'RoleAssignments').filter((one) => {
    const last = dayIn(one, 'EndsOn');
    return text(one, 'Role') === 'coordinator' && dayIn(one, 'StartsOn') <= day && (last === '' || last >= day);
  });
  const has = new Set(holders.map(where));
  return numberOf(placesInUse(world).map(({ id }) => thing('', !has.has(id))));
}
