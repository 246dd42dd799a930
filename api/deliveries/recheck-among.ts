import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { hasLeft } from '../organisation/index.ts';
import type { CampaignKind } from './campaign-kind.ts';

/** What `recheck` says as a rule: a card goes to whoever works here and is still among those that it is for. From memory. */
export function recheckAmong(
  context: Context,
  personId: PersonId,
  asked: readonly PersonId[],
): ReturnType<CampaignKind['recheck']> {
  if (hasLeft(context, personId)) return 'left';
  return asked.includes(personId) ? 'send' : 'notNeeded';
}
