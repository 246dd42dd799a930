import type { Consolidated } from './consolidation.ts';
import type { figureGaps } from './contract.ts';
import type { Recovery } from './service-lists.ts';
import type { Vital } from './services.ts';

export type FigureGap = (typeof figureGaps)[number];
type Can = Pick<Recovery, 'promise' | 'backup' | 'redundancy'>;

interface Rule {
  gap: FigureGap;
  fails(figures: Consolidated, can: Can | undefined, vital: Vital): boolean;
}

/** Rules for an asset's figures (R4), one per row. A target must be below the accepted downtime, with a margin. */
const rules: readonly Rule[] = [
  { gap: 'rtoNotBelowMtd', fails: ({ mtd, rto }) => mtd !== undefined && rto !== undefined && rto.hours >= mtd.hours },
  { gap: 'supplierAboveRto', fails: ({ rto }, can) => isAbove(can?.promise, rto?.hours) },
  { gap: 'backupAboveRpo', fails: ({ rpo }, can) => isAbove(can?.backup, rpo?.hours) },
  { gap: 'singlePoint', fails: (_figures, can, { is }) => is && can?.redundancy === 'none' },
  { gap: 'promiseUnknown', fails: (_figures, can, { is }) => is && can?.promise === undefined },
  { gap: 'backupUnknown', fails: ({ rpo }, can, { is }) => is && rpo !== undefined && can?.backup === undefined },
  { gap: 'vitalWithoutReason', fails: (_figures, _can, { basis }) => basis === 'register' },
];

const isAbove = (can: number | undefined, wished: number | undefined): boolean =>
  can !== undefined && wished !== undefined && can > wished;

/** Contradictions in an asset's figures, worst first. Pure. */
export const figureGapsOf = (figures: Consolidated, can: Can | undefined, vital: Vital): FigureGap[] =>
  rules.filter(({ fails }) => fails(figures, can, vital)).map(({ gap }) => gap);
