import type { LadderRung, NodeKind, OverviewQuery, VitalRow } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';

/** The page's choices; the API's own lists would bundle its parser. */
export const kinds = ['system', 'workProcess'] as const satisfies readonly VitalRow['asset']['kind'][];
export const coverages = ['missing', 'draft', 'waiting', 'expired', 'valid'] as const satisfies readonly NonNullable<
  OverviewQuery['plan']
>[];
export const statuses = ['never', 'overdue', 'due', 'current'] as const;
export const testings = [...statuses, 'notInAYear', 'lacking'] as const satisfies readonly NonNullable<
  OverviewQuery['testing']
>[];
export const systemGaps = [
  ...(['noPlan', 'noRestorePlan', 'planExpired', 'measuredAboveMtd', 'testFailed', 'neverTested'] as const),
  ...(['testOverdue', 'noAssessment', 'contactLeft', 'rtoNotBelowMtd', 'supplierAboveRto'] as const),
  ...(['backupAboveRpo', 'singlePoint', 'promiseUnknown', 'backupUnknown', 'vitalWithoutReason'] as const),
] as const satisfies readonly NonNullable<OverviewQuery['gap']>[];
export const gapChoices = ['any', ...systemGaps] as const;
export const gapText = (gap: (typeof gapChoices)[number]): string =>
  gap === 'any' ? t('contingencyOverview.filters.anyGap') : t(`contingency.gap.${gap}`);
export const sorts = [
  ...(['gaps', 'title', 'centre', 'mtd', 'rto', 'rpo', 'plan', 'nextTest', 'recovery'] as const),
] as const satisfies readonly OverviewQuery['sort'][];
export type Sort = (typeof sorts)[number];

export const kindText = (kind: NodeKind): string => t(`contingencyOverview.kind.${kind}`);

/** `Inden for 4 timer`, or the text below the last rung. */
export const rungText = ({ kind, hours }: Pick<LadderRung, 'kind' | 'hours'>): string =>
  kind === 'within'
    ? t('contingencyOverview.ladder.within', { time: asHours(hours ?? 0) })
    : t(`contingencyOverview.ladder.${kind}`);

export function testingText(testing: (typeof testings)[number]): string {
  if (testing === 'lacking') return t('contingencyOverview.filters.lacksTest');
  return testing === 'notInAYear'
    ? t('contingencyOverview.testMark.missing')
    : t(`contingency.testStanding.${testing}`);
}

/** The focus in the address: `service:key` or `asset:key`. */
export const idOf = ({ kind, key }: { kind: NodeKind; key: string }): string =>
  `${kind === 'service' ? 'service' : 'asset'}:${key}`;
export const dependenciesPath = (id: string): string => {
  const place = id.indexOf(':');
  return `/contingency/dependencies?${new URLSearchParams({ [id.slice(0, place)]: id.slice(place + 1) })}`;
};
