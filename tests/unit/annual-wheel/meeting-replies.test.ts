import { beforeEach, describe, expect, it } from 'vitest';
import { meetingCalendar, writeCalendar } from '../../../api/annual-wheel/calendar/write-calendar.ts';
import { answerMeeting, cancelMeeting } from '../../../api/annual-wheel/meetings/answer-meeting.ts';
import { continueMeetings, inviteTo, meetingKind } from '../../../api/annual-wheel/meetings/meeting-campaign.ts';
import { meetingList, meetingView } from '../../../api/annual-wheel/meetings/meeting-views.ts';
import {
  callMeeting,
  changeMeeting,
  meetingOrThrow,
  recordAttendance,
} from '../../../api/annual-wheel/meetings/save-meeting.ts';
import { Campaigns, DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { NetworkMeetings, type Reply } from '../../../api/annual-wheel/index.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { anAssignment, aTown, centre, person, refusal, the } from '../organisation/builders.ts';

const body = {
  ...{ title: 'Netværksmøde', on: '2026-12-10', startsAt: '09:30', minutes: 90, place: 'Rådhuset', agenda: ['Nyt'] },
};
let town: Awaited<ReturnType<typeof aTown>>;
let key: string;
beforeEach(async () => {
  town = await aTown();
  town.context.texts = translator;
  key = await callMeeting(town.context, the(town.context, 'ciso'), body);
  await inviteTo(town.context, meetingOrThrow(town.context, key));
});
const by = (who: string) => the(town.context, who);
const answer = (who: string, reply: Reply) => answerMeeting(town.context, by(who), { meetingKey: key, reply });
const change = (fields: object) => changeMeeting(town.context, by('ciso'), key, { ...body, ...fields });
const view = (who = 'ciso') => meetingView(town.context, by(who), key);
const audience = (subject: string) => [...meetingKind.audience(town.context, subject)].sort();
/** The invitation has been sent to somebody, now. */
const told = (who: string) =>
  town.context.list(DeliveryBlocks).create({
    ...{ key: `block_${who}`, title: 'block', campaignKey: `networkMeeting_${key}`, position: 1 },
    recipients: [{ person: person(who), state: 'sent', at: nowOf(town.context.clock) }],
  });
const campaigns = () =>
  town.context
    .list(Campaigns)
    .all()
    .map(({ subjectKey }) => subjectKey);

describe('an invitation to the network', () => {
  it('goes to every ISK, also to one appointed after the call, and to nobody else', async () => {
    expect(campaigns()).toEqual([key]);
    expect(audience(key)).toEqual(['isk-nord', 'isk-syd']);
    await town.context.list(RoleAssignments).create(anAssignment('anne', 'coordinator', { centreId: centre('nord') }));
    expect(audience(key)).toEqual(['anne', 'isk-nord', 'isk-syd']);
    await answer('anne', 'maybe');
    expect(view().replies).toEqual({ yes: 0, maybe: 1, no: 0, none: 2 });
    expect(await refusal(() => answer('bo', 'yes'))).toBe('wheel.notInvited');
    expect(view('bo').abilities).toEqual({ edit: false, came: false, answer: false, cancel: false });
  });

  it('is answered once or anew, counted the same in list and page, and keeps the answer when attendance is written', async () => {
    await answer('isk-nord', 'yes');
    await answer('isk-syd', 'yes');
    await answer('isk-syd', 'no');
    const counts = { yes: 1, maybe: 0, no: 1, none: 0 };
    expect(view().replies).toEqual(counts);
    expect(meetingList(town.context, by('ciso')).meetings[0]).toMatchObject({ replies: counts, cancelled: false });
    expect(view('isk-nord')).toMatchObject({ reply: 'yes', abilities: { answer: true, cancel: false } });
    const came = () =>
      recordAttendance(town.context, by('ciso'), key, [{ person: person('isk-nord'), attendance: 'attended' }]);
    expect(await refusal(came)).toBe('wheel.meetingToCome');
    town.setNow('2026-12-10T10:00:00.000Z');
    await came();
    expect(view().people).toMatchObject([
      { id: 'isk-nord', attendance: 'attended', reply: 'yes' },
      { id: 'isk-syd', attendance: 'invited', reply: 'no' },
    ]);
    expect(await refusal(() => answer('isk-syd', 'yes'))).toBe('wheel.meetingOver');
  });

  it('is asked anew when the day or time is another, and not when the agenda is', async () => {
    await answer('isk-nord', 'yes');
    await change({ agenda: ['Øvelser'] });
    expect(view().replies.yes).toBe(1);
    town.setNow('2026-11-26T09:00:00Z');
    await change({ startsAt: '10:30' });
    expect(view().replies).toEqual({ yes: 0, maybe: 0, no: 0, none: 2 });
    await answer('isk-nord', 'maybe');
    expect(view('isk-nord').reply).toBe('maybe');
  });

  it('tells those who had a card of the time before that it is another, each time, and nobody else', async () => {
    const { context, setNow } = town;
    const [campaign] = context.list(Campaigns).all();
    await context.list(DeliveryBlocks).create({
      ...{ key: 'block', title: 'block', campaignKey: campaign?.key ?? '', position: 1 },
      recipients: [{ person: person('isk-nord'), state: 'sent', at: nowOf(context.clock) }],
    });
    setNow('2026-11-26T09:00:00Z');
    await change({ startsAt: '10:30' });
    await inviteTo(context, meetingOrThrow(context, key));
    const [first] = campaigns().filter((subject) => subject !== key);
    expect(first).toMatch(new RegExp(`^${key}_moved\\d+$`));
    expect(audience(first ?? '')).toEqual(['isk-nord']);
    setNow('2026-11-27T09:00:00Z');
    await change({ on: '2026-12-11' });
    await continueMeetings(context);
    await continueMeetings(context);
    const moves = campaigns().filter((subject) => subject !== key);
    expect(moves).toHaveLength(2);
    expect(moves.map(audience).toSorted()).toEqual([[], ['isk-nord']]);
    await answer('isk-nord', 'yes');
    expect(moves.flatMap(audience)).toEqual([]);
  });

  it('does not tell of a move before anybody was told of the meeting', async () => {
    town.setNow('2026-11-26T09:00:00Z');
    await change({ startsAt: '10:30' });
    await continueMeetings(town.context);
    expect(campaigns()).toEqual([key]);
  });

  it('asks those who have not answered once more, three days before', async () => {
    await told('isk-syd');
    await answer('isk-nord', 'no');
    for (const day of ['2026-12-06', '2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11']) {
      town.setNow(`${day}T09:00:00Z`);
      await continueMeetings(town.context);
      expect([day, campaigns()]).toEqual([day, day < '2026-12-07' ? [key] : [key, `${key}_again`]]);
      expect(audience(`${key}_again`)).toEqual(day > '2026-12-10' ? [] : ['isk-syd']);
    }
  });

  it('asks once more only who was asked on an earlier day: who returns from leave gets one card, not two', async () => {
    await told('isk-nord');
    town.setNow('2026-12-08T09:00:00Z');
    expect(audience(`${key}_again`)).toEqual(['isk-nord']);
    await told('isk-syd');
    expect(audience(`${key}_again`)).toEqual(['isk-nord']);
    town.setNow('2026-12-09T09:00:00Z');
    expect(audience(`${key}_again`)).toEqual(['isk-nord', 'isk-syd']);
  });

  it('is over when the meeting is called off, which nobody but those who keep the wheel may', async () => {
    expect(await refusal(() => cancelMeeting(town.context, by('isk-nord'), key))).toBe('wheel.mayNotEdit');
    await cancelMeeting(town.context, by('team'), key);
    await cancelMeeting(town.context, by('ciso'), key);
    expect(audience(key)).toEqual([]);
    expect(view()).toMatchObject({ cancelled: true, abilities: { answer: false, cancel: false } });
    expect(await refusal(() => answer('isk-nord', 'yes'))).toBe('wheel.meetingOver');
    await continueMeetings(town.context);
    expect(campaigns()).toEqual([key]);
  });

  it('stands in the calendar of whoever has not said no, as cancelled when it is, and as a file of its own', async () => {
    const feed = (who: string) => writeCalendar(town.context, person(who));
    expect(feed('isk-nord')).toContain('SUMMARY:Netværksmøde');
    await answer('isk-nord', 'no');
    expect(feed('isk-nord')).not.toContain('SUMMARY:Netværksmøde');
    const { fileName, bytes } = meetingCalendar(town.context, by('isk-syd'), meetingOrThrow(town.context, key));
    const file = new TextDecoder().decode(bytes);
    expect(fileName).toBe('2026-12-10 Netværksmøde.ics');
    expect(file).toContain('DTSTART:20261210T083000Z');
    expect(file).toContain('LOCATION:Rådhuset');
    await cancelMeeting(town.context, by('ciso'), key);
    expect(feed('isk-syd')).toContain('STATUS:CANCELLED');
  });

  it('is one event in its file, whatever its title holds', async () => {
    const title = 'Møde, mandag; a\\b\r\nEND:VEVENT\r\nBEGIN:VEVENT';
    await town.context.list(NetworkMeetings).update(key, () => ({ title }));
    const { bytes } = meetingCalendar(town.context, by('isk-syd'), meetingOrThrow(town.context, key));
    const lines = new TextDecoder().decode(bytes).replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    const name = String.raw`Møde\, mandag\; a\\b END:VEVENT BEGIN:VEVENT`;
    expect(lines).toContain(`NAME:${name}`);
    expect(lines).toContain(`X-WR-CALNAME:${name}`);
  });
});
