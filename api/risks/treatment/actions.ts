import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { LocalDate } from '../../kernel/index.ts';
import { RiskActions, type RiskAction } from '../risk-lists.ts';

/** The actions about each risk by `riskKey`, the first due first; cancelled ones too. From memory. */
export const actionsByRisk = derivation(
  [RiskActions],
  (context: Context): ReadonlyMap<string, readonly Stored<RiskAction>[]> => {
    const found = new Map<string, Stored<RiskAction>[]>();
    for (const action of context.list(RiskActions).all()) {
      const known = found.get(action.riskKey);
      if (known) known.push(action);
      else found.set(action.riskKey, [action]);
    }
    for (const actions of found.values()) actions.sort(byDue);
    return found;
  },
);
const byDue = (one: RiskAction, other: RiskAction): number =>
  one.due.localeCompare(other.due) || one.key.localeCompare(other.key);

export type ActionState = 'open' | 'overdue' | 'done' | 'cancelled';

/** Where an action stands on a day. Done is what somebody has said is 100 per cent. */
export function actionState(
  { cancelledAt, doneAt, due }: Pick<RiskAction, 'cancelledAt' | 'doneAt' | 'due'>,
  today: LocalDate,
): ActionState {
  if (cancelledAt !== undefined) return 'cancelled';
  if (doneAt !== undefined) return 'done';
  return due < today ? 'overdue' : 'open';
}
