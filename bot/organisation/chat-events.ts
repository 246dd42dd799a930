import { Campaigns, conversationOf, hasCardToday, recipientOf, type Conversation } from '../../api/deliveries/index.ts';
import type { Context } from '../../api/context.ts';
import { contextPart } from '../../api/context-part.ts';
import { todayOf, type PersonId } from '../../api/kernel/index.ts';
import { currentPolicy, policyCampaignKey, policyObligationsOf } from '../../api/policy/index.ts';
import { isPersonal, type IncomingActivity } from '../botframework/index.ts';

export type ChatEntry = Omit<Conversation, 'at'>;

/** The activity's sender: the Entra id vouched for by the channel's token. */
export const personOf = (activity: IncomingActivity): PersonId | undefined =>
  activity.from?.aadObjectId as PersonId | undefined;

/** Whether the activity adds or removes the app in this person's chat. */
export function changeOf(activity: IncomingActivity): 'came' | 'went' | undefined {
  const bot = activity.recipient?.id;
  const about = (accounts: IncomingActivity['membersAdded']) => accounts?.some(({ id }) => id === bot) ?? false;
  if (activity.type === 'installationUpdate') {
    if (activity.action?.startsWith('remove')) return 'went';
    return activity.action === 'add' ? 'came' : undefined;
  }
  if (activity.type !== 'conversationUpdate') return undefined;
  if (about(activity.membersAdded)) return 'came';
  return about(activity.membersRemoved) ? 'went' : undefined;
}

/**
 * What an activity says of a person's chat: its address (the newest serviceUrl wins), or that it is gone. A person who
 * writes to the bot is reachable again, also after a block. Undefined for group chats and channels.
 */
export function chatEntry(activity: IncomingActivity): ChatEntry | undefined {
  const person = personOf(activity);
  if (person === undefined || !isPersonal(activity)) return undefined;
  const address = { conversation: activity.conversation.id, serviceUrl: activity.serviceUrl };
  return { person, ...address, state: changeOf(activity) === 'went' ? 'notInstalled' : 'open' };
}

/** Installations per minute that may be people's own; more are an administrator's. */
const mostInAMinute = 5;
const meetings = contextPart<number[]>('organisation/chatEvents');

/**
 * Whether to welcome: the person installed the app, and had no chat with it. The platform reports one installation in
 * two events, repeats them, and does not say who installed. So there is no greeting for installations by the program or
 * in bulk, or for people with a card that day.
 */
export function isToBeWelcomed(context: Context, activity: IncomingActivity): boolean {
  const person = personOf(activity);
  if (person === undefined || !isPersonal(activity) || changeOf(activity) !== 'came') return false;
  const known = conversationOf(context, person);
  if (known !== undefined && known.state !== 'notInstalled') return false;
  return !isInACrowd(context) && !hasCardToday(context, person) && !isAskedToday(context, person);
}

/**
 * Whether the person is to get the policy card with the welcome in it: new users who have not acknowledged get one
 * card, without a separate greeting. Not those who had that card earlier.
 */
export function isAskedToday(context: Context, personId: PersonId): boolean {
  const policy = currentPolicy(context);
  if (!policy || !policyObligationsOf(context, personId, todayOf(context.clock)).some(({ state }) => state === 'open'))
    return false;
  const campaign = context.list(Campaigns).get(policyCampaignKey(policy.key));
  if (campaign?.state !== 'sending' && campaign?.state !== 'finished') return false;
  return recipientOf(context, campaign.key, personId)?.state !== 'sent';
}

function isInACrowd(context: Context): boolean {
  const now = context.clock.now().getTime();
  const recent = (meetings.get(context) ?? []).filter((at) => Math.abs(now - at) < 60_000).slice(-mostInAMinute);
  meetings.set(context, [...recent, now]);
  return recent.length >= mostInAMinute;
}
