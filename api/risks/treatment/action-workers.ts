import type { Context } from '../../context.ts';
import { stableKey, todayOf, type Actor, type PersonId, type Responsible } from '../../kernel/index.ts';
import { responsibleFor } from '../../obligations/index.ts';
import type { KnownRisk } from '../known-risks.ts';
import { mayWorkOn } from '../permissions.ts';
import type { RiskAction } from '../risk-lists.ts';
import { actionsByRisk } from './actions.ts';

/** What an action is owed under; hand-overs name it. */
export const actionObligationKey = (actionKey: string): string => stableKey('doRiskAction', actionKey);

/** Who is named for an action: its owner, and after that those who look after the centre. */
export const namedFor = (
  { asset }: Pick<KnownRisk, 'asset'>,
  { ownerId }: Pick<RiskAction, 'ownerId'>,
): Responsible => ({
  personId: ownerId,
  ...(asset.centreId === undefined ? {} : { centreId: asset.centreId }),
});

/** The owner, and whom leave and hand-over have made it today. From memory. */
export function workersOf(context: Context, known: KnownRisk, action: RiskAction): PersonId[] {
  const key = actionObligationKey(action.key);
  const assigned = responsibleFor(context, namedFor(known, action), todayOf(context.clock), key);
  return [...new Set([action.ownerId, ...(assigned ? [assigned.personId] : [])])];
}

/** Everybody who has an action about the risk that is not given up. From memory. */
export const workersOn = (context: Context, known: KnownRisk): PersonId[] =>
  (actionsByRisk(context).get(known.key) ?? [])
    .filter(({ cancelledAt }) => cancelledAt === undefined)
    .flatMap((action) => workersOf(context, known, action));

export const worksOn = (context: Context, actor: Actor, known: KnownRisk, action: RiskAction): boolean =>
  workersOf(context, known, action).some((personId) => mayWorkOn(actor, known.asset, personId));
