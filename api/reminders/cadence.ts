import { addDays, daysBetween, type LocalDate, type Obligation } from '../kernel/index.ts';

/** How often people are reminded of one kind of obligation, and when it is told further. All in calendar days. */
export interface Cadence {
  /** Days before the due date, the largest first. */
  before: readonly number[];
  onTheDay: boolean;
  /** While overdue, again after so many days, for ever; never sooner than a week (`leastApart`). */
  overdueEvery: number;
  /** Days overdue before the centre's ISK is told; absent: never. */
  coordinatorAfter?: number | undefined;
  managerAfter?: number | undefined;
  committeeAfter?: number | undefined;
}

/** Days between two reminders of the same thing at least, whatever a cadence says. */
export const leastApart = 7;

const further = { coordinatorAfter: 7, managerAfter: 14, committeeAfter: 30 } as const;

/** How each kind comes; the list ReminderCadences holds what the security team changed. */
const defaults: Readonly<Record<string, Cadence>> = {
  acknowledgePolicy: { before: [7, 1], onTheDay: true, overdueEvery: 7, ...further },
  takeCourse: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  acknowledgeProcedure: { before: [7, 1], onTheDay: true, overdueEvery: 7, ...further },
  // Others wait for these, so the ladders are short.
  vote: { before: [2, 1], onTheDay: true, overdueEvery: 7, coordinatorAfter: 3, committeeAfter: 7 },
  // A meeting is called weeks before, and a case that misses one waits a month: the first comes a fortnight after it arrived.
  recordDecision: { before: [45, 30, 14, 3], onTheDay: true, overdueEvery: 7, committeeAfter: 7 },
  answerComments: { before: [6], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
  // News, not a debt: told once, the day after, and to nobody else.
  readAnswer: { before: [6], onTheDay: false, overdueEvery: 7 },
  resubmit: { before: [3], onTheDay: true, overdueEvery: 7, ...further },
  reviewProcedure: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  reapprovePolicy: { before: [30, 14, 3], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
  assessAsset: { before: [30, 7], onTheDay: true, overdueEvery: 7, ...further },
  doRiskAction: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  // Until somebody accepts it again, a risk is carried that nobody answers for.
  renewAcceptance: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  // Direktionen must have met before the last day.
  renewAppointment: { before: [45, 30, 14, 3], onTheDay: true, overdueEvery: 7, committeeAfter: 7 },
  reviewControl: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  testPlan: { before: [30, 7], onTheDay: true, overdueEvery: 7, ...further },
  evaluateTest: { before: [7, 1], onTheDay: true, overdueEvery: 7, ...further },
  doImprovement: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  answerInspection: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
  reportInspection: { before: [7, 1], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
  recheckFinding: { before: [7, 1], onTheDay: true, overdueEvery: 7, committeeAfter: 14 },
  // A day at most is given, and figures are drawn from it.
  closeDowntime: { before: [], onTheDay: true, overdueEvery: 7, committeeAfter: 7 },
  doWheelTask: { before: [14, 3], onTheDay: true, overdueEvery: 7, ...further },
};
const anyOther: Cadence = { before: [7], onTheDay: true, overdueEvery: 7, ...further };

export const defaultKinds: readonly string[] = Object.keys(defaults);
export const defaultCadence = (kind: string): Cadence => defaults[kind] ?? anyOther;

/** What the law or the policy itself demands of everybody (R8, R9): nobody can switch these off for themselves. */
const required: ReadonlySet<string> = new Set(['acknowledgePolicy', 'takeCourse']);
export const isLegallyRequired = (kind: string): boolean => required.has(kind);

/** What comes to those alone who decide or answer for something. */
const forFew: ReadonlySet<string> = new Set([
  'vote',
  'recordDecision',
  'resubmit',
  'reviewProcedure',
  'reapprovePolicy',
  'answerComments',
  'readAnswer',
  'assessAsset',
  'doRiskAction',
  'renewAcceptance',
  'reviewControl',
  'renewAppointment',
  'testPlan',
  'evaluateTest',
  'doImprovement',
  'closeDowntime',
  'answerInspection',
  'reportInspection',
  'recheckFinding',
]);
export const isForFew = (kind: string): boolean => forFew.has(kind);

/** What is owed from when to when. */
export type Term = Pick<Obligation, 'since' | 'due'>;

/**
 * The latest reminder step of an obligation up to a day; undefined when there was none. A step before the due date
 * that is longer than the time there is, is left out. No step lies before the obligation itself: what is late already
 * when it comes has its first step then.
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

/** Whether something is to be told further on a day, at a threshold (days overdue). */
export const isTooLate = (threshold: number, { since, due }: Term, day: LocalDate): boolean =>
  since <= day && daysBetween(due, day) >= threshold;

function fromItsBeginning({ since }: Term, step: LocalDate, day: LocalDate): LocalDate | undefined {
  if (step >= since) return step;
  return since <= day ? since : undefined;
}

/** Whether the reminders about it have begun, so that it stands along in a digest that goes for another reason. */
export const isNear = (cadence: Cadence, { since, due }: Term, day: LocalDate): boolean =>
  since <= day && daysBetween(day, due) <= Math.max(0, ...cadence.before);

/** Nobody is told before those below them: ISK, then manager, then committee. */
export function climbs({ coordinatorAfter, managerAfter, committeeAfter }: Cadence): boolean {
  const set = [coordinatorAfter, managerAfter, committeeAfter].filter((days) => days !== undefined);
  return set.every((days, index) => index === 0 || days >= (set[index - 1] ?? 0));
}
