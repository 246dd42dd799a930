import { instant, type Instant } from '../../kernel/index.ts';

/** How much of the accepted downtime has passed when people are told, the first first (R4). */
export const limitMarks = ['half', 'threeQuarters', 'full'] as const;
export type LimitMark = (typeof limitMarks)[number];

const shares: Readonly<Record<LimitMark, number>> = { half: 0.5, threeQuarters: 0.75, full: 1 };
const hourLength = 3_600_000;

/** When a mark is reached; `hours` is the accepted downtime. Pure. */
export const markAt = (startedAt: Instant, hours: number, mark: LimitMark): Instant =>
  instant(new Date(Date.parse(startedAt) + hours * shares[mark] * hourLength));

/** The latest mark that has been reached, its very moment included; undefined before the first. Pure. */
export const latestMark = (startedAt: Instant, hours: number, now: Instant): LimitMark | undefined =>
  limitMarks.findLast((mark) => Date.parse(markAt(startedAt, hours, mark)) <= Date.parse(now));

/** An alarm that was given: of which mark, and when. */
export interface GivenAlarm {
  mark: LimitMark;
  at: Instant;
}

/**
 * The mark to tell of now: the latest that has been reached, unless it, or a later one, was told when it had been reached by
 * today's figures. What was told too early, because somebody corrected the start or the accepted downtime since, is told
 * again when it is true. Marks that were missed are never told after a later one. Pure.
 */
export function markToTell(
  { startedAt, hours, given }: { startedAt: Instant; hours: number; given: readonly GivenAlarm[] },
  now: Instant,
): LimitMark | undefined {
  const latest = latestMark(startedAt, hours, now);
  if (latest === undefined) return undefined;
  const rank = limitMarks.indexOf(latest);
  const isTold = given.some(
    ({ mark, at }) => limitMarks.indexOf(mark) >= rank && isTrue({ mark, at }, startedAt, hours),
  );
  return isTold ? undefined : latest;
}

/** Whether an alarm was given when its mark had been reached, by the figures as they are now. Pure. */
export const isTrue = ({ mark, at }: GivenAlarm, startedAt: Instant, hours: number): boolean =>
  Date.parse(markAt(startedAt, hours, mark)) <= Date.parse(at);

const sign = '_limit_';

/** What the message about a mark is about; `number` from 1, more than 1 where it was told too early before. */
export const alarmSubject = (downtimeKey: string, mark: LimitMark, number: number): string =>
  `${downtimeKey}${sign}${mark}_${number}`;

/** The downtime and the mark that a subject names; undefined when it is of another kind. */
export function subjectOfAlarm(subjectKey: string): { downtimeKey: string; mark: LimitMark } | undefined {
  const at = subjectKey.lastIndexOf(sign);
  if (at <= 0) return undefined;
  const [name = ''] = subjectKey.slice(at + sign.length).split('_');
  const mark = limitMarks.find((one) => one === name);
  return mark && { downtimeKey: subjectKey.slice(0, at), mark };
}
