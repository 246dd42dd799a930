import { Campaigns, conversationOf, hasCardToday, type Conversation } from '../../api/deliveries/index.ts';
import type { Context } from '../../api/context.ts';
import { contextPart } from '../../api/context-part.ts';
import { todayOf, type PersonId } from '../../api/kernel/index.ts';
import { currentPolicy, policyCampaignKey, policyObligationsOf } from '../../api/policy/index.ts';
import { isPersonal, type IncomingActivity } from '../botframework/index.ts';

export type ChatEntry = Omit<Conversation, 'at'>;

/** Who sent the activity: the Entra id that the channel's token vouches for. */
export const personOf = (activity: IncomingActivity): PersonId | undefined =>
  activity.from?.aadObjectId as PersonId | undefined;

/** Whether the app came to this person's chat with the activity, or went. */
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
 * What an activity tells about a person's chat: where it is now (the newest serviceUrl wins), or that it is gone.
 * Whoever writes to the bot can be reached again, also after a block. Nothing about group chats and channels.
 */
export function chatEntry(activity: IncomingActivity): ChatEntry | undefined {
  const person = personOf(activity);
  if (person === undefined || !isPersonal(activity)) return undefined;
  const address = { conversation: activity.conversation.id, serviceUrl: activity.serviceUrl };
  return { person, ...address, state: changeOf(activity) === 'went' ? 'notInstalled' : 'open' };
}

/** First meetings in a minute that are still people's own; more at once is an administrator who installs for many. */
const mostInAMinute = 5;
const meetings = contextPart<number[]>('organisation/chatEvents');

/**
 * Whether to say welcome: the person installed the app, and had no chat with it. The platform tells of one installation
 * in two events, and repeats them; it does not tell who installed. So nobody is greeted to whom the program brings the
 * app, nobody of a crowd, and nobody who has a card that day.
 */
export function isToBeWelcomed(context: Context, activity: IncomingActivity): boolean {
  const person = personOf(activity);
  if (person === undefined || !isPersonal(activity) || changeOf(activity) !== 'came') return false;
  const known = conversationOf(context, person);
  if (known !== undefined && known.state !== 'notInstalled') return false;
  return !isInACrowd(context) && !hasCardToday(context, person) && !isAskedToday(context, person);
}

/**
 * Whether the policy comes to the person by itself, with the welcome in it: whoever installs the app and has not
 * acknowledged gets one card, and not a greeting besides.
 */
export function isAskedToday(context: Context, personId: PersonId): boolean {
  const policy = currentPolicy(context);
  if (!policy || !policyObligationsOf(context, personId, todayOf(context.clock)).some(({ state }) => state === 'open'))
    return false;
  const campaign = context.list(Campaigns).get(policyCampaignKey(policy.key));
  return campaign?.state === 'sending' || campaign?.state === 'finished';
}

function isInACrowd(context: Context): boolean {
  const now = context.clock.now().getTime();
  const recent = (meetings.get(context) ?? []).filter((at) => Math.abs(now - at) < 60_000).slice(-mostInAMinute);
  meetings.set(context, [...recent, now]);
  return recent.length >= mostInAMinute;
}
