import type { Context } from '../../context.ts';
import {
  blocksOf,
  Campaigns,
  notInTeams,
  recheckAmong,
  recipientOf,
  startCampaign,
  type CampaignKind,
} from '../../deliveries/index.ts';
import { eachItem } from '../../each-item.ts';
import { addDays, localDate, stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { isComing, isInvitedTo, unanswered } from './answer-meeting.ts';
import { invitedTo } from './meeting.ts';
import { NetworkMeetings, type NetworkMeeting } from './meeting-list.ts';
import { networkOf } from './save-meeting.ts';

/** Days before the meeting on which whoever has not answered is asked once more. */
const remindedDays = 3;

const again = '_again';
const reminderOf = (meetingKey: string): string => `${meetingKey}${again}`;
const moved = /_moved\d+$/;
/** What a card about the meeting's newest day or time is about; undefined while it stands as it was called. */
const movedOf = ({ key, timeChangedAt }: Pick<NetworkMeeting, 'key' | 'timeChangedAt'>): string | undefined =>
  timeChangedAt === undefined ? undefined : `${key}_moved${timeChangedAt.replaceAll(/\D/g, '')}`;
/** Whether a card says first that the meeting was moved. */
export const isOfMove = (subjectKey: string): boolean => moved.test(subjectKey);
const meetingKeyIn = (subjectKey: string): string => subjectKey.replace(/_(again|moved\d+)$/, '');
/** The meeting that a card asks about; undefined when nobody knows it. */
export const meetingOfCard = (context: Context, subjectKey: string): Stored<NetworkMeeting> | undefined =>
  context.list(NetworkMeetings).get(meetingKeyIn(subjectKey));

function asked(context: Context, subjectKey: string): PersonId[] {
  const meeting = meetingOfCard(context, subjectKey);
  if (!meeting || !isComing(context, meeting)) return [];
  if (subjectKey.endsWith(again)) return unanswered(context, meeting);
  if (isOfMove(subjectKey)) return subjectKey === movedOf(meeting) ? toldOfEarlierTime(context, meeting) : [];
  return invitedTo(meeting, networkOf(context), todayOf(context.clock)).map(({ person }) => person);
}

/** Those who have not answered since the meeting was moved, and may know of no other time than the one before. */
function toldOfEarlierTime(context: Context, meeting: Stored<NetworkMeeting>): PersonId[] {
  const cards = campaignsOf(context, meeting.key);
  const isTold = (personId: PersonId) =>
    cards.some((campaign) => {
      const at = recipientOf(context, campaign.key, personId)?.at;
      return at !== undefined && meeting.timeChangedAt !== undefined && at < meeting.timeChangedAt;
    });
  return unanswered(context, meeting).filter(isTold);
}

/** Every campaign about a meeting: its invitation, the moves, and those who were asked once more. */
const campaignsOf = (context: Context, meetingKey: string) =>
  context
    .list(Campaigns)
    .all()
    .filter(({ kind, subjectKey }) => kind === meetingKind.kind && meetingKeyIn(subjectKey) === meetingKey);

/** "Kommer du til netværksmødet?": to every ISK, anew when it is moved, and once more to whoever has not answered (R16). */
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

/** Invites, tells of another day or time, and asks once more. Safe to repeat; 2 resource units a campaign that begins, else nothing. */
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

/** Invitations of all meetings to come that a crash left, and those to be asked once more. */
export async function continueMeetings(context: Context): Promise<void> {
  const coming = context
    .list(NetworkMeetings)
    .all()
    .filter((meeting) => isComing(context, meeting));
  const each = eachItem(context, 'wheelActs');
  await each.of(coming, (meeting) => inviteTo(context, meeting));
  each.end();
}

/** Cards about a meeting that stand in chats: what they are about and whose they are. */
export const cardsOfMeeting = (context: Context, meetingKey: string): { subjectKey: string; personId: PersonId }[] =>
  campaignsOf(context, meetingKey).flatMap(({ key, subjectKey }) =>
    blocksOf(context, key).flatMap(({ recipients }) =>
      recipients.map(({ person: personId }) => ({ subjectKey, personId })),
    ),
  );

/** Whether a card about it may have come to somebody, or may come. From memory. */
export const isAskedOf = (context: Context, subjectKey: string, personId: string): boolean => {
  const meeting = meetingOfCard(context, subjectKey);
  return meeting !== undefined && isInvitedTo(context, meeting, personId);
};
