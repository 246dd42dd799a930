import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  conflict,
  forbidden,
  nowOf,
  saidAt,
  todayOf,
  type Actor,
  type Instant,
  type PersonId,
} from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { mayEditWheel } from '../permissions.ts';
import { attended, invitedTo, isHeld, replyOf, type Reply } from './meeting.ts';
import { NetworkMeetings, type NetworkMeeting } from './meeting-list.ts';
import { meetingOrThrow, networkOf } from './save-meeting.ts';

/** Whether a person is invited to a meeting. From memory. */
export const isInvitedTo = (context: Context, meeting: NetworkMeeting, personId: string): boolean =>
  invitedTo(meeting, networkOf(context), todayOf(context.clock)).some(({ person }) => person === personId);

/** Neither held nor cancelled: may be answered. */
export const isComing = (context: Context, meeting: NetworkMeeting): boolean =>
  meeting.cancelledAt === undefined && !isHeld(meeting, todayOf(context.clock));

/**
 * Answers an invitation. Replaces an earlier answer; idempotent. 2 resource units and the trail. Throws AppError:
 * missing `wheel.noSuchMeeting`, forbidden `wheel.notInvited`, conflict `wheel.meetingOver`.
 */
export async function answerMeeting(
  context: Context,
  actor: Actor,
  { meetingKey, reply }: { meetingKey: string; reply: Reply },
): Promise<void> {
  const meeting = meetingOrThrow(context, meetingKey);
  if (!isInvitedTo(context, meeting, actor.personId)) throw forbidden('wheel.notInvited');
  const at = saidAt(context.clock, actor);
  const answered = await context.list(NetworkMeetings).update(meetingKey, (now) => {
    if (!isComing(context, now)) throw conflict('wheel.meetingOver');
    const people = invitedTo(now, networkOf(context), todayOf(context.clock));
    const own = people.find(({ person }) => person === actor.personId);
    if (!own) throw forbidden('wheel.notInvited');
    if (replyOf(own, now) === reply) return undefined;
    return { people: attended(people, [{ ...own, reply, repliedAt: at }]) };
  });
  // The same answer again is the same entry.
  const { repliedAt = at } = answered.people.find(({ person }) => person === actor.personId) ?? {};
  await recordAct(context, {
    act: 'answerMeeting',
    subjectKey: meetingKey,
    actorId: actor.personId,
    at: repliedAt as Instant,
    details: { reply },
    occasion: `${actor.personId} ${repliedAt}`,
  });
}

/**
 * Cancels a meeting and updates its cards. Idempotent. 2 resource units and the trail. Throws AppError: missing,
 * forbidden `wheel.mayNotEdit`, conflict `wheel.meetingOver` for one that was held.
 */
export async function cancelMeeting(context: Context, actor: Actor, key: string): Promise<Stored<NetworkMeeting>> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  meetingOrThrow(context, key);
  const at = nowOf(context.clock);
  const cancelled = await context.list(NetworkMeetings).update(key, (now) => {
    if (now.cancelledAt !== undefined) return undefined;
    if (isHeld(now, todayOf(context.clock))) throw conflict('wheel.meetingOver');
    return { cancelledAt: at };
  });
  await recordAct(context, { act: 'cancelMeeting', subjectKey: key, actorId: actor.personId, at, occasion: key });
  return cancelled;
}

/** Invited people without an answer since the latest change of time. */
export const unanswered = (context: Context, meeting: NetworkMeeting): PersonId[] =>
  invitedTo(meeting, networkOf(context), todayOf(context.clock))
    .filter((one) => replyOf(one, meeting) === undefined)
    .map(({ person }) => person);
