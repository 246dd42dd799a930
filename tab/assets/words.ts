import type { AssetView } from '../../api/assets/contract.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { daysFrom } from '../shared/days.ts';

export const pathOf = (key: string): string => `/risks/assets/${encodeURIComponent(key)}`;
export const assessmentPath = (key: string): string => `/risks/assessments/${encodeURIComponent(key)}`;

type Status = AssetView['status'];

/** `Vurderet 3. maj 2026 · Senest 12. december 2026, om 12 dage`: assessment status, as dates in words. */
export function statusDates({ assessment, assessedOn, reviewOn }: Status, today: string | undefined): string {
  const texts = [
    ...(assessedOn ? [t('assets.standing.assessedOn', { date: asDate(assessedOn) })] : []),
    ...(reviewOn && today ? [reviewText(assessment, reviewOn, today)] : []),
  ];
  return texts.join(' · ');
}

/** `Næste gang 12. december 2027`, with days left or overdue when near. */
export function reviewText(assessment: Status['assessment'], reviewOn: string, today: string): string {
  const values = { date: asDate(reviewOn), due: asDue(daysFrom(today, reviewOn)) };
  if (assessment === 'overdue') return t('assets.standing.overdue', values);
  return assessment === 'due' ? t('assets.standing.due', values) : t('assets.standing.current', values);
}
