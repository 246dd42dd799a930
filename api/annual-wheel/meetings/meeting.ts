import type { LocalDate, PersonId } from '../../kernel/index.ts';
import type { z } from 'zod';
import type { reply } from './meeting-contract.ts';
import type { Invited, NetworkMeeting } from './meeting-list.ts';

export const meetingPath = (key: string): string => `/wheel/meetings/${encodeURIComponent(key)}`;

export type Reply = z.output<typeof reply>;

/** A person's answer since the latest change of time. */
export const replyOf = (
  { reply: said, repliedAt }: Invited,
  { timeChangedAt }: Pick<NetworkMeeting, 'timeChangedAt'>,
): Reply | undefined =>
  repliedAt !== undefined && (timeChangedAt === undefined || repliedAt >= timeChangedAt) ? said : undefined;

/** Held once attendance is recorded, or its day has passed. */
export const isHeld = (meeting: Pick<NetworkMeeting, 'on' | 'people'>, today: LocalDate): boolean =>
  meeting.on < today || meeting.people.some(({ attendance }) => attendance === 'attended');

/** Whether somebody has written down who came; excuses are sent beforehand and say nothing of it. */
export const isAttendanceRecorded = ({ people }: Pick<NetworkMeeting, 'people'>): boolean =>
  people.some(({ attendance }) => attendance === 'attended' || attendance === 'absent');

/**
 * Today's invitations: until the meeting is held these are the present ISKs, as appointments may follow the call or end
 * after it, and whoever has answered.
 */
export function invitedTo(
  meeting: Pick<NetworkMeeting, 'on' | 'people'>,
  coordinators: readonly PersonId[],
  today: LocalDate,
): readonly Invited[] {
  if (isHeld(meeting, today)) return meeting.people;
  const network = new Set(coordinators);
  const recorded = meeting.people.filter(
    ({ person, attendance, reply }) => network.has(person) || attendance !== 'invited' || reply !== undefined,
  );
  const known = new Set(recorded.map(({ person }) => person));
  const later = coordinators.filter((person) => !known.has(person));
  return [...recorded, ...later.map((person) => ({ person, attendance: 'invited' as const }))];
}

/** The list with recorded changes; others are unchanged. */
export function attended(people: readonly Invited[], changes: readonly Invited[]): Invited[] {
  const changed = new Map(changes.map((one) => [one.person, one]));
  const kept = people.map((one) => ({ ...one, ...changed.get(one.person) }));
  const known = new Set(people.map(({ person }) => person));
  return [...kept, ...[...changed.values()].filter(({ person }) => !known.has(person))];
}
