import { z } from 'zod';
import type { PersonId } from '../../kernel/index.ts';
import {
  date,
  defineList,
  id,
  json,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  typed,
  timeOfDay,
} from '../../sharepoint/index.ts';
import { attendance, reply } from './meeting-contract.ts';

const invited = z.object({
  person: z.string() as unknown as z.ZodType<PersonId>,
  attendance,
  reply: reply.optional(),
  repliedAt: z.string().optional(),
});
export type Invited = z.output<typeof invited>;

/** Meetings of the coordinator network (R16). */
export const NetworkMeetings = defineList('NetworkMeetings', {
  describe: 'Meetings of the coordinator network: agenda, who will come, who came, and where the minutes are (R16).',
  columns: {
    title: text('Name of the meeting'),
    on: date('Day'),
    startsAt: timeOfDay('Time of day, HH:MM'),
    minutes: whole('How long it takes, in minutes'),
    place: text('Where it is held; empty when that is not known yet'),
    agenda: typed(json(z.array(z.string()), 'Points of the agenda')),
    people: json(z.array(invited), 'Who is invited, what they answered, and who came'),
    minutesLink: optional(text('Where the minutes are')),
    timeChangedAt: optional(moment('When its day or time was last changed: answers before it count no more')),
    cancelledAt: optional(moment('When it was called off')),
    calledBy: id<PersonId>('Who called it'),
    calledAt: moment('When it was called'),
  },
});
export type NetworkMeeting = RecordIn<typeof NetworkMeetings>;
