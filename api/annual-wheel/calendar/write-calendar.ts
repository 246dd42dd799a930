import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, type ICalCalendar } from 'ical-generator';
import type { Context } from '../../context.ts';
import { deepLink } from '../../deep-link.ts';
import { fileNamed } from '../../files/index.ts';
import type { FileAnswer } from '../../http/route.ts';
import {
  addDays,
  inOneLine,
  instant,
  timeZone,
  todayOf,
  type Actor,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../../kernel/index.ts';
import { obligationsOf } from '../../obligations/index.ts';
import { findPerson } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { invitedTo, replyOf } from '../meetings/meeting.ts';
import { NetworkMeetings, type NetworkMeeting } from '../meetings/meeting-list.ts';
import { networkOf } from '../meetings/save-meeting.ts';
import { oweWords } from '../../texts/owed.ts';

/** Refresh interval for calendars; Outlook on the web uses its own. */
const refreshSeconds = 4 * 3600;
/** Days that past meetings stay in the feed. */
const meetingDays = 90;

/**
 * A person's open tasks as whole days, and invitations to network meetings, as an iCalendar (RFC 5545) in the person's
 * language. Completed and handed-over tasks are omitted. From memory: no Graph call.
 */
export function writeCalendar(context: Context, personId: PersonId): string {
  const person = findPerson(context, personId);
  const language = person?.language ?? 'da';
  const t = context.texts(language);
  const today = todayOf(context.clock);
  const calendar = ical({
    name: escaped(t('calendar.name', { organisation: context.organisation.name })),
    prodId: { company: 'Sikkerhedshjulet', product: 'Sikkerhedshjulet', language: 'DA' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const task of obligationsOf(context, personId))
    if (task.state === 'open') addTask(calendar, context, task, oweWords(task, { t, language }));
  for (const meeting of context.list(NetworkMeetings).all())
    if (meeting.on >= addDays(today, -meetingDays) && isInvited(context, meeting, personId, today))
      addMeeting(calendar, context, meeting);
  return calendar.toString();
}

/** One meeting as a file for any calendar, in the reader's language. */
export function meetingCalendar(context: Context, actor: Actor, meeting: Stored<NetworkMeeting>): FileAnswer {
  const calendar = ical({
    name: escaped(meeting.title),
    prodId: { company: 'Sikkerhedshjulet', product: 'Sikkerhedshjulet', language: actor.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  addMeeting(calendar, context, meeting);
  return {
    fileName: fileNamed(`${meeting.on} ${meeting.title}`, 'ics'),
    bytes: new TextEncoder().encode(calendar.toString()),
  };
}

/** A calendar's name as iCalendar has texts: in one line, its separators escaped. ical-generator writes it as it is. */
const escaped = (name: string): string => inOneLine(name).replaceAll(/[\\;,]/g, String.raw`\$&`);

function addTask(calendar: ICalCalendar, context: Context, task: Obligation, summary: string): void {
  const url = deepLink(context, task.path);
  calendar.createEvent({
    id: `${task.key}@sikkerhedshjulet`,
    start: wholeDay(task.due),
    end: wholeDay(addDays(task.due, 1)),
    allDay: true,
    summary,
    description: url,
    url,
    // Tasks do not block the day.
    transparency: ICalEventTransparency.TRANSPARENT,
    stamp: context.clock.now(),
  });
}

function addMeeting(calendar: ICalCalendar, context: Context, meeting: Stored<NetworkMeeting>): void {
  const isTimed = /^\d\d:\d\d$/.test(meeting.startsAt);
  const start = isTimed ? momentOf(meeting.on, meeting.startsAt) : wholeDay(meeting.on);
  const url = deepLink(context, `/wheel/meetings/${meeting.key}`);
  calendar.createEvent({
    id: `${meeting.key}@sikkerhedshjulet`,
    start,
    // An invalid time in the list leaves the day only.
    ...(isTimed ? { end: new Date(start.getTime() + meeting.minutes * 60_000) } : { allDay: true }),
    summary: meeting.title,
    ...(meeting.cancelledAt === undefined ? {} : { status: ICalEventStatus.CANCELLED }),
    location: meeting.place || null,
    description: [...meeting.agenda.map((point, index) => `${index + 1}. ${point}`), url].join('\n'),
    url,
    stamp: context.clock.now(),
  });
}

const isInvited = (context: Context, meeting: NetworkMeeting, personId: PersonId, today: LocalDate): boolean =>
  invitedTo(meeting, networkOf(context), today).some(
    (one) => one.person === personId && one.attendance !== 'excused' && replyOf(one, meeting) !== 'no',
  );

/** Noon: the same day in every time zone. */
const wholeDay = (day: LocalDate): Date => new Date(`${day}T12:00:00Z`);

/** A Danish time of day as an instant, with daylight saving. */
function momentOf(day: LocalDate, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Date(instant(new TZDate(year, month - 1, date, hour, minute, timeZone)));
}
