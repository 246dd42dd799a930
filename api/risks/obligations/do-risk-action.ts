import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { titleAbout, type LocalDate, type SharedWork } from '../../kernel/index.ts';
import type { SharedSource } from '../../obligations/index.ts';
import { knownRisks, riskPath } from '../known-risks.ts';
import { Assessments, RiskActions, Risks } from '../risk-lists.ts';
import { actionsByRisk, riskActions } from '../treatment/actions.ts';

/** Open actions of risks in force: others are not owed. */
function actionsOwed(context: Context, today: LocalDate): SharedWork[] {
  const known = knownRisks(context);
  return [...actionsByRisk(context)].flatMap(([riskKey, actions]) => {
    const asset = known.get(riskKey)?.asset;
    if (!asset) return [];
    const { centreId } = asset;
    return actions.flatMap((action) => {
      const title = titleAbout(action.title, asset.title);
      return riskActions.owed(action, today, { title, path: riskPath(riskKey), centreId });
    });
  });
}

/** Actions about risks, by owner (R1). Done at 100 per cent, or when cancelled. */
export const riskActionSource: SharedSource = {
  kinds: ['doRiskAction'],
  lists: [RiskActions, Risks, Assessments, Assets],
  work: actionsOwed,
};
