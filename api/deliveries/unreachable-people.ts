import type { Context } from '../context.ts';
import { forbidden, inSlices, type Actor, type CentreId, type PersonId } from '../kernel/index.ts';
import { employees, freshnessOf, personRef } from '../organisation/index.ts';
import { campaignKind, campaignTitle } from './campaign-kinds.ts';
import type { UnreachableView } from './contract.ts';
import { closedAs, conversationOf } from './conversations.ts';
import { blocksOf, newestFirst } from './delivery-blocks.ts';
import {
  Campaigns,
  ConversationPages,
  DeliveryBlocks,
  type Campaign,
  type DeliveryBlock,
  type Recipient,
  type RecipientState,
} from './delivery-lists.ts';
import { notInTeams } from './not-in-teams.ts';
import { unreachableScope } from './permissions.ts';
import { comesAgain } from './reopen.ts';

/** States without certain delivery. */
export const unreached: readonly RecipientState[] = [
  'uncertain',
  'notInstalled',
  'blocked',
  'policyBlocked',
  'unreachable',
  'notApplicable',
  'failed',
];

/**
 * Employees whom the bot cannot reach, for their ISK to inform (domain.md: never silently dropped): missed by a
 * campaign still open for them, a closed chat, or no Teams licence. ISKs and managers see their own centres. In slices.
 * Throws AppError `forbidden` for a centre outside the actor's reach.
 */
export async function unreachablePeople(
  context: Context,
  actor: Actor,
  asked: { centreId?: string | undefined },
): Promise<UnreachableView> {
  const scope = unreachableScope(actor);
  if (asked.centreId !== undefined && scope !== 'all' && !scope.some((id) => id === asked.centreId))
    throw forbidden('deliveries.unreachable');
  const inReach = (centreId: CentreId | undefined) =>
    asked.centreId === undefined
      ? scope === 'all' || (centreId !== undefined && scope.includes(centreId))
      : centreId === asked.centreId;

  const missedBy: Missed = new Map();
  await inSlices(blocksNewestFirst(context), (one) => addMissed(context, missedBy, one));
  const people: UnreachableView['people'] = [];
  await inSlices(employees(context), (person) => {
    if (!inReach(person.centreId)) return;
    const personId = person.key as PersonId;
    const missed = missedBy.get(personId);
    const reason = missed?.reason ?? closedChat(context, personId) ?? (person.teams ? undefined : 'noTeams');
    if (reason === undefined) return;
    const centreId = person.centreId;
    people.push({
      ...personRef(context, personId),
      reason,
      ...(centreId === undefined ? {} : { centreId }),
      ...(missed === undefined ? {} : { about: campaignTitle(context, missed.campaign, actor.language) }),
    });
  });
  return { people, freshness: freshnessOf(context, DeliveryBlocks, ConversationPages) };
}

/** Why the bot cannot reach a person, as in the list above; undefined if it can. */
export function unreachableReasons(context: Context): (personId: PersonId) => string | undefined {
  const missed: Missed = new Map();
  for (const one of blocksNewestFirst(context)) addMissed(context, missed, one);
  return reasonsBy(context, missed);
}

/** The same for everybody, in slices. */
export async function unreachableReasonsInTurn(context: Context): Promise<(personId: PersonId) => string | undefined> {
  const missed: Missed = new Map();
  await inSlices(blocksNewestFirst(context), (one) => addMissed(context, missed, one));
  return reasonsBy(context, missed);
}

const reasonsBy =
  (context: Context, missed: Missed) =>
  (personId: PersonId): string | undefined =>
    missed.get(personId)?.reason ?? closedChat(context, personId) ?? notInTeams(context, personId);

/** People missed by a campaign that still concerns them, by the newest one. */
type Missed = Map<PersonId, { reason: string; campaign: Campaign }>;

function* blocksNewestFirst(context: Context): Generator<{ campaign: Campaign; block: DeliveryBlock }> {
  for (const campaign of newestFirst(context.list(Campaigns).all())) {
    if (campaign.state === 'cancelled') continue;
    for (const block of blocksOf(context, campaign.key)) yield { campaign, block };
  }
}

function addMissed(
  context: Context,
  missed: Missed,
  { campaign, block }: { campaign: Campaign; block: DeliveryBlock },
) {
  for (const recipient of unreachedIn(block))
    if (!missed.has(recipient.person) && concerns(context, campaign, recipient.person))
      missed.set(recipient.person, { reason: reasonOf(context, campaign, recipient), campaign });
}

const concerns = (context: Context, campaign: Campaign, personId: PersonId): boolean =>
  campaignKind(context, campaign.kind)?.recheck(context, campaign.subjectKey, personId) === 'send';

function reasonOf(context: Context, campaign: Campaign, recipient: Recipient): string {
  const { state, code } = recipient;
  if (state === 'notApplicable') return code ?? state;
  if (state === 'notInstalled' && (code === 'removed' || code === 'chatNotThere')) return code;
  const kind = campaignKind(context, campaign.kind);
  return kind && comesAgain(kind, recipient) ? 'comesAgain' : state;
}

function closedChat(context: Context, personId: PersonId): string | undefined {
  return closedAs(conversationOf(context, personId));
}

const cache = new WeakMap<DeliveryBlock, readonly Recipient[]>();
function unreachedIn(block: DeliveryBlock): readonly Recipient[] {
  const known = cache.get(block);
  if (known) return known;
  const found = block.recipients.filter(({ state }) => unreached.includes(state));
  cache.set(block, found);
  return found;
}
