import type { Instant } from '../../kernel/index.ts';
import type { ContingencyTest } from './test-lists.ts';

/** Hours after the start in which injects are posted: limits a test never ended. */
const longestTest = 24;
/** The criterion of the measured recovery. */
export const recoveryKey = 'recovery';

const [minute, hour] = [60_000, 3_600_000];
type Criterion = ContingencyTest['criteria'][number];
type Result = ContingencyTest['results'][number];

/** Hours with minutes to two decimals, comparable with a limit. */
export const hoursBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round(((Date.parse(to) - Date.parse(from)) / hour) * 100) / 100);

/** Whether the test runs and may post: started, not ended, not too old. */
export function isPosting({ state, startedAt }: Pick<ContingencyTest, 'state' | 'startedAt'>, now: Instant): boolean {
  if (state !== 'running' || startedAt === undefined) return false;
  const since = Date.parse(now) - Date.parse(startedAt);
  return since >= 0 && since <= longestTest * hour;
}

/** The due injects in order. None once the test is over or has run for a day. */
export function injectsDue(
  test: Pick<ContingencyTest, 'state' | 'startedAt' | 'injects'>,
  now: Instant,
): ContingencyTest['injects'] {
  if (!isPosting(test, now)) return [];
  const since = Date.parse(now) - Date.parse(test.startedAt ?? now);
  return test.injects.filter((inject) => inject.minute * minute <= since).sort(byMinute);
}
/** Whether an inject's minute came before the test ended; nothing is to come once it is held. */
export function hasCome(
  { state, startedAt, endedAt }: Pick<ContingencyTest, 'state' | 'startedAt' | 'endedAt'>,
  inject: Pick<ContingencyTest['injects'][number], 'minute'>,
  now: Instant,
): boolean {
  if (state === 'ended' || state === 'closed') return true;
  if (startedAt === undefined) return false;
  return inject.minute * minute <= Date.parse(endedAt ?? now) - Date.parse(startedAt);
}
export const byMinute = (one: { minute: number; key: string }, other: { minute: number; key: string }): number =>
  one.minute - other.minute || one.key.localeCompare(other.key);

/** The measurement of a criterion; the test's own recovery where the criterion is about that. */
export const measuredOf = (
  { key }: Criterion,
  result: Result | undefined,
  recovery: number | undefined,
): number | undefined => (key === recoveryKey ? (recovery ?? result?.hours) : result?.hours);

/**
 * Result of one criterion: a time by its measurement, the rest as answered. A time without a measurement is never met,
 * so it counts as not met once answered. `undefined`: no answer yet.
 */
export function metOf(
  criterion: Criterion,
  { results, recovery }: Pick<ContingencyTest, 'results' | 'recovery'>,
): boolean | undefined {
  const result = results.find(({ key }) => key === criterion.key);
  if (criterion.hours === undefined) return result?.met;
  const measured = measuredOf(criterion, result, recovery);
  if (measured !== undefined) return measured <= criterion.hours;
  return result === undefined ? undefined : false;
}

/** Passed when there are criteria and all were met (R6). */
export const passes = (test: Pick<ContingencyTest, 'criteria' | 'results' | 'recovery'>): boolean =>
  test.criteria.length > 0 && test.criteria.every((criterion) => metOf(criterion, test) === true);

const evaluationGaps = ['results', 'recovery', 'wentWell', 'toImprove', 'improvement'] as const;
export type EvaluationGap = (typeof evaluationGaps)[number];

type Evaluated = Pick<ContingencyTest, 'kind' | 'criteria' | 'results' | 'recovery' | 'wentWell' | 'toImprove'>;
/** Kinds with a stop or a restore, so with a time to measure. */
const measuredKinds: readonly ContingencyTest['kind'][] = ['technicalRestore', 'fullStop'];
const mustMeasure = ({ kind }: Pick<ContingencyTest, 'kind'>): boolean => measuredKinds.includes(kind);

/** What blocks closing a test's evaluation; a failed one requires an improvement. */
export function missingInEvaluation(test: Evaluated, improvements: number): EvaluationGap[] {
  const answered = test.criteria.every((criterion) => metOf(criterion, test) !== undefined);
  const gaps: [EvaluationGap, boolean][] = [
    ['results', !answered],
    ['recovery', mustMeasure(test) && test.recovery === undefined],
    ['wentWell', test.wentWell.trim() === ''],
    ['toImprove', test.toImprove.trim() === ''],
    ['improvement', answered && !passes(test) && improvements === 0],
  ];
  return gaps.filter(([, lacks]) => lacks).map(([gap]) => gap);
}
