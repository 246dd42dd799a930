import { adoptedKey, activityFrom } from '../../api/annual-wheel/adopt-from-catalogue.ts';
import { calendarOccurrences, dueAfter, madeOn } from '../../api/annual-wheel/activity.ts';
import { fieldsOf, revisionOf } from '../../api/annual-wheel/activity-given.ts';
import type { WheelActivity } from '../../api/annual-wheel/activity-list.ts';
import { catalogue } from '../../api/annual-wheel/catalogue.ts';
import { actsOfActivity, actsOfTask } from '../../api/annual-wheel/record-wheel-acts.ts';
import { taskKey } from '../../api/annual-wheel/task.ts';
import type { TaskEvent, TouchedTask } from '../../api/annual-wheel/task-list.ts';
import type { AuditEntry } from '../../api/audit/audit-list.ts';
import { auditKey, type Act } from '../../api/audit/record-act.ts';
import {
  addDays,
  daysBetween,
  isCentreRole,
  type AssignableRole,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';
import { translator } from '../../api/texts/translate.ts';
import type { SeedDays } from './calendar.ts';
import { seedCentres } from './centres.ts';
import { dice, type Dice } from './dice.ts';
import { keyPeople } from './key-people.ts';
import type { SeedPerson } from './people.ts';
import { wheelGroups } from './wheel-groups.ts';
import { begunNotes, cancelledBecause, evidences, movedBecause, notesFor } from './wheel-notes.ts';

/** Lagging centres: much of their recent work is late. */
const lagging = ['kultur-idraet-og-fritid', 'park-vej-og-miljoe', 'dagtilbud'];
const lateDays = 110;
const movedActivity = 'supplierReview';
const cancelledActivity = 'networkMeeting';

const yearStart = (day: LocalDate) => `${day.slice(0, 4)}-01-01` as LocalDate;
const at = (day: LocalDate, chance: number): Instant =>
  `${day}T${String(7 + Math.floor(chance * 7)).padStart(2, '0')}:${String(Math.floor(chance * 3600) % 60).padStart(2, '0')}:00.000Z` as Instant;

type Doer = (role: AssignableRole, centre: string | undefined, chance: Dice) => PersonId;

/** A body's work is done by its chair or writer; a centre's by its own people. */
function doers(people: readonly SeedPerson[]): Doer {
  const idOf = (code: string): PersonId => {
    const person = people.find((one) => one.code === code);
    if (!person) throw new RangeError(`nobody is called ${code}`);
    return person.id as PersonId;
  };
  const bodies: Partial<Record<AssignableRole, readonly string[]>> = {
    cityCouncil: ['sekretaer'],
    executiveBoard: ['kommunaldirektoer', 'lone'],
    corporateManagement: ['kommunaldirektoer'],
    securityCommittee: ['lone', 'jurist'],
    securityTeam: ['teamleder', 'fatima', 'jeppe', 'signe'],
  };
  return (role, centre, chance) => {
    const held = keyPeople
      .filter(({ roles }) => roles?.some((one) => one.role === role && one.centre === centre && !one.from && !one.to))
      .map(({ code }) => code);
    const codes = isCentreRole(role) ? held : (bodies[role] ?? ['ciso']);
    return idOf(chance.pickEarly(codes.length === 0 ? ['ciso'] : codes));
  };
}

/** The catalogue's year, added on New Year's Day, with the work done since. */
export function seedWheel(people: readonly SeedPerson[], days: SeedDays) {
  const doer = doers(people);
  const made = yearStart(addDays(days.today, -60));
  const ciso = doer('ciso', undefined, dice('wheel'));
  const activities = catalogue.map((entry): WheelActivity => {
    const given = activityFrom(translator('da'), entry, made);
    const { personId: _nobody, groupKey: _none, ...fields } = fieldsOf(given);
    return {
      key: adoptedKey(entry.key),
      catalogueKey: entry.key,
      ...fields,
      revisions: [revisionOf(given, made)],
      history: [{ at: at(made, 0.3), by: ciso, what: 'made' }],
    };
  });
  const tasks = activities.flatMap((activity) => {
    const places = activity.scope === 'organisation' ? [undefined] : seedCentres.map(({ key }) => key);
    return places.flatMap((centre) => tasksOf(activity, centre, days.today, doer));
  });
  const groups = wheelGroups(people, days.today, ciso);
  const all = [...activities, ...groups.activities];
  return {
    activities: all,
    tasks,
    plans: groups.plans,
    meetings: groups.meetings,
    audit: [...all.flatMap(actsOfActivity), ...tasks.flatMap(actsOfTask)].map(auditEntry),
  };
}

const auditEntry = (act: Act): AuditEntry => ({
  key: auditKey(act),
  title: act.act,
  subjectKey: act.subjectKey,
  actorId: act.actorId,
  at: act.at,
  details: act.details ?? {},
});

/** Changed tasks of one activity in one place, by calendar or last completion. */
function tasksOf(activity: WheelActivity, centre: string | undefined, today: LocalDate, doer: Doer): TouchedTask[] {
  const soon = addDays(today, 30);
  const touch = (when: LocalDate | number, on: LocalDate) => {
    const key = taskKey(activity.key, when, centre as CentreId | undefined);
    const chance = dice(`wheel ${key}`);
    const blank = blankTask(activity, key, when, on, centre);
    return touched(activity, blank, today, doer(activity.role, centre, chance), chance);
  };
  const [first] = activity.revisions;
  if (!first || first.basis === 'calendar')
    return calendarOccurrences(activity, first?.from ?? today, soon).flatMap(({ on }) => touch(on, on));
  const runs: TouchedTask[] = [];
  let due = dueAfter(activity, first.scope, undefined);
  while (due !== undefined && due <= soon) {
    const [run] = touch(runs.length + 1, due);
    if (run) runs.push(run);
    due = run?.doneOn === undefined ? undefined : dueAfter(activity, first.scope, run.doneOn);
  }
  return runs;
}

const blankTask = (
  { key: activityKey, title }: WheelActivity,
  key: string,
  when: LocalDate | number,
  occurrence: LocalDate,
  centre: string | undefined,
): TouchedTask => ({
  key,
  title,
  activityKey,
  occurrence,
  ...(typeof when === 'number' ? { run: when } : {}),
  ...(centre === undefined ? {} : { centreId: centre as CentreId }),
  state: 'planned',
  note: '',
  evidence: '',
  stepsDone: [],
  history: [],
});

/** Done, late and unchanged, started, moved or cancelled: random by the task's name. */
function touched(
  activity: WheelActivity,
  task: TouchedTask,
  today: LocalDate,
  by: PersonId,
  chance: Dice,
): TouchedTask[] {
  const late = daysBetween(task.occurrence, today);
  const catalogueKey = activity.catalogueKey ?? '';
  if (catalogueKey === cancelledActivity && isSummer(task.occurrence)) return [cancelled(task, today, by)];
  if (catalogueKey === movedActivity && late > -30 && late < 300) return [moved(task, today, by)];
  if (late <= 0) return chance.next() < 0.3 ? [begun(activity, task, today, by, chance)] : [];
  const slow = lagging.includes(task.centreId ?? '');
  if (late < lateDays && chance.next() < (slow ? 0.55 : 0.03)) return [];
  return [done(activity, task, today, by, chance)];
}

const isSummer = (day: LocalDate): boolean => ['07', '08'].includes(day.slice(5, 7));
const told = (task: TouchedTask, fields: Partial<TouchedTask>, ...history: TaskEvent[]): TouchedTask => ({
  ...task,
  ...fields,
  history,
});

const cancelled = (task: TouchedTask, today: LocalDate, by: PersonId): TouchedTask => {
  const on = addDays(task.occurrence < today ? task.occurrence : today, -20);
  return told(task, { state: 'cancelled' }, { at: at(on, 0.5), by, what: 'cancelled', text: cancelledBecause });
};

const moved = (task: TouchedTask, today: LocalDate, by: PersonId): TouchedTask => {
  const { occurrence: from } = task;
  const [on, to] = [addDays(from < today ? from : today, -9), addDays(from < today ? today : from, 21)];
  return told(task, { movedTo: to }, { at: at(on, 0.4), by, what: 'moved', text: movedBecause, from, to });
};

function begun(activity: WheelActivity, task: TouchedTask, today: LocalDate, by: PersonId, chance: Dice): TouchedTask {
  const note = chance.pick(begunNotes);
  const started: TaskEvent = {
    at: at(addDays(today, -chance.whole(1, 6)), chance.next()),
    by,
    what: 'started',
    text: note,
  };
  const stepsDone = activity.steps.slice(0, 1);
  const ticks = stepsDone.map(({ title }): TaskEvent => ({ ...started, what: 'step', text: title }));
  return told(task, { state: 'inProgress', note, stepsDone: stepsDone.map(({ id }) => id) }, started, ...ticks);
}

function done(activity: WheelActivity, task: TouchedTask, today: LocalDate, by: PersonId, chance: Dice): TouchedTask {
  const day = addDays(task.occurrence, chance.whole(-12, 5));
  const doneOn = day < madeOn(activity) ? task.occurrence : weekdayUpTo(day, addDays(today, -1));
  const note = chance.pick(notesFor(activity.catalogueKey ?? '', activity.role));
  const completed: TaskEvent = { at: at(doneOn, chance.next()), by, what: 'completed', text: note };
  const begins = chance.next() < 0.3;
  const started: TaskEvent = { at: at(addDays(doneOn, -7), chance.next()), by, what: 'started' };
  return told(
    task,
    {
      state: 'done',
      doneOn,
      doneBy: by,
      note,
      stepsDone: activity.steps.map(({ id }) => id),
      evidence: activity.evidence === '' ? '' : chance.pick(evidences),
    },
    ...(begins ? [started] : []),
    completed,
  );
}

/** The weekday on or before a day. */
function weekdayUpTo(day: LocalDate, latest: LocalDate): LocalDate {
  let found = day < latest ? day : latest;
  while ([0, 6].includes(new Date(`${found}T00:00:00Z`).getUTCDay())) found = addDays(found, -1);
  return found;
}
