import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  conflict,
  forbidden,
  invalid,
  missing,
  nowOf,
  repeatableKey,
  todayOf,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { says, updateIfNew } from '../../edits/index.ts';
import { findPerson, roleHolders } from '../../organisation/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import type { meetingBody } from './meeting-contract.ts';
import { mayEditWheel } from '../permissions.ts';
import { makeActivity } from '../save-activity.ts';
import { attended, invitedTo } from './meeting.ts';
import { NetworkMeetings, type Invited, type NetworkMeeting } from './meeting-list.ts';

type MeetingBody = z.output<typeof meetingBody>;

/** Throws AppError `missing` when there is no such meeting. */
export function meetingOrThrow(context: Context, key: string): Stored<NetworkMeeting> {
  const meeting = context.list(NetworkMeetings).get(key);
  if (!meeting) throw missing('wheel.noSuchMeeting');
  return meeting;
}

/** All present ISKs, each once. */
export const networkOf = (context: Context): readonly PersonId[] => [
  ...new Set(
    roleHolders(context)
      .filter(({ held }) => held.role === 'coordinator')
      .map(({ person }) => person.key as PersonId),
  ),
];

const fieldsOf = ({ title, on, startsAt, minutes, place, agenda, minutesLink }: MeetingBody) => ({
  title,
  on: on as LocalDate,
  startsAt,
  minutes,
  place,
  agenda,
  minutesLink: minutesLink ? minutesLink : undefined,
});

/** Calls a network meeting; every ISK is invited (R16). 2 resource units and the trail. */
export async function callMeeting(context: Context, actor: Actor, body: MeetingBody): Promise<string> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  const key = repeatableKey(actor, 'meeting');
  const { minutesLink, ...fields } = fieldsOf(body);
  const meeting: NetworkMeeting = {
    key,
    ...fields,
    calledBy: actor.personId,
    calledAt: nowOf(context.clock),
    ...(minutesLink === undefined ? {} : { minutesLink }),
    people: networkOf(context).map((person) => ({ person, attendance: 'invited' as const })),
  };
  const called = await createOnce(context.list(NetworkMeetings), meeting, ['calledAt', 'people']);
  const at = called.calledAt;
  await recordAct(context, { act: 'callMeeting', subjectKey: key, actorId: actor.personId, at });
  return key;
}

/** Changes a meeting; a new time asks for answers again. Throws AppError `missing`, `forbidden`. */
export async function changeMeeting(context: Context, actor: Actor, key: string, body: MeetingBody): Promise<void> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  meetingOrThrow(context, key);
  const fields = fieldsOf(body);
  const { isNew } = await updateIfNew(context.list(NetworkMeetings), key, (now) => {
    if (says(now, fields)) return undefined;
    const isMoved = now.on !== fields.on || now.startsAt !== fields.startsAt || now.minutes !== fields.minutes;
    return { ...fields, ...(isMoved ? { timeChangedAt: nowOf(context.clock) } : {}) };
  });
  if (isNew) await note(context, actor, 'changeMeeting', key);
}

/**
 * Records attendance; who came from the meeting's day on. People not named are unchanged. Throws AppError: missing,
 * forbidden `wheel.mayNotEdit`, invalid `wheel.unknownPerson`, conflict `wheel.meetingToCome`, unavailable.
 */
export async function recordAttendance(
  context: Context,
  actor: Actor,
  key: string,
  people: readonly Invited[],
): Promise<void> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  meetingOrThrow(context, key);
  if (people.some(({ person }) => !findPerson(context, person))) throw invalid('wheel.unknownPerson');
  const today = todayOf(context.clock);
  const isComing = people.some(({ attendance }) => attendance === 'attended');
  const { isNew } = await updateIfNew(context.list(NetworkMeetings), key, (meeting) => {
    if (isComing && meeting.on > today) throw conflict('wheel.meetingToCome');
    const fields = { people: attended(invitedTo(meeting, networkOf(context), today), people) };
    return says(meeting, fields) ? undefined : fields;
  });
  if (isNew) await note(context, actor, 'recordAttendance', key);
}

/** Longest lead time of a follow-up task. */
const leadDays = 14;

/** Adds a follow-up task of a meeting. Throws AppError `missing`, `forbidden`, `invalid`. */
export async function addFollowUp(
  context: Context,
  actor: Actor,
  meetingKey: string,
  asked: { title: string; personId: PersonId; due: LocalDate },
): Promise<void> {
  if (!mayEditWheel(actor)) throw forbidden('wheel.mayNotEdit');
  const meeting = meetingOrThrow(context, meetingKey);
  await makeActivity(context, actor, {
    title: asked.title,
    why: meeting.title,
    source: 'R16',
    groupKey: meeting.key,
    role: 'securityTeam',
    personId: asked.personId,
    scope: 'organisation',
    steps: [],
    leadDays,
    startsOn: asked.due,
    basis: 'calendar',
  });
  await note(context, actor, 'addFollowUp', meetingKey);
}

const note = (context: Context, actor: Actor, act: string, subjectKey: string) =>
  recordAct(context, {
    act,
    subjectKey,
    actorId: actor.personId,
    at: nowOf(context.clock),
    occasion: repeatableKey(actor, act),
  });
