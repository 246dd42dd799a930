import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { inSlices, nowOf, type PersonId } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { hasCardToday, hasDigestToCome } from './card-today.ts';
import type { CampaignKind } from './campaign-kind.ts';
import { isClosed } from './campaign.ts';
import { campaignKind } from './campaign-kinds.ts';
import { blocksOf } from './delivery-blocks.ts';
import { mayJoinNow } from './hours.ts';
import { blockSize, Campaigns, DeliveryBlocks, type Campaign } from './delivery-lists.ts';
import { blockCount, missingBlocks } from './missing-blocks.ts';
import { reopened, someoneComesAgain } from './reopen.ts';
import { blockKeyStart, titleOfBlock, unreadableBlocks, type UnreadableBlocks } from './unreadable-blocks.ts';

/** Blocks created concurrently for a large audience. */
const together = 4;

/**
 * Adds people of the audience who are in no block of the campaign: everybody the first time, the rest after a crash,
 * newcomers later. Retries people whose obstacle is gone (installed the app, got a licence, came back). Reopens a
 * finished campaign for new recipients. Outside the kind's hours nobody joins, so that obsolete cards are not sent.
 * Skips paused, stopped and cancelled campaigns. Returns the number of people added. 2 resource units for each 200
 * people. Serialised per campaign, and for kinds that can wait: a job and the sender may both call it.
 */
export function enrolAudience(context: Context, kind: CampaignKind, campaign: Campaign): Promise<number> {
  // Kinds that can wait share a queue: two must not both find that a person has no card today.
  const queue = kind.canWait === true ? 'canWait' : campaign.key;
  return oneAtATime(context, `audience ${queue}`, async () => {
    // Cards that replace a digest precede those that can wait, even when both start at once.
    if (kind.canWait === true && someoneWouldJoin(context, kind, campaign.key))
      await enrolJoining(context, (one) => one.joinsFirst === true && one.canWait !== true);
    return enrol(context, kind, campaign.key);
  });
}

/** Whether its cards go before the reminders of their day. Those that can wait and replace no digest come after. */
export const precedesDigests = ({ joinsFirst, canWait, hours }: CampaignKind): boolean =>
  joinsFirst === true || (canWait !== true && hours.when !== 'itself');

/**
 * Enrols people in campaigns that precede reminders, before other planning of the day: at most one card a day. Units as
 * `enrolAudience`.
 */
export async function enrolJoining(context: Context, which = precedesDigests): Promise<void> {
  const each = eachItem(context, 'digests');
  await each.of(context.list(Campaigns).all(), async (campaign) => {
    const kind = campaignKind(context, campaign.kind);
    if (!kind || !which(kind) || isClosed(campaign) || kind.isOver?.(context, campaign.subjectKey) === true) return;
    await enrolAudience(context, kind, campaign);
  });
  each.end();
}

/** The campaign, while people may join it. The recipients of a closed one are no longer known. */
function openNow(context: Context, kind: CampaignKind, campaignKey: string): Campaign | undefined {
  const campaign = context.list(Campaigns).get(campaignKey);
  if (campaign?.state !== 'sending' && campaign?.state !== 'finished') return undefined;
  if (isClosed(campaign) || kind.isOver?.(context, campaign.subjectKey) === true) return undefined;
  return mayJoinNow(context, kind, campaign) ? campaign : undefined;
}

/** Otherwise no other campaign need come before it: they are many, and each computes its audience. */
function someoneWouldJoin(context: Context, kind: CampaignKind, campaignKey: string): boolean {
  const campaign = openNow(context, kind, campaignKey);
  return (
    campaign !== undefined &&
    (outsideOf(context, kind, campaign).length > 0 || someoneComesAgain(context, kind, campaign))
  );
}

async function enrol(context: Context, kind: CampaignKind, campaignKey: string): Promise<number> {
  const { subjectKey } = openNow(context, kind, campaignKey) ?? {};
  if (subjectKey === undefined) return 0;
  const audience = await audienceInTurn(context, kind, subjectKey);
  // Looked at after the slices: what follows until the first write is of one moment.
  const campaign = openNow(context, kind, campaignKey);
  if (!campaign) return 0;
  const unreadable = unreadableBlocks(context, campaign);
  if (unreadable.lost) {
    const { itemId } = unreadable.lost;
    context.log.error(
      { campaign: campaign.key, code: 'blockUnreadable', itemId },
      'delivery block set aside, nobody enrolled',
    );
    return 0;
  }
  const missing = missingBlocks(context, campaign);
  if (missing.length > 0) {
    const [first] = missing;
    context.log.error(
      { campaign: campaign.key, code: 'blocksGone', blocks: missing.length, first },
      'delivery blocks gone, nobody enrolled',
    );
    return 0;
  }
  let added = 0;
  for (;;) {
    const outside = whoJoins(context, kind, campaign, { audience, unreadable });
    if (outside.length === 0) break;
    const room = blocksOf(context, campaignKey).findLast((block) => block.recipients.length < blockSize);
    added += room
      ? await extendBlock(context, room.key, outside)
      : await makeBlocks(context, campaign, outside, unreadable);
  }
  await reopened(context, kind, campaign);
  await bringUpToDate(context, campaign);
  return added;
}

