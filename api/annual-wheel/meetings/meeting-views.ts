import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { todayOf, type Actor } from '../../kernel/index.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import { tasksOfGroup } from '../groups.ts';
import type { meetingRow, MeetingView } from '../meeting-contract.ts';
import { mayEditWheel } from '../permissions.ts';
import { taskRowOf } from '../task-views.ts';
import { invitedTo, isHeld } from './meeting.ts';
import { NetworkMeetings, type NetworkMeeting } from './meeting-list.ts';
import { meetingOrThrow, networkOf } from './save-meeting.ts';

/** One meeting with who is invited, who came and what it led to. */
export function meetingView(context: Context, actor: Actor, key: string): MeetingView {
  const { title, on, startsAt, minutes, place, agenda, minutesLink, ...meeting } = meetingOrThrow(context, key);
  const today = todayOf(context.clock);
  const people = invitedTo({ ...meeting, on }, networkOf(context), today)
    .map(({ person, attendance }) => ({ ...personRef(context, person), attendance }))
    .sort((one, other) => one.name.localeCompare(other.name, 'da'));
  return {
    ...{ key, title, on, startsAt, minutes, place, agenda: [...agenda], people },
    ...(minutesLink === undefined ? {} : { minutesLink }),
    followUps: tasksOfGroup(context, key).map((task) => taskRowOf(context, task, today)),
    abilities: { edit: mayEditWheel(actor) },
    freshness: freshnessOf(context, NetworkMeetings),
  };
}

/** All meetings: those to come first, the nearest on top; then those held, the latest on top. */
export function meetingList(context: Context, actor: Actor) {
  const today = todayOf(context.clock);
  const network = networkOf(context);
  const rowOf = (meeting: NetworkMeeting & { key: string }): z.output<typeof meetingRow> => {
    const people = invitedTo(meeting, network, today);
    const { key, title, on, startsAt } = meeting;
    const attended = people.filter(({ attendance }) => attendance === 'attended').length;
    return { key, title, on, startsAt, attended, invited: people.length, held: isHeld(meeting, today) };
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
