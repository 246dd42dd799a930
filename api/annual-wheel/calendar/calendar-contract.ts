import { z } from 'zod';
import type { Endpoints } from '../../http/endpoint.ts';
import { moment } from '../contract-fields.ts';

/** For calendars: a secret link to one's tasks, and a meeting as a file. */
export const calendarContract = {
  'GET /api/calendar-feed': {
    summary: 'Whether I have a calendar link, and since when',
    answer: z.object({ active: z.boolean(), madeAt: moment.optional() }),
  },
  'POST /api/calendar-feed': {
    summary: 'Make a secret link for Outlook; the old one stops working',
    answer: z.object({ url: z.url(), madeAt: moment }),
  },
  'DELETE /api/calendar-feed': { summary: 'Stop the link' },
  'GET /api/wheel/meetings/:meetingKey/calendar.ics': {
    summary: 'The meeting as a file for a calendar',
    file: 'text/calendar',
  },
} satisfies Endpoints;
