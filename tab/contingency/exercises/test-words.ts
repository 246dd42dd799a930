import type { DuePlan, TestRow } from '../../../api/contingency/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { daysFrom } from '../../shared/days.ts';
import { asDate, asDue, t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';

export type TestsAnswer = ApiAnswer<'GET /api/contingency/tests'>;
export const states = ['planned', 'running', 'ended', 'closed', 'cancelled'] as const;
export const kinds = ['walkThrough', 'tableTop', 'technicalRestore', 'fullStop'] as const;

interface Led {
  leader: { id: string } | null;
  people: readonly { id: string }[];
}
/** Participants besides the leader, who may be among them. */
export const othersIn = ({ leader, people }: Led): number => people.filter(({ id }) => id !== leader?.id).length;

/** `5 planer skal afprøves inden nytår, 2 er over tiden.` */
export function answerOf({ counts }: Pick<TestsAnswer, 'counts'>): string {
  const { beforeNewYear, overdue } = counts;
  if (beforeNewYear === 0) return t('contingencyTests.answer.none');
  const due = t('contingencyTests.answer.due', { count: beforeNewYear });
  return overdue === 0 ? due : t('contingencyTests.answer.late', { due, count: overdue });
}

/** A plan's next test, and its latest result. */
export function dueText({ testing: { nextOn, lastOn, passed } }: DuePlan, today: string | undefined): string {
  const next = nextOn === undefined || today === undefined ? '' : asDue(daysFrom(today, nextOn), nextOn);
  const last = lastOn === undefined ? t('contingencyTests.due.never') : lastText(lastOn, passed);
  return [next, last].filter(Boolean).join(' · ');
}

function lastText(lastOn: string, passed: boolean | undefined): string {
  const date = asDate(lastOn);
  return passed === false ? t('contingencyTests.due.failed', { date }) : t('contingencyTests.due.passed', { date });
}

/** A measured time against the limits, in words: `1 time – 3 timer hurtigere end målet`. */
export function againstLimit(recovery: number, limit: number): string {
  const over = Math.round((recovery - limit) * 100) / 100;
  if (over > 0) return t('contingencyTests.measured.over', { hours: asHours(over), limit: asHours(limit) });
  return over === 0
    ? t('contingencyTests.measured.exactly', { limit: asHours(limit) })
    : t('contingencyTests.measured.under', { hours: asHours(-over), limit: asHours(limit) });
}

export const resultWord = ({ passed }: Pick<TestRow, 'passed'>): string | undefined =>
  passed === undefined ? undefined : t(`contingencyTests.result.${passed ? 'passed' : 'failed'}`);

const minuteSeconds = 60;
const hourSeconds = 3_600;
/** `0.12.34` as a stopwatch shows it. */
export function asClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (number: number) => String(number).padStart(2, '0');
  const minutes = Math.floor((whole % hourSeconds) / minuteSeconds);
  return `${Math.floor(whole / hourSeconds)}:${pad(minutes)}:${pad(whole % minuteSeconds)}`;
}
