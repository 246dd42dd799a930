import type { Instant } from '../../kernel/index.ts';
import type { ContingencyTest } from './test-lists.ts';

/** Hours after the start in which injects are posted: a test that nobody has ended does not go on for ever. */
export const longestTest = 24;
/** The criterion that the measured recovery answers. */
export const recoveryKey = 'recovery';

const [minute, hour] = [60_000, 3_600_000];
type Criterion = ContingencyTest['criteria'][number];
type Result = ContingencyTest['results'][number];

/** Minutes to two decimals in hours, so that a measured time and its limit can be compared. */
export const hoursBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.round(((Date.parse(to) - Date.parse(from)) / hour) * 100) / 100);

/** Whether the test runs and may post: begun, not ended, and not forgotten. */
export function isPosting({ state, startedAt }: Pick<ContingencyTest, 'state' | 'startedAt'>, now: Instant): boolean {
  if (state !== 'running' || startedAt === undefined) return false;
  const since = Date.parse(now) - Date.parse(startedAt);
  return since >= 0 && since <= longestTest * hour;
}

/** The injects whose minute has come, the first first. Nothing once the test is over or has run for a day. */
export function injectsDue(
  test: Pick<ContingencyTest, 'state' | 'startedAt' | 'injects'>,
  now: Instant,
): ContingencyTest['injects'] {
  if (!isPosting(test, now)) return [];
  const since = Date.parse(now) - Date.parse(test.startedAt ?? now);
  return test.injects.filter((inject) => inject.minute * minute <= since).sort(byMinute);
}
export const byMinute = (one: { minute: number; key: string }, other: { minute: number; key: string }): number =>
  one.minute - other.minute || one.key.localeCompare(other.key);

/** What was measured against a criterion; a time is the test's own recovery where the criterion is about that. */
export const measuredOf = (
  { key }: Criterion,
  result: Result | undefined,
  recovery: number | undefined,
): number | undefined => (key === recoveryKey ? (recovery ?? result?.hours) : result?.hours);

/**
 * What was made of one criterion: a time by what was measured, the rest by what was said. A time that nobody measured
 * is met only when nothing says otherwise, so it counts as not met once it is answered. `undefined`: not answered yet.
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

/** Passed when there is something to meet and all of it was met (R6). */
export const passes = (test: Pick<ContingencyTest, 'criteria' | 'results' | 'recovery'>): boolean =>
  test.criteria.length > 0 && test.criteria.every((criterion) => metOf(criterion, test) === true);

export const evaluationGaps = ['results', 'recovery', 'wentWell', 'toImprove', 'improvement'] as const;
export type EvaluationGap = (typeof evaluationGaps)[number];

type Evaluated = Pick<ContingencyTest, 'kind' | 'criteria' | 'results' | 'recovery' | 'wentWell' | 'toImprove'>;
/** Kinds that stop or restore something, so that there is a time to measure. */
const measuredKinds: readonly ContingencyTest['kind'][] = ['technicalRestore', 'fullStop'];
export const mustMeasure = ({ kind }: Pick<ContingencyTest, 'kind'>): boolean => measuredKinds.includes(kind);

/** What an evaluation lacks before the test can be closed; what was not passed needs something to be better. */
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
