import { instant, type Instant } from '../../kernel/index.ts';

/** Shares of the accepted downtime that trigger an alarm, in order (R4). */
export const limitMarks = ['half', 'threeQuarters', 'full'] as const;
export type LimitMark = (typeof limitMarks)[number];

const shares: Readonly<Record<LimitMark, number>> = { half: 0.5, threeQuarters: 0.75, full: 1 };
const hourLength = 3_600_000;

/** When a mark is reached; `hours`: accepted downtime. Pure. */
export const markAt = (startedAt: Instant, hours: number, mark: LimitMark): Instant =>
  instant(new Date(Date.parse(startedAt) + hours * shares[mark] * hourLength));

/** The latest mark reached, inclusive; undefined before the first. Pure. */
export const latestMark = (startedAt: Instant, hours: number, now: Instant): LimitMark | undefined =>
  limitMarks.findLast((mark) => Date.parse(markAt(startedAt, hours, mark)) <= Date.parse(now));

/** An alarm sent: its mark and time. */
export interface GivenAlarm {
  mark: LimitMark;
  at: Instant;
}

/**
 * The mark to send now: the latest reached, unless it, or a later one, was sent when reached by today's figures. One
 * sent too early, because the start or the accepted downtime was corrected since, is sent again when reached. Missed
 * marks are never sent after a later one. Pure.
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

/** Whether an alarm was sent after its mark, by current figures. Pure. */
export const isTrue = ({ mark, at }: GivenAlarm, startedAt: Instant, hours: number): boolean =>
  Date.parse(markAt(startedAt, hours, mark)) <= Date.parse(at);

const sign = '_limit_';

/** The subject of a mark's campaign; `number` from 1, higher after one sent too early. */
export const alarmSubject = (downtimeKey: string, mark: LimitMark, number: number): string =>
  `${downtimeKey}${sign}${mark}_${number}`;

/** The downtime and the mark of a subject; undefined for other kinds. */
export function subjectOfAlarm(subjectKey: string): { downtimeKey: string; mark: LimitMark } | undefined {
  const at = subjectKey.lastIndexOf(sign);
  if (at <= 0) return undefined;
  const [name = ''] = subjectKey.slice(at + sign.length).split('_');
  const mark = limitMarks.find((one) => one === name);
  return mark && { downtimeKey: subjectKey.slice(0, at), mark };
}
