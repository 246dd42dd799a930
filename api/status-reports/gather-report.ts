import { tasksOfYear, WheelActivities, WheelTasks } from '../annual-wheel/index.ts';
import { Agendas, ApprovalRequests, maySeeApproval, openStage, type Agenda } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { figuresOf, findFigure, movementSince, worsening } from '../figures/index.ts';
import { InspectionFindings, Inspections, mayReadInspection } from '../inspections/index.ts';
import {
  addDays,
  addMonths,
  localDate,
  todayOf,
  yearOf,
  type Actor,
  type Instant,
  type LocalDate,
} from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { StatusReportView } from './contract.ts';
import { StatusReports, type ReportContent, type StatusReport } from './report-list.ts';

/** Rows of each part: for reading in a meeting. */
const mostRows = 15;
/** Days until the meeting of a new agenda, if the wheel has none. */
const meetsWithin = 14;
const body = 'securityCommittee';
const incidentFigures = ['incidents', 'incidentsOpen', 'incidentHours', 'downtimes'] as const;

/** What else is equal, the same everywhere. */
const byKey = (one: { key: string }, other: { key: string }): number => one.key.localeCompare(other.key);

const agendasOf = (context: Context): Stored<Agenda>[] =>
  context
    .list(Agendas)
    .all()
    .filter((agenda) => agenda.body === body)
    .sort((one, other) => one.meetsOn.localeCompare(other.meetsOn) || byKey(one, other));

/** The committee's next meeting: by agenda, else by the wheel. From memory. */
export function nextMeeting(context: Context): { agenda?: Stored<Agenda>; meetsOn: LocalDate } {
  const today = todayOf(context.clock);
  const agenda = agendasOf(context).find(({ state, meetsOn }) => state !== 'closed' && meetsOn >= today);
  if (agenda) return { agenda, meetsOn: agenda.meetsOn };
  const year = yearOf(today);
  const [task] = [year, year + 1]
    .flatMap((each) => tasksOfYear(context, each))
    .filter(({ activity, due }) => activity.catalogueKey === 'committeeMeeting' && due > today)
    .sort((one, other) => one.due.localeCompare(other.due));
  return { meetsOn: task?.due ?? addDays(today, meetsWithin) };
}

/** Where a report begins, and what the committee had on that day: a meeting, a status report, or nothing known. */
export interface Since {
  from: LocalDate;
  since: NonNullable<StatusReportView['since']>;
  /** When the report was made that told of it: what came later that day is still to be told. */
  after?: Instant;
}

/**
 * Since the latest report that a meeting has had: a meeting without one, held since, was told of nothing; else since
 * the committee's last meeting by agenda, else since its last status report, else since the last meeting done in the
 * wheel, else since the start of the month before. From memory.
 */
export function periodOf(context: Context): Since {
  const today = todayOf(context.clock);
  const meetings = agendasOf(context).filter(({ state, meetsOn }) => meetsOn < today && state !== 'draft');
  const told = lastTold(context, meetings);
  if (told) return { from: told.to, since: 'report', after: told.madeAt };
  const held = meetings.at(-1);
  if (held) return { from: held.meetsOn, since: 'meeting' };
  const met = meetingsDone(context).findLast((day) => day < today);
  if (met) return { from: met, since: 'meeting' };
  return { from: addMonths(`${today.slice(0, 7)}-01` as LocalDate, -1), since: 'period' };
}

/** The latest report that a held meeting had; where none is known, of those whose day is not to come. */
function lastTold(context: Context, held: readonly Stored<Agenda>[]): Stored<StatusReport> | undefined {
  const today = todayOf(context.clock);
  const heldKeys = new Set(held.map(({ key }) => key));
  const isTold = ({ agendaKey }: StatusReport): boolean =>
    held.length > 0 ? heldKeys.has(agendaKey) : (context.list(Agendas).get(agendaKey)?.meetsOn ?? today) < today;
  return context
    .list(StatusReports)
    .all()
    .filter(isTold)
    .sort((one, other) => one.to.localeCompare(other.to) || byKey(one, other))
    .at(-1);
}

/** Days of the committee's meetings that are done in the wheel, by the catalogue's activity. */
const meetingsDone = (context: Context): LocalDate[] =>
  context
    .list(WheelTasks)
    .all()
    .flatMap(({ state, doneOn, activityKey }) => (state === 'done' && doneOn ? [{ doneOn, activityKey }] : []))
    .filter(({ activityKey }) => context.list(WheelActivities).get(activityKey)?.catalogueKey === 'committeeMeeting')
    .map(({ doneOn }) => doneOn)
    .sort();

/** The content of a period, visible to the actor. Every number is a figure's. In slices; from memory. */
export async function gatherReport(
  context: Context,
  actor: Actor,
  { from, after }: Pick<Since, 'from' | 'after'>,
): Promise<ReportContent> {
  const today = todayOf(context.clock);
  const whole = await figuresOf(context, actor, 'whole');
  const moved = whole.flatMap(({ key, unit, good, value, months }) => {
    const before = months.findLast(({ day }) => day <= from) ?? months[0];
    const movement = movementSince(findFigure(key) ?? { good }, before, { day: today, value });
    if (!before || value === undefined || (movement !== 'worse' && movement !== 'better')) return [];
    return [{ key, value, before, movement, change: worsening({ unit, value, lastMonth: before }) }];
  });
  moved.sort(
    (one, other) => Number(other.movement === 'worse') - Number(one.movement === 'worse') || other.change - one.change,
  );
  const since = (moment: Instant | undefined) =>
    moment !== undefined && (after === undefined ? localDate(moment) > from : moment > after);
  const requests = context
    .list(ApprovalRequests)
    .all()
    .filter((request) => maySeeApproval(context, actor, request));
  const decided = requests.filter(({ state, endedAt }) => state !== 'open' && state !== 'withdrawn' && since(endedAt));
  const waiting = requests.filter((request) => request.state === 'open' && openStage(request));
  const inspected = context.list(Inspections);
  const findings = context
    .list(InspectionFindings)
    .all()
    .filter(({ grade, madeAt, inspectionKey }) => {
      const inspection = inspected.get(inspectionKey);
      return grade !== 'strength' && since(madeAt) && inspection && mayReadInspection(context, actor, inspection);
    });
  const keys = (records: readonly { key: string }[]) => records.slice(0, mostRows).map(({ key }) => key);
  return {
    figures: moved.slice(0, mostRows).map(({ key, value, before }) => ({
      key,
      value,
      before: { day: before.day as LocalDate, value: before.value },
    })),
    incidents: incidentFigures.flatMap((key) => {
      const value = whole.find((figure) => figure.key === key)?.value;
      return value === undefined ? [] : [{ key, value }];
    }),
    decisionKeys: keys(
      decided.toSorted((one, other) => (other.endedAt ?? '').localeCompare(one.endedAt ?? '') || byKey(one, other)),
    ),
    waitingKeys: keys(
      waiting.toSorted((one, other) => one.submittedAt.localeCompare(other.submittedAt) || byKey(one, other)),
    ),
    counts: { decisions: decided.length, waiting: waiting.length, findings: findings.length },
    findingKeys: keys(findings.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt) || byKey(one, other))),
  };
}
