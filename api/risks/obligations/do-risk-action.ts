import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { localDate, titleAbout, type LocalDate, type SharedWork } from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { knownRisks, riskPath } from '../known-risks.ts';
import { Assessments, RiskActions, Risks } from '../risk-lists.ts';
import { actionObligationKey, namedFor } from '../treatment/action-workers.ts';
import { actionsByRisk, actionState } from '../treatment/actions.ts';

/** Actions that are open, of risks in force: what is not a risk any more asks nothing of anybody. */
function actionsOwed(context: Context, today: LocalDate): SharedWork[] {
  const known = knownRisks(context);
  const found: SharedWork[] = [];
  for (const [riskKey, actions] of actionsByRisk(context)) {
    const risk = known.get(riskKey);
    if (!risk) continue;
    const { centreId } = risk.asset;
    for (const action of actions) {
      const state = actionState(action, today);
      if (state === 'done' || state === 'cancelled') continue;
      const { key, due } = action;
      const title = titleAbout(action.title, risk.asset.title);
      const changedOn = localDate(new Date(action.changedAt));
      found.push({
        ...{ key: actionObligationKey(key), kind: 'doRiskAction', subject: { key, title }, state: 'open', due },
        since: changedOn < due ? changedOn : due,
        path: riskPath(riskKey),
        ...(centreId === undefined ? {} : { centreId }),
        responsible: namedFor(risk, action),
      });
    }
  }
  return found;
}

/** What is to be done about risks, by whoever owns it (R1). It is done when it is 100 per cent, or given up. */
export const riskActionSource: SharedSource = {
  kinds: ['doRiskAction'],
  lists: [RiskActions, Risks, Assessments, Assets],
  work: actionsOwed,
};
