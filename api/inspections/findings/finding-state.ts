import { actionState } from '../../actions/index.ts';
import type { Context } from '../../context.ts';
import { improvementsOf, type Improvement } from '../../contingency/index.ts';
import { todayOf, type LocalDate, type PersonId } from '../../kernel/index.ts';
import type { InspectionFinding } from '../inspection-lists.ts';
import { isDeviation, type FindingState } from '../vocabulary.ts';

type Judged = Pick<InspectionFinding, 'grade' | 'closedAt' | 'rechecks'>;
type Action = Pick<Improvement, 'cancelledAt' | 'doneAt' | 'due' | 'changedAt'>;

/** The latest failed re-check: actions done before it do not count. */
const failedAt = ({ rechecks }: Pick<Judged, 'rechecks'>): string => rechecks.at(-1)?.at ?? '';

/**
 * Status of a finding on a day. A deviation is closed by another person's successful re-check; after a failed one it
 * needs a newer action. Pure.
 */
export function findingState(finding: Judged, actions: readonly Action[], today: LocalDate): FindingState {
  if (finding.closedAt !== undefined) return 'closed';
  const kept = actions.filter(({ cancelledAt }) => cancelledAt === undefined);
  const states = kept.map((action) => actionState(action, today));
  if (states.includes('overdue')) return 'overdue';
  if (states.includes('open')) return 'open';
  if (kept.some(({ doneAt }) => doneAt !== undefined && doneAt > failedAt(finding))) return 'toRecheck';
  return isDeviation(finding.grade) || kept.length > 0 ? 'noAction' : 'noted';
}

/** Its action is overdue, or it has none. */
export const isLateFinding = (state: FindingState): boolean => state === 'overdue' || state === 'noAction';
/** Neither closed nor merely noted. */
export const isOpenFinding = (state: FindingState): boolean => state !== 'closed' && state !== 'noted';

/** From memory. */
export const stateOfFinding = (context: Context, finding: InspectionFinding): FindingState =>
  findingState(finding, improvementsOf(context, finding.key), todayOf(context.clock));

/** Those who own or did an action: not independent enough to re-check it. */
export const doersOf = (actions: readonly Pick<Improvement, 'ownerId' | 'doneBy' | 'cancelledAt'>[]): PersonId[] => [
  ...new Set(
    actions
      .filter(({ cancelledAt }) => cancelledAt === undefined)
      .flatMap(({ ownerId, doneBy }) => (doneBy === undefined ? [ownerId] : [ownerId, doneBy])),
  ),
];