/** Sets the number of blocks before sending, and reopens the campaign when people wait. */
async function bringUpToDate(context: Context, campaign: Campaign): Promise<void> {
  const count = blockCount(context, campaign);
  const again = campaign.state === 'finished' && someoneWaits(context, campaign.key);
  if (!again && count <= (campaign.blocks ?? 0)) return;
  await context.list(Campaigns).update(campaign.key, ({ state, blocks = 0 }) => {
    const change = {
      ...(count > blocks ? { blocks: count } : {}),
      ...(again && state === 'finished' ? { state: 'sending' as const, changedAt: nowOf(context.clock) } : {}),
    };
    return Object.keys(change).length === 0 ? undefined : change;
  });
}

/** People of the audience in no block of the campaign; nobody while a block is lost, as nobody is enrolled then. */
export function outsideOf(context: Context, kind: CampaignKind, campaign: Campaign): PersonId[] {
  const unreadable = unreadableBlocks(context, campaign);
  if (unreadable.lost || missingBlocks(context, campaign).length > 0) return [];
  const isInside = insideOf(context, campaign, unreadable);
  return [...new Set(kind.audience(context, campaign.subjectKey))].filter((person) => !isInside(person));
}

/** An audience of everybody takes a tenth of a second. */
async function audienceInTurn(context: Context, kind: CampaignKind, subjectKey: string): Promise<Set<PersonId>> {
  const audience = new Set<PersonId>();
  await inSlices(kind.eachOfAudience?.(context, subjectKey) ?? kind.audience(context, subjectKey), (person) => {
    if (person !== undefined) audience.add(person);
  });
  return audience;
}

/** Of the audience, who is in no block and may get a card today. */
function whoJoins(
  context: Context,
  kind: CampaignKind,
  campaign: Campaign,
  { audience, unreadable }: { audience: ReadonlySet<PersonId>; unreadable: UnreadableBlocks },
): PersonId[] {
  const isInside = insideOf(context, campaign, unreadable);
  return [...audience].filter(
    (person) =>
      !isInside(person) &&
      !(kind.canWait === true && hasCardToday(context, person)) &&
      (precedesDigests(kind) || kind.hours.when === 'itself' || !hasDigestToCome(context, person)),
  );
}

/** Whether a person is in a block of the campaign. */
function insideOf(context: Context, campaign: Campaign, unreadable: UnreadableBlocks): (person: PersonId) => boolean {
  const inside = new Set([...unreadable.people, ...astray(context, campaign)]);
  for (const { recipients } of blocksOf(context, campaign.key)) for (const { person } of recipients) inside.add(person);
  return (person) => inside.has(person);
}

/** People in blocks with this campaign's key but, by hand, another's name: they have had their card. */
function astray(context: Context, campaign: Campaign): PersonId[] {
  const list = context.list(DeliveryBlocks);
  const people: PersonId[] = [];
  for (let position = 1, gaps = 0; gaps <= together; position += 1) {
    const block = list.get(`${blockKeyStart(campaign)}${position}`);
    if (!block) gaps += 1;
    else if (block.campaignKey !== campaign.key) people.push(...block.recipients.map(({ person }) => person));
  }
  return people;
}

/** Fills a block that has room. Decides from the newest copy: it may have been filled concurrently. */
async function extendBlock(context: Context, blockKey: string, people: readonly PersonId[]): Promise<number> {
  let added = 0;
  await context.list(DeliveryBlocks).update(blockKey, ({ recipients }) => {
    const inside = new Set(recipients.map(({ person }) => person));
    const joining = people.filter((person) => !inside.has(person)).slice(0, blockSize - recipients.length);
    added = joining.length;
    return added === 0 ? undefined : { recipients: [...recipients, ...joining.map(waiting)] };
  });
  return added;
}

/**
 * Creates the next blocks at the lowest free positions: a late block of a crashed run has the same key, and is then
 * found instead of created.
 */
async function makeBlocks(
  context: Context,
  campaign: Campaign,
  people: readonly PersonId[],
  unreadable: UnreadableBlocks,
): Promise<number> {
  const readable = blocksOf(context, campaign.key).map((block) => block.position);
  const used = new Set([...unreadable.positions, ...readable]);
  const made: Promise<number>[] = [];
  for (let position = 1, from = 0; made.length < together && from < people.length; position += 1) {
    // A block with a hand-edited campaign or number still has its key: it cannot be created again.
    if (used.has(position) || context.list(DeliveryBlocks).get(`${blockKeyStart(campaign)}${position}`)) continue;
    made.push(makeBlock(context, campaign, position, people.slice(from, from + blockSize)));
    from += blockSize;
  }
  const counts = await Promise.all(made);
  return counts.reduce((sum, count) => sum + count, 0);
}

async function makeBlock(
  context: Context,
  campaign: Campaign,
  position: number,
  people: readonly PersonId[],
): Promise<number> {
  const { existed } = await context.list(DeliveryBlocks).create({
    key: `${blockKeyStart(campaign)}${position}`,
    title: titleOfBlock(campaign, position),
    campaignKey: campaign.key,
    position,
    recipients: people.map(waiting),
  });
  return existed ? 0 : people.length;
}

const waiting = (person: PersonId) => ({ person, state: 'waiting' as const });

const someoneWaits = (context: Context, campaignKey: string) =>
  blocksOf(context, campaignKey).some((block) => block.recipients.some(({ state }) => state === 'waiting'));
