import { addDays, daysBetween, type LocalDate, type Obligation } from '../kernel/index.ts';

/** How often people are reminded of one kind of obligation, and when it escalates. All in calendar days. */
export interface Cadence {
  /** Days before the due date, largest first. */
  before: readonly number[];
  onTheDay: boolean;
  /** While overdue, the interval in days, without end; at least a week (`leastApart`). */
  overdueEvery: number;
  /** Days overdue until the ISK is informed; absent: never. */
  coordinatorAfter?: number | undefined;
  managerAfter?: number | undefined;
  committeeAfter?: number | undefined;
}

/** Minimum days between two reminders of the same thing, whatever the cadence. */
export const leastApart = 7;

const further = { coordinatorAfter: 7, managerAfter: 14, committeeAfter: 30 } as const;

/** Default cadences; the list ReminderCadences holds the security team's changes. */
const defaults: ReadonlyMap<string, Cadence> = new Map(
  Object.entries({
    acknowledgePolicy: { before: [7, 1], onTheDay: true, overdueEvery: 7, ...further },
    takeCourse: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    acknowledgeProcedure: { before: [7, 1], onTheDay: true, overdueEvery: 7, ...further },
    // Others wait for these, so the steps are close.
    vote: { before: [2, 1], onTheDay: true, overdueEvery: 7, coordinatorAfter: 3, committeeAfter: 7 },
    // Meetings are called weeks ahead, and a case that misses one waits a month: the first step is a fortnight in.
    recordDecision: { before: [45, 30, 14, 3], onTheDay: true, overdueEvery: 7, committeeAfter: 7 },
    answerComments: { before: [6], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
    // News, not a debt: sent once, the day after, without escalation.
    readAnswer: { before: [6], onTheDay: false, overdueEvery: 7 },
    resubmit: { before: [3], onTheDay: true, overdueEvery: 7, ...further },
    reviewProcedure: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    reapprovePolicy: { before: [30, 14, 3], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
    assessAsset: { before: [30, 7], onTheDay: true, overdueEvery: 7, ...further },
    doRiskAction: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    // Until the acceptance is renewed nobody answers for the risk.
    renewAcceptance: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    // Direktionen must meet before the last day.
    renewAppointment: { before: [45, 30, 14, 3], onTheDay: true, overdueEvery: 7, committeeAfter: 7 },
    reviewService: { before: [7], onTheDay: true, overdueEvery: 7, ...further },
    reviewControl: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    writePlan: { before: [7], onTheDay: true, overdueEvery: 7, ...further },
    writeRestorePlan: { before: [7], onTheDay: true, overdueEvery: 7, ...further },
    reviewPlan: { before: [7], onTheDay: true, overdueEvery: 7, ...further },
    confirmPart: { before: [7], onTheDay: true, overdueEvery: 7, ...further },
    placePack: { before: [7], onTheDay: true, overdueEvery: 7, ...further },
    testPlan: { before: [30, 7], onTheDay: true, overdueEvery: 7, ...further },
    evaluateTest: { before: [7, 1], onTheDay: true, overdueEvery: 7, ...further },
    doImprovement: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    answerInspection: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
    reportInspection: { before: [7, 1], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
    recheckFinding: { before: [7, 1], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
    // Due within a day, as statistics depend on it.
    closeDowntime: { before: [], onTheDay: true, overdueEvery: 7, committeeAfter: 7 },
    doWheelTask: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  }),
);
/** Of a kind that is not known here, as of an earlier version of the program. */
const anyOther: Cadence = { before: [7], onTheDay: true, overdueEvery: 7, ...further };

export const defaultKinds: readonly string[] = [...defaults.keys()];
export const defaultCadence = (kind: string): Cadence => defaults.get(kind) ?? anyOther;

/** Required of everybody by law or policy (R8, R9): cannot be muted. */
const required: ReadonlySet<string> = new Set(['acknowledgePolicy', 'takeCourse']);
export const isLegallyRequired = (kind: string): boolean => required.has(kind);

/** May come to any employee. Other kinds are for people who decide or answer for something. */
const forAll: ReadonlySet<string> = new Set(['acknowledgePolicy', 'takeCourse', 'acknowledgeProcedure', 'doWheelTask']);
export const isForFew = (kind: string): boolean => !forAll.has(kind);

/** The period of an obligation. */
export type Term = Pick<Obligation, 'since' | 'due'>;

/**
 * The latest reminder step of an obligation up to a day; undefined without one. A step before the due date that is
 * longer than the period is skipped. No step precedes the obligation: one that is overdue from the start has its first
 * step then.
 */
export function latestStep(cadence: Cadence, term: Term, day: LocalDate): LocalDate | undefined {
  const { since, due } = term;
  const late = daysBetween(due, day);
  const times = Math.floor(late / cadence.overdueEvery);
  if (times >= 1) return fromItsBeginning(term, addDays(due, times * cadence.overdueEvery), day);
  if (late >= 0 && (cadence.onTheDay || since > due)) return fromItsBeginning(term, due, day);
  const nearest = cadence.before.filter((days) => -days <= late).toSorted((one, other) => one - other)[0];
  const step = nearest === undefined ? undefined : addDays(due, -nearest);
  return step !== undefined && step > since ? step : undefined;
}

/** Whether something escalates on a day, at a threshold (days overdue). */
export const isTooLate = (threshold: number, { since, due }: Term, day: LocalDate): boolean =>
  since <= day && daysBetween(due, day) >= threshold;

function fromItsBeginning({ since }: Term, step: LocalDate, day: LocalDate): LocalDate | undefined {
  if (step >= since) return step;
  return since <= day ? since : undefined;
}

/** Whether its reminders have begun, so that a digest sent for another reason includes it. */
export const isNear = (cadence: Cadence, { since, due }: Term, day: LocalDate): boolean =>
  since <= day && daysBetween(day, due) <= Math.max(0, ...cadence.before);

/** Escalation order: ISK, then manager, then committee. */
export function climbs({ coordinatorAfter, managerAfter, committeeAfter }: Cadence): boolean {
  const set = [coordinatorAfter, managerAfter, committeeAfter].filter((days) => days !== undefined);
  return set.every((days, index) => index === 0 || days >= (set[index - 1] ?? 0));
}
