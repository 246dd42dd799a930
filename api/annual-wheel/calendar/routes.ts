import { allow, routes } from '../../http/route.ts';
import { calendarContract } from './calendar-contract.ts';
import { meetingOrThrow } from '../meetings/save-meeting.ts';
import { wheelReaders } from '../permissions.ts';
import { calendarFeedOf, makeCalendarFeed, stopCalendarFeed } from './feeds.ts';
import { meetingCalendar } from './write-calendar.ts';

/** The calendar link's endpoints; the feed itself needs only the secret. */
export const calendarRoutes = routes(calendarContract, {
  'GET /api/calendar-feed': allow('everyone', calendarFeedOf),
  'POST /api/calendar-feed': allow('everyone', makeCalendarFeed),
  'DELETE /api/calendar-feed': allow('everyone', stopCalendarFeed),
  'GET /api/wheel/meetings/:meetingKey/calendar.ics': allow(wheelReaders, (context, actor, { params }) =>
    meetingCalendar(context, actor, meetingOrThrow(context, params.meetingKey)),
  ),
});
