import { countsFrom } from '../../kernel/index.ts';
import { transferable } from '../../organisation/index.ts';
import { RiskActions } from '../risk-lists.ts';
import { riskActions } from './actions.ts';
import { treatable } from './save-action.ts';

/** Gives an open action another owner (R1). 4 resource units. Throws AppError as `Transferable` and `changeAction`. */
export const actionTransfer = transferable(RiskActions, {
  act: 'giveRiskAction',
  ownerOf: ({ ownerId }) => ownerId,
  give: (action, { to }) => ({ ownerId: to, countsFrom: countsFrom(action) }),
  check: (context, actor, action) => {
    treatable(context, actor, action.riskKey);
    riskActions.requireOpen(action);
  },
});
