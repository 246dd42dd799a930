import type { LevelMark } from '../../../api/assets/contract.ts';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { isSerious, monthText } from '../parts/risk-words.ts';

export type TrendView = ApiAnswer<'GET /api/risks/trend'>;
export type Month = TrendView['months'][number];

/** The levels of all months, mildest first: after a change of scale old months keep their labels. */
export function levelsOf(months: readonly Month[]): LevelMark[] {
  const known = new Map<string, LevelMark>();
  for (const { levels } of months)
    for (const { word, tone, severity } of levels) known.set(word, { word, tone, severity });
  return [...known.values()].sort((one, other) => one.severity - other.severity);
}
export const countOf = ({ levels }: Month, word: string): number =>
  levels.filter((level) => level.word === word).reduce((sum, { count }) => sum + count, 0);

const seriousIn = ({ levels }: Month): number => levels.filter(isSerious).reduce((sum, { count }) => sum + count, 0);
const year = 12;

/** Serious risks now, compared with a year ago, or the oldest known month. */
export function answerOf(months: readonly Month[]): string {
  const now = months.at(-1);
  if (!now) return t('riskOverview.trend.title');
  const count = seriousIn(now);
  const answer = t('riskOverview.trend.answer', { count });
  const before = months[Math.max(0, months.length - 1 - year)];
  if (!before || before === now) return answer;
  const change = count - seriousIn(before);
  const when = t('riskOverview.inMonth', { month: monthText(before.month) });
  if (change === 0) return t('riskOverview.same', { answer, when });
  return t(change > 0 ? 'riskOverview.more' : 'riskOverview.fewer', { answer, count: Math.abs(change), when });
}
