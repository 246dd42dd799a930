import { tasksOfYear } from '../../annual-wheel/index.ts';
import { appointedRoles } from '../../appointments/contract.ts';
import { ContingencyTests } from '../../contingency/index.ts';
import type { Context } from '../../context.ts';
import { recordsAt } from '../../figures/index.ts';
import { Inspections } from '../../inspections/index.ts';
import { localDate, type LocalDate, type PersonId } from '../../kernel/index.ts';
import { allMeasures } from '../../measures/index.ts';
import { centreRef, Centres, findPerson, personRef, RoleAssignments } from '../../organisation/index.ts';
import { currentPolicy, yearlyApproval } from '../../policy/index.ts';
import type { Cell, RecordTable, ReportRecords } from './report-model.ts';
import { compareDanish } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** Rows of one table: for reading in a meeting. */
const mostRows = 40;
const nothing = '–';

const tableOf = (rows: readonly (readonly Cell[])[]): RecordTable => ({
  rows: rows.slice(0, mostRows),
  isCut: rows.length > mostRows,
});

/** Records of a year until a day, as of its end; next year's plan as of now. From memory. */
export function reportRecords(context: Context, year: number, asOf: LocalDate): ReportRecords {
  const then = recordsAt(context, asOf);
  const first = `${year}-01-01` as LocalDate;
  const within = (day: LocalDate): boolean => day >= first && day <= asOf;
  return {
    ...policyOf(then),
    tables: {
      tests: tableOf(testRows(then, within)),
      inspections: tableOf(inspectionRows(then, within)),
      measures: tableOf(measureRows(context, first, asOf)),
      appointments: tableOf(appointmentRows(context, asOf)),
      centres: tableOf(centreRows(context, within)),
      plan: tableOf(planRows(context, year + 1)),
    },
    centres: [...context.list(Centres).all()]
      .sort((one, other) => one.position - other.position)
      .map(({ key, title }) => ({ key, title })),
  };
}

function policyOf(then: Context): Pick<ReportRecords, 'policy'> {
  const current = currentPolicy(then);
  if (!current) return {};
  const { currentApprovedOn: approvedOn, coming, nextDue } = yearlyApproval(then);
  return {
    policy: {
      number: current.number,
      validFrom: current.effectiveOn,
      ...(approvedOn === undefined ? {} : { approvedOn }),
      ...(coming
        ? { coming: { number: coming.number, approvedOn: coming.approvedOn, validFrom: coming.effectiveOn } }
        : {}),
      ...(nextDue === undefined ? {} : { nextDue }),
    },
  };
}

const resultOf = (passed: boolean | undefined) => {
  if (passed === undefined) return 'notEvaluated';
  return passed ? 'passed' : 'notPassed';
};

const byDay = (one: { on: LocalDate }, other: { on: LocalDate }) => one.on.localeCompare(other.on);
type Within = (day: LocalDate) => boolean;

function testRows(then: Context, within: Within): Cell[][] {
  return then
    .list(ContingencyTests)
    .all()
    .filter(({ state }) => state === 'closed' || state === 'ended')
    .map((test) => ({ test, on: localDate(test.startedAt ?? test.plannedAt) }))
    .filter(({ on }) => within(on))
    .sort(byDay)
    .map(({ test: { title, kind, passed }, on }) => [
      { day: on },
      { text: title },
      { word: `testKind.${kind}` },
      { word: resultOf(passed) },
    ]);
}

function inspectionRows(then: Context, within: Within): Cell[][] {
  return then
    .list(Inspections)
    .all()
    .flatMap((one) => (one.heldAt === undefined ? [] : [{ one, on: localDate(one.heldAt) }]))
    .filter(({ on }) => within(on))
    .sort(byDay)
    .map(({ one: { title, centreId, place }, on }) => [
      { day: on },
      { text: title },
      { text: [centreRef(then, centreId)?.title ?? nothing, place].filter(Boolean).join(', ') },
    ]);
}

/**
 * Measures decided in the year, or unfinished at its end. Later decisions count as waiting; tasks are as of now, since
 * rewinding the wheel is slow.
 */
function measureRows(context: Context, first: LocalDate, asOf: LocalDate): Cell[][] {
  return allMeasures(context)
    .flatMap(
      ({
        measure,
        state,
        request,
      }): { measure: { title: string }; state: TextsUnder<'reports.word.measure'>; endedOn?: LocalDate }[] => {
        if (!request || state === 'draft' || localDate(request.submittedAt) > asOf) return [];
        const endedOn = request.endedAt === undefined ? undefined : localDate(request.endedAt);
        if (endedOn === undefined || endedOn > asOf) return [{ measure, state: 'waiting' }];
        const goesOn = endedOn >= first || state === 'approved' || state === 'underWay';
        return goesOn ? [{ measure, state, endedOn }] : [];
      },
    )
    .sort((one, other) => compareDanish(one.measure.title, other.measure.title))
    .map(({ measure, state, endedOn }) => [
      { text: measure.title },
      { word: `measure.${state}` },
      endedOn === undefined ? { text: nothing } : { day: endedOn },
    ]);
}

/** Appointments by Direktionen, as of the day; none of whoever had left by then. */
function appointmentRows(context: Context, asOf: LocalDate): Cell[][] {
  const isThere = (personId: PersonId): boolean => {
    const leftOn = findPerson(context, personId)?.leftOn;
    return leftOn === undefined || asOf < leftOn;
  };
  const held = context
    .list(RoleAssignments)
    .all()
    .filter(({ startsOn, endsOn }) => startsOn <= asOf && (endsOn === undefined || endsOn >= asOf))
    .filter(({ personId }) => isThere(personId));
  return appointedRoles.flatMap((role) =>
    held
      .filter((one) => one.role === role)
      .map((one) => ({ ...one, name: personRef(context, one.personId).name }))
      .sort((one, other) => Number(other.chair) - Number(one.chair) || compareDanish(one.name, other.name))
      .map(({ name, chair, startsOn, endsOn }): Cell[] => [
        { text: name },
        chair ? { word: 'chair' } : { role },
        { day: startsOn },
        endsOn === undefined ? { text: nothing } : { day: endsOn },
      ]),
  );
}

const centreRows = (context: Context, within: Within): Cell[][] =>
  context
    .list(Centres)
    .all()
    .flatMap(({ title, opensOn }) => (opensOn === undefined || !within(opensOn) ? [] : [{ title, on: opensOn }]))
    .sort(byDay)
    .map(({ title, on }) => [{ text: title }, { day: on }]);

/** The organisation's coming work, each with its first day in the year; the centres' is on the wheel. */
function planRows(context: Context, year: number): Cell[][] {
  const tasks = tasksOfYear(context, year)
    .filter((task) => task.centreId === undefined && task.state !== 'cancelled' && task.due <= `${year}-12-31`)
    .sort((one, other) => one.due.localeCompare(other.due));
  const first = new Map(tasks.toReversed().map((task) => [task.activity.key, task]));
  return tasks
    .filter((task) => first.get(task.activity.key) === task)
    .map(({ due, activity: { title, role } }) => [{ day: due }, { text: title }, { role }]);
}
