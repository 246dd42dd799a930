import { grades } from './vocabulary.ts';
import type { FindingView, InspectionRow, ReasonView } from '../../api/inspections/contract.ts';
import { t } from '../shared/texts/texts.ts';

export const programmePath = '/inspections';
export const visitPath = (key: string): string => `/inspections/visits/${encodeURIComponent(key)}`;
export const walkPath = (key: string): string => `${visitPath(key)}/walk`;
export const findingPath = (key: string): string => `/inspections/findings/${encodeURIComponent(key)}`;

export const reasonText = ({ kind, count }: ReasonView): string =>
  kind === 'neverVisited' || kind === 'longAgo'
    ? t(`inspections.reason.${kind}`)
    : t(`inspections.reason.${kind}`, { count: count ?? 0 });
export const reasonsText = (reasons: readonly ReasonView[]): string =>
  reasons.length === 0 ? t('inspectionPages.noReason') : reasons.map(reasonText).join(' · ');

/** "1 stor afvigelse, 2 observationer": without zeros. */
export function foundText({ findings }: Pick<InspectionRow, 'findings'>): string {
  const found = grades.filter((grade) => findings[grade] > 0);
  if (found.length === 0) return t('inspectionPages.nothingFound');
  return found
    .map((grade) => t('inspectionPages.counted', { count: findings[grade], what: t(`inspections.grade.${grade}`) }))
    .join(', ');
}

/** Findings that need action are emphasised. */
export const isUrgent = ({ state }: Pick<FindingView, 'state'>): boolean => state === 'overdue' || state === 'noAction';
