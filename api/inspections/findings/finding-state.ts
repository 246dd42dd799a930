import { actionState } from '../../actions/index.ts';
import type { Context } from '../../context.ts';
import { improvementsOf, type Improvement } from '../../contingency/index.ts';
import { todayOf, type LocalDate, type PersonId } from '../../kernel/index.ts';
import type { InspectionFinding } from '../inspection-lists.ts';
import { isDeviation, type FindingState } from '../vocabulary.ts';

type Judged = Pick<InspectionFinding, 'grade' | 'closedAt' | 'rechecks'>;
type Action = Pick<Improvement, 'cancelledAt' | 'doneAt' | 'due' | 'changedAt'>;

/** When somebody last looked again and it did not work: what was done before that does not count any more. */
const failedAt = ({ rechecks }: Pick<Judged, 'rechecks'>): string => rechecks.at(-1)?.at ?? '';

/**
 * Where a finding stands on a day. A deviation is closed when somebody else has looked that what was done works; after a
 * re-check that failed it needs an action that was done since. Pure.
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

/** From memory. */
export const stateOfFinding = (context: Context, finding: InspectionFinding): FindingState =>
  findingState(finding, improvementsOf(context, finding.key), todayOf(context.clock));

/** Whoever was to do something about it, or says that it is done: they do not look whether it works. */
export const doersOf = (actions: readonly Pick<Improvement, 'ownerId' | 'doneBy' | 'cancelledAt'>[]): PersonId[] => [
  ...new Set(
    actions
      .filter(({ cancelledAt }) => cancelledAt === undefined)
      .flatMap(({ ownerId, doneBy }) => (doneBy === undefined ? [ownerId] : [ownerId, doneBy])),
  ),
];
