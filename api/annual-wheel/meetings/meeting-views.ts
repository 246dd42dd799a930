import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import { tasksOfGroup } from '../groups.ts';
import type { meetingRow, MeetingView } from './meeting-contract.ts';
import { mayEditWheel } from '../permissions.ts';
import { taskRowOf } from '../task-views.ts';
import { isComing } from './answer-meeting.ts';
import { invitedTo, isAttendanceRecorded, isHeld, replyOf, type Reply } from './meeting.ts';
import { NetworkMeetings, type Invited, type NetworkMeeting } from './meeting-list.ts';
import { meetingOrThrow, networkOf } from './save-meeting.ts';
import { compareDanish } from '../../texts/format.ts';

/** One meeting with invitations, attendance and follow-up tasks. */
export function meetingView(context: Context, actor: Actor, key: string): MeetingView {
  const stored = meetingOrThrow(context, key);
  const { title, on, startsAt, minutes, place, agenda, minutesLink } = stored;
  const today = todayOf(context.clock);
  const invited = invitedTo(stored, networkOf(context), today);
  const mine = invited.find(({ person }) => person === actor.personId);
  const reply = mine && replyOf(mine, stored);
  const people = invited
    .map((one) => {
      const said = replyOf(one, stored);
      return { ...personRef(context, one.person), attendance: one.attendance, ...(said ? { reply: said } : {}) };
    })
    .sort((one, other) => compareDanish(one.name, other.name));
  return {
    key,
    etag: etagOf([title, on, startsAt, minutes, place, agenda, minutesLink]),
    title,
    on,
    startsAt,
    minutes,
    place,
    agenda: [...agenda],
    people,
    ...(minutesLink === undefined ? {} : { minutesLink }),
    replies: repliesTo(stored, invited),
    held: isHeld(stored, today),
    cancelled: stored.cancelledAt !== undefined,
    ...(reply ? { reply } : {}),
    followUps: tasksOfGroup(context, key).map((task) => taskRowOf(context, actor, task, today)),
    abilities: {
      edit: mayEditWheel(actor),
      came: mayEditWheel(actor) && stored.on <= today,
      answer: mine !== undefined && isComing(context, stored),
      cancel: mayEditWheel(actor) && isComing(context, stored),
    },
    freshness: freshnessOf(context, NetworkMeetings),
  };
}

/** Counts of answers, shared by the list, the page and attendance. */
function repliesTo(meeting: NetworkMeeting, people: readonly Invited[]) {
  const count = (wanted: Reply | undefined) => people.filter((one) => replyOf(one, meeting) === wanted).length;
  return { yes: count('yes'), maybe: count('maybe'), no: count('no'), none: count(undefined) };
}

/** All meetings: future ones first, nearest on top; then past ones, latest on top. */
export function meetingList(context: Context, actor: Actor) {
  const today = todayOf(context.clock);
  const network = networkOf(context);
  const rowOf = (meeting: NetworkMeeting & { key: string }): z.output<typeof meetingRow> => {
    const people = invitedTo(meeting, network, today);
    const { key, title, on, startsAt } = meeting;
    const rest = {
      recorded: isAttendanceRecorded(meeting),
      cancelled: meeting.cancelledAt !== undefined,
      replies: repliesTo(meeting, people),
    };
    const attended = people.filter(({ attendance }) => attendance === 'attended').length;
    return { key, title, on, startsAt, attended, invited: people.length, held: isHeld(meeting, today), ...rest };
  };
  const rows = context.list(NetworkMeetings).all().map(rowOf);
  const coming = rows.filter(({ held }) => !held).sort((one, other) => one.on.localeCompare(other.on));
  const held = rows.filter((row) => row.held).sort((one, other) => other.on.localeCompare(one.on));
  return {
    meetings: [...coming, ...held],
    abilities: { edit: mayEditWheel(actor) },
    freshness: freshnessOf(context, NetworkMeetings),
  };
}
