import type { Context } from '../../context.ts';
import { Campaigns, notInTeams, startCampaign, type CampaignKind } from '../../deliveries/index.ts';
import { stableKey, type PersonId } from '../../kernel/index.ts';
import { hasLeft } from '../../organisation/index.ts';
import { Successions, type GivenItem } from './succession-list.ts';

/** What a person received by a hand-over. From memory. */
export const givenTo = (context: Context, successionKey: string, personId: PersonId): readonly GivenItem[] =>
  (context.list(Successions).get(successionKey)?.items ?? []).filter(
    ({ to, moved }) => to === personId && moved === true,
  );

function receiversOf(context: Context, successionKey: string): PersonId[] {
  const succession = context.list(Successions).get(successionKey);
  if (succession?.state !== 'done') return [];
  // The actor is not informed of their own act.
  const to = new Set(
    succession.items.flatMap((item) => (item.moved === true && item.to !== succession.by ? [item.to] : [])),
  );
  return [...to].sort();
}

/** Informs each receiver once: what, from whom, and the note; the subject is the hand-over. */
export const successionKind: CampaignKind = {
  kind: 'succession',
  audience: (context, subjectKey) => receiversOf(context, subjectKey).filter((personId) => !hasLeft(context, personId)),
  isOver: (context, subjectKey) => context.list(Successions).get(subjectKey) === undefined,
  hours: { when: 'working', because: 'what somebody has got to answer for is begun by day' },
  recheck: (context, subjectKey, personId) => {
    if (hasLeft(context, personId)) return 'left';
    return givenTo(context, subjectKey, personId).length > 0 ? 'send' : 'notNeeded';
  },
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/** Starts that card after completion. Idempotent; free when done, else 2 resource units. */
export async function tellReceivers(context: Context, successionKey: string): Promise<void> {
  const succession = context.list(Successions).get(successionKey);
  const key = stableKey('successionCard', ...successionKey.split('_'));
  if (!succession || receiversOf(context, successionKey).length === 0 || context.list(Campaigns).get(key)) return;
  const { title, by } = succession;
  await startCampaign(context, { key, kind: successionKind.kind, title, subjectKey: successionKey, startedBy: by });
}
