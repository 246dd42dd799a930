import type { AcceptanceState, Dimension, RiskStage, Treatment, View } from '../../../api/risks/contract.ts';
import type { AssetRef, LevelMark } from '../../../api/assets/contract.ts';
import { formatMonth } from '../../../api/texts/format.ts';

/** A page's choices; the API's own lists would bundle its parser. */
export const dimensions = ['confidentiality', 'integrity', 'availability'] as const satisfies readonly Dimension[];
export const views = ['dataSubject', 'organisation', 'society'] as const satisfies readonly View[];
export const stages = ['inherent', 'current', 'target'] as const satisfies readonly RiskStage[];
export const treatments = ['mitigate', 'accept', 'transfer', 'avoid'] as const satisfies readonly Treatment[];
export const acceptances = [
  'none',
  'waiting',
  'returned',
  'rejected',
  'accepted',
  'stale',
  'expired',
] as const satisfies readonly AcceptanceState[];
export const kinds = ['system', 'workProcess'] as const satisfies readonly AssetRef['kind'][];
export const checkSeverities = ['error', 'warning', 'info'] as const;

/** Levels from this severity (0 to 1) on are serious: the upper third of every scale. */
const seriousFrom = 0.66;
export const isSerious = ({ severity }: Pick<LevelMark, 'severity'>): boolean => severity >= seriousFrom;

/** `3 – Meget alvorlig`: a step is never a bare number. */
export const stepText = (number: number, word: string | undefined): string =>
  word ? `${number} – ${word}` : String(number);

/** `november 2026` of `2026-11`, or `nov.` when short. */
export const monthText = (month: string, short = false): string =>
  formatMonth(month, document.documentElement.lang === 'en' ? 'en' : 'da', short);
