import { actionsOf } from '../../actions/index.ts';
import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { PersonId } from '../../kernel/index.ts';
import type { KnownRisk } from '../known-risks.ts';
import { mayTreat } from '../permissions.ts';
import { RiskActions, type RiskAction } from '../risk-lists.ts';

/** What treats risks (R1). */
export const riskActions = actionsOf<RiskAction>({
  list: RiskActions,
  obligation: 'doRiskAction',
  acts: { add: 'addRiskAction', change: 'changeRiskAction', report: 'reportRiskAction', cancel: 'cancelRiskAction' },
  detail: 'actionKey',
  codes: {
    unknownOwner: 'risks.unknownOwner',
    past: 'risks.dueInThePast',
    mayNotWork: 'risks.mayNotWorkOn',
    done: 'risks.actionDone',
    cancelled: 'risks.actionCancelled',
  },
  subjectOf: ({ riskKey }) => riskKey,
  centreOf: (context, { assetKey }) => findAsset(context, assetKey)?.centreId,
  keeps: (context, actor, { assetKey }) => {
    const asset = findAsset(context, assetKey);
    return asset !== undefined && mayTreat(actor, asset);
  },
});

/** Actions by `riskKey`, by due date; also cancelled ones. From memory. */
export const actionsByRisk = riskActions.bySubject;

/** Owners of the risk's actions, except cancelled ones. From memory. */
export const workersOn = (context: Context, { key }: KnownRisk): PersonId[] =>
  riskActions
    .about(context, key)
    .filter(({ cancelledAt }) => cancelledAt === undefined)
    .flatMap((action) => riskActions.workers(context, action));
