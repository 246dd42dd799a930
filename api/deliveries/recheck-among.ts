import type { Context } from '../context.ts';
import type { PersonId } from '../kernel/index.ts';
import { hasLeft } from '../organisation/index.ts';
import type { CampaignKind } from './campaign-kind.ts';

/** The usual `recheck`: sends to employees still in the audience. From memory. */
export function recheckAmong(
  context: Context,
  personId: PersonId,
  asked: readonly PersonId[],
): ReturnType<CampaignKind['recheck']> {
  if (hasLeft(context, personId)) return 'left';
  return asked.includes(personId) ? 'send' : 'notNeeded';
}
