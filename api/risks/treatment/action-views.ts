import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { ActionView } from '../contract.ts';
import type { KnownRisk } from '../known-risks.ts';
import { mayTreat } from '../permissions.ts';
import type { RiskAction } from '../risk-lists.ts';
import { worksOn } from './action-workers.ts';
import { actionsByRisk, actionState } from './actions.ts';

/** The actions about a risk as the actor sees them, the first due first. From memory. */
export const actionViews = (context: Context, actor: Actor, known: KnownRisk): ActionView[] =>
  (actionsByRisk(context).get(known.key) ?? []).map((action) => actionView(context, actor, known, action));

function actionView(context: Context, actor: Actor, known: KnownRisk, action: RiskAction): ActionView {
  const { key, title, ownerId, due, cost, effect, progress, note, doneAt, doneBy, cancelledReason } = action;
  const state = actionState(action, todayOf(context.clock));
  const isOpen = state === 'open' || state === 'overdue';
  return {
    ...{ key, title, due, effect, progress, note, state, owner: personRef(context, ownerId) },
    ...(cost === undefined ? {} : { cost }),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(doneBy === undefined ? {} : { doneBy: personRef(context, doneBy) }),
    ...(cancelledReason === undefined ? {} : { cancelledReason }),
    abilities: {
      edit: isOpen && mayTreat(actor, known.asset),
      work: state !== 'cancelled' && worksOn(context, actor, known, action),
    },
  };
}
