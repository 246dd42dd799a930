import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays } from './raw-dates.ts';
import { rawDebts } from './raw-debts.ts';
import { dayIn, jsonIn, momentIn, placesInUse, rawItems, text, type Fields } from './raw-items.ts';
import { papersInForce } from './raw-papers.ts';
import { vitalSince } from './raw-vital.ts';
import { rawWork } from './raw-work.ts';

/** What a figure of the whole is made of. */
export interface RawFigure {
  numerator: number;
  denominator?: number;
}

interface Asked {
  world: World;
  /** The day that is counted as of: nothing was written since. */
  day: string;
  policyDays: number;
}

/**
 * Figures of the whole counted a second time, from the items of the lists alone: no mirror, no codec and no rule of the program, but
 * what `figureWords` says that each counts.
 */
export function rawFigures({ world, day, policyDays }: Asked): Readonly<Record<string, RawFigure>> {
  const work = rawWork(world, day);
  const late = (kind: string, before = day): RawFigure => ({
    numerator: work.filter((one) => one.kind === kind && one.due < before).length,
  });
  const debts = rawDebts({ world, today: day, policyDays });
  const people = employed(world, day);
  const unread = debts.filter(({ kind }) => kind === 'acknowledgePolicy').length;
  return {
    policyCoverage: { numerator: people - unread, denominator: people },
    coursesLate: { numerator: debts.filter(({ kind, due }) => kind === 'takeCourse' && due < day).length },
    proceduresInForce: { numerator: papersInForce(world, 'procedureVersion').length },
    procedureReviewsLate: late('reviewProcedure'),
    treatmentsLate: late('doRiskAction'),
    controlsLate: late('reviewControl'),
    improvementsLate: late('doImprovement'),
    wheelLate: late('doWheelTask'),
    wheelMissed: late('doWheelTask', addDays(day, -60)),
    vital: { numerator: vitalSince(world).size },
    centresWithoutIsk: withoutIsk(world, day),
    ...downtimes(world, day),
    ...incidents(world, day),
    ...inspections(world, day),
    ...measures(world),
    ...approvals(world, day),
    networkAttendance: attendance(world, day),
  };
}

/** The same day a year before. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace('-02-29', '-02-28');

/** Employed, and not on leave. */
const employed = (world: World, day: string): number =>
  rawItems(world, 'People').filter((person) => {
    const [hired, left] = [dayIn(person, 'HiredOn'), dayIn(person, 'LeftOn')];
    const [from, to] = [dayIn(person, 'AbsentFrom'), dayIn(person, 'AbsentTo')];
    const isAway = from !== '' && from <= day && (to === '' || to >= day);
    return hired <= day && (left === '' || left > day) && !isAway;
  }).length;

const isOfYear = (one: Fields, column: string, day: string): boolean =>
  momentIn(one, column) <= day && momentIn(one, column).startsWith(day.slice(0, 4));

function withoutIsk(world: World, day: string): RawFigure {
  const holders = rawItems(world, 'RoleAssignments').filter((one) => {
    const last = dayIn(one, 'EndsOn');
    return text(one, 'Role') === 'coordinator' && dayIn(one, 'StartsOn') <= day && (last === '' || last >= day);
  });
  const places = placesInUse(world);
  const has = new Set(holders.map((one) => text(one, 'CentreId')));
  return { numerator: places.filter(({ id }) => !has.has(id)).length };
}

function downtimes(world: World, day: string): Record<string, RawFigure> {
  const begun = rawItems(world, 'Downtimes').filter(
    (one) => text(one, 'State') !== 'cancelled' && isOfYear(one, 'StartedAt', day),
  );
  const over = begun.filter((one) => text(one, 'State') === 'closed' && one['Kept'] !== undefined);
  return {
    downtimes: { numerator: begun.length },
    downtimesKept: { numerator: over.filter((one) => one['Kept'] === true).length, denominator: over.length },
  };
}

