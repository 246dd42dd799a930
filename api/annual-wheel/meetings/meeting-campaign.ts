import type { Context } from '../../context.ts';
import {
  blocksOf,
  Campaigns,
  isMoveSubject,
  movedKey,
  moveSubject,
  notInTeams,
  recheckAmong,
  recipientOf,
  startCampaign,
  type Campaign,
  type CampaignKind,
} from '../../deliveries/index.ts';
import { eachItem } from '../../each-item.ts';
import { addDays, localDate, stableKey, todayOf, type Instant, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { isComing, isInvitedTo, unanswered } from './answer-meeting.ts';
import { invitedTo } from './meeting.ts';
import { NetworkMeetings, type NetworkMeeting } from './meeting-list.ts';
import { networkOf } from './save-meeting.ts';

/** Days before the meeting on which unanswered invitations are repeated. */
const remindedDays = 3;

const again = '_again';
const reminderOf = (meetingKey: string): string => `${meetingKey}${again}`;
/** Subject of the card about the latest change of time; undefined without one. */
const movedOf = ({ key, timeChangedAt }: Pick<NetworkMeeting, 'key' | 'timeChangedAt'>): string | undefined =>
  timeChangedAt === undefined ? undefined : moveSubject(key, timeChangedAt);
const meetingKeyIn = (subjectKey: string): string => movedKey(subjectKey).replace(/_again$/, '');
/** The meeting of a card; undefined when unknown. */
export const meetingOfCard = (context: Context, subjectKey: string): Stored<NetworkMeeting> | undefined =>
  context.list(NetworkMeetings).get(meetingKeyIn(subjectKey));

function asked(context: Context, subjectKey: string): PersonId[] {
  const meeting = meetingOfCard(context, subjectKey);
  if (!meeting || !isComing(context, meeting)) return [];
  if (subjectKey.endsWith(again)) return askedBefore(context, meeting);
  if (isMoveSubject(subjectKey)) return subjectKey === movedOf(meeting) ? toldOfEarlierTime(context, meeting) : [];
  return invitedTo(meeting, networkOf(context), todayOf(context.clock)).map(({ person }) => person);
}

/** People without an answer since a change of time, who may know the old time only. */
const toldOfEarlierTime = (context: Context, meeting: Stored<NetworkMeeting>): PersonId[] =>
  unansweredSince(
    context,
    meeting,
    campaignsOf(context, meeting.key),
    (at) => meeting.timeChangedAt !== undefined && at < meeting.timeChangedAt,
  );

/** Unanswered since a card of an earlier day: whose invitation waits for the return from leave gets that one alone. */
function askedBefore(context: Context, meeting: Stored<NetworkMeeting>): PersonId[] {
  const today = todayOf(context.clock);
  const cards = campaignsOf(context, meeting.key).filter(({ subjectKey }) => !subjectKey.endsWith(again));
  return unansweredSince(context, meeting, cards, (at) => localDate(at) < today);
}

const unansweredSince = (
  context: Context,
  meeting: Stored<NetworkMeeting>,
  cards: readonly Stored<Campaign>[],
  isThen: (at: Instant) => boolean,
): PersonId[] =>
  unanswered(context, meeting).filter((personId) =>
    cards.some(({ key }) => {
      const at = recipientOf(context, key, personId)?.at;
      return at !== undefined && isThen(at);
    }),
  );

/** All campaigns of a meeting: invitation, changes of time, and reminders. */
const campaignsOf = (context: Context, meetingKey: string) =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind, subjectKey }) => kind === meetingKind.kind && meetingKeyIn(subjectKey) === meetingKey);

/** "Kommer du til netværksmødet?": to every ISK, again after a change of time, and as a reminder (R16). */
export const meetingKind: CampaignKind = {
  kind: 'networkMeeting',
  hours: { when: 'working', because: 'a meeting is called days before it is held' },
  audience: asked,
  isOver: (context, subjectKey) => asked(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, asked(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'broadcast',
};

const campaignKey = (subjectKey: string): string => stableKey('networkMeeting', ...subjectKey.split('_'));
const begin = async (context: Context, { title, calledBy }: Stored<NetworkMeeting>, subjectKey: string) => {
  const key = campaignKey(subjectKey);
  if (context.list(Campaigns).get(key) || asked(context, subjectKey).length === 0) return;
  await startCampaign(context, { key, kind: meetingKind.kind, title, subjectKey, startedBy: calledBy });
};

/** Sends invitations, changes of time and reminders. Idempotent; 2 resource units per started campaign, else free. */
export async function inviteTo(context: Context, meeting: Stored<NetworkMeeting>): Promise<void> {
  if (!isComing(context, meeting)) return;
  const today = todayOf(context.clock);
  await begin(context, meeting, meeting.key);
  const moveKey = movedOf(meeting);
  if (moveKey !== undefined) await begin(context, meeting, moveKey);
  const lastAsked = localDate(meeting.timeChangedAt ?? meeting.calledAt);
  const isNear = addDays(meeting.on, -remindedDays) <= today && today < meeting.on;
  if (isNear && lastAsked < today) await begin(context, meeting, reminderOf(meeting.key));
}

/** Invitations missing after a crash, and due reminders. */
export async function continueMeetings(context: Context): Promise<void> {
  const coming = context
    .list(NetworkMeetings)
    .all()
    .filter((meeting) => isComing(context, meeting));
  const each = eachItem(context, 'wheelActs');
  await each.of(coming, (meeting) => inviteTo(context, meeting));
  each.end();
}

/** Sent cards about a meeting: subject and recipient. */
export const cardsOfMeeting = (context: Context, meetingKey: string): { subjectKey: string; personId: PersonId }[] =>
  campaignsOf(context, meetingKey).flatMap(({ key, subjectKey }) =>
    blocksOf(context, key).flatMap(({ recipients }) =>
      recipients.map(({ person: personId }) => ({ subjectKey, personId })),
    ),
  );

/** Whether a person has, or may get, its card. From memory. */
export const isAskedOf = (context: Context, subjectKey: string, personId: string): boolean => {
  const meeting = meetingOfCard(context, subjectKey);
  return meeting !== undefined && isInvitedTo(context, meeting, personId);
};
