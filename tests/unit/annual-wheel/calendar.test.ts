import { beforeEach, describe, expect, it } from 'vitest';
import {
  calendarFeedOf,
  feedOwner,
  makeCalendarFeed,
  stopCalendarFeed,
} from '../../../api/annual-wheel/calendar/feeds.ts';
import { CalendarFeeds } from '../../../api/annual-wheel/calendar/feed-list.ts';
import { writeCalendar } from '../../../api/annual-wheel/calendar/write-calendar.ts';
import { callMeeting, recordAttendance } from '../../../api/annual-wheel/meetings/save-meeting.ts';
import type { Context } from '../../../api/context.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';

let context: Context;
const obligation = {
  key: 'tasks_2026-12-12',
  kind: 'doWheelTask',
  personId: person('anne'),
  subject: { key: 'x', title: 'Afprøv nødplanen, igen; med æøå' },
  due: day('2026-12-12'),
  since: day('2026-11-01'),
  state: 'open' as const,
  personal: true,
  path: '/wheel/tasks/x',
};
beforeEach(async () => {
  ({ context } = await aTown());
  context.texts = translator;
  const own = [obligation, { ...obligation, key: 'done', state: 'done' as const }];
  declareObligationSources(context, {
    personal: [
      { kinds: ['doWheelTask'], all: () => own, of: (_, who) => own.filter(({ personId }) => personId === who) },
    ],
    shared: [],
  });
});

const secretOf = (url: string) => /\/calendar\/(.+)\.ics$/.exec(url)?.[1] ?? '';
const meeting = {
  ...{ title: 'Netværksmøde', on: '2026-12-01', startsAt: '09:30', minutes: 90, place: 'Rådhuset' },
  agenda: ['Velkommen', 'Årshjulet'],
};
/** Long lines are folded in calendars. */
const lines = (who: string) => writeCalendar(context, person(who)).replaceAll('\r\n ', '').split('\r\n');

describe('the secret link', () => {
  it('opens the feed of whoever made it, and is nowhere stored', async () => {
    const { url } = await makeCalendarFeed(context, the(context, 'anne'));
    expect(url).toMatch(/^https:\/\/sikkerhedshjulet\.example\/calendar\/[\w-]{43}\.ics$/);
    expect(feedOwner(context, secretOf(url))).toBe('anne');
    expect(JSON.stringify(context.list(CalendarFeeds).all())).not.toContain(secretOf(url));
    expect(calendarFeedOf(context, the(context, 'anne'))).toMatchObject({ active: true });
  });

  it('stops working when a new one is made, and when it is stopped', async () => {
    const first = await makeCalendarFeed(context, the(context, 'anne'));
    const second = await makeCalendarFeed(context, the(context, 'anne'));
    expect(() => feedOwner(context, secretOf(first.url))).toThrow('wheel.noSuchCalendar');
    await stopCalendarFeed(context, the(context, 'anne'));
    expect(() => feedOwner(context, secretOf(second.url))).toThrow('wheel.noSuchCalendar');
    expect(calendarFeedOf(context, the(context, 'anne'))).toEqual({ active: false });
    const third = await makeCalendarFeed(context, the(context, 'anne'));
    expect(feedOwner(context, secretOf(third.url))).toBe('anne');
  });

  it('stops working for somebody who has left', async () => {
    const { url } = await makeCalendarFeed(context, the(context, 'anne'));
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-24') }));
    expect(() => feedOwner(context, secretOf(url))).toThrow('wheel.noSuchCalendar');
  });
});

describe('the feed', () => {
  it('shows open tasks as whole days, and nothing that is done', () => {
    const written = lines('anne');
    expect(written.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(written).toContain('DTSTART;VALUE=DATE:20261212');
    expect(written).toContain('DTEND;VALUE=DATE:20261213');
    expect(written).toContain('UID:tasks_2026-12-12@sikkerhedshjulet');
    expect(written).toContain('SUMMARY:Afprøv nødplanen\\, igen\\; med æøå');
    expect(written).toContain('TRANSP:TRANSPARENT');
  });

  it('shows network meetings at the Danish time of day, winter and summer, to the ISKs', async () => {
    await callMeeting(context, the(context, 'ciso'), meeting);
    await callMeeting(context, the(context, 'ciso'), { ...meeting, on: '2027-06-01' });
    const written = lines('isk-nord');
    expect(written).toContain('DTSTART:20261201T083000Z');
    expect(written).toContain('DTEND:20261201T100000Z');
    expect(written).toContain('DTSTART:20270601T073000Z');
    expect(lines('anne').join()).not.toContain('Netværksmøde');
  });

  it('leaves out a meeting for whoever is excused from it', async () => {
    const key = await callMeeting(context, the(context, 'ciso'), meeting);
    await recordAttendance(context, the(context, 'ciso'), key, [{ person: person('isk-nord'), attendance: 'excused' }]);
    expect(lines('isk-nord').join()).not.toContain('Netværksmøde');
  });

  it('is valid for whoever owes nothing', () => {
    const written = lines('isk-nord');
    expect(written[0]).toBe('BEGIN:VCALENDAR');
    expect(written).toContain('METHOD:PUBLISH');
    expect(written.at(-1)).toBe('END:VCALENDAR');
  });
});