function incidents(world: World, day: string): Record<string, RawFigure> {
  const all = rawItems(world, 'Incidents').filter((one) => momentIn(one, 'ReportedAt') <= day);
  return {
    incidents: { numerator: all.filter((one) => isOfYear(one, 'ReportedAt', day)).length },
    incidentsOpen: { numerator: all.filter((one) => text(one, 'State') !== 'closed').length },
  };
}

function inspections(world: World, day: string): Record<string, RawFigure> {
  const due = rawItems(world, 'Inspections').filter((one) => {
    const on = dayIn(one, 'PlannedOn');
    return text(one, 'State') !== 'cancelled' && on <= day && on.startsWith(day.slice(0, 4));
  });
  const held = due.filter((one) => text(one, 'State') !== 'planned');
  return { inspectionsHeld: { numerator: held.length, denominator: due.length } };
}

const latestRound = (world: World, kind: string): Map<string, Fields> => {
  const rounds = rawItems(world, 'ApprovalRequests')
    .filter((one) => text(one, 'SubjectKind') === kind)
    .toSorted((one, other) => Number(one['Round']) - Number(other['Round']));
  return new Map(rounds.map((one) => [text(one, 'SubjectKey'), one]));
};

/** Kroner of the first year, by what their latest round says. */
function measures(world: World): Record<string, RawFigure> {
  const rounds = latestRound(world, 'measure');
  const sum = (states: readonly string[]): RawFigure => ({
    numerator: rawItems(world, 'Measures')
      .filter((one) => text(one, 'DiscardedAt') === '')
      .filter((one) => states.includes(text(rounds.get(text(one, 'Key')) ?? {}, 'State')))
      .reduce((kroner, one) => kroner + Number(one['CostOnce']) + Number(one['CostYearly']), 0),
  });
  return {
    measuresAsked: sum(['open', 'returned', 'rejected', 'approved']),
    measuresApproved: sum(['approved']),
    measuresUnfunded: sum(['open', 'returned']),
  };
}

const stages = z.array(z.looseObject({ state: z.string(), dueOn: z.string().optional() }));
const lengthInDays = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));

function approvals(world: World, day: string): Record<string, RawFigure> {
  const all = rawItems(world, 'ApprovalRequests').filter((one) => momentIn(one, 'SubmittedAt') <= day);
  const late = all.filter((one) => {
    const open = jsonIn(one, 'Stages', stages).find(({ state }) => state === 'open');
    return text(one, 'State') === 'open' && open?.dueOn !== undefined && open.dueOn < day;
  });
  const decided = all.filter((one) => {
    const ended = momentIn(one, 'EndedAt');
    return ['approved', 'rejected', 'returned'].includes(text(one, 'State')) && ended > yearBefore(day) && ended <= day;
  });
  const days = decided.map((one) => lengthInDays(momentIn(one, 'SubmittedAt'), momentIn(one, 'EndedAt')));
  return {
    approvalsLate: { numerator: late.length },
    approvalDays: { numerator: days.reduce((sum, one) => sum + one, 0), denominator: days.length },
  };
}

const invited = z.array(z.looseObject({ person: z.string(), attendance: z.string().optional() }));
function attendance(world: World, day: string): RawFigure {
  const met = rawItems(world, 'NetworkMeetings').filter((one) => {
    const on = dayIn(one, 'On');
    return text(one, 'CancelledAt') === '' && on > yearBefore(day) && on <= day;
  });
  const asked = met.flatMap((one) => jsonIn(one, 'People', invited));
  return { numerator: asked.filter((one) => one.attendance === 'attended').length, denominator: asked.length };
}

const values = z.record(z.string(), z.array(z.number().nullable()));
/** The figures of one owner as they are frozen: numerator, denominator and value by figure; undefined when nobody froze them. */
export function rawFrozen(world: World, day: string, owner: string): z.output<typeof values> | undefined {
  const found = rawItems(world, 'Figures').find((one) => dayIn(one, 'Day') === day && text(one, 'Owner') === owner);
  return found && jsonIn(found, 'Values', values);
}
