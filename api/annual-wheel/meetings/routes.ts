import { editing } from '../../edits/index.ts';
import { allow, from, routes, thenView } from '../../http/route.ts';
import type { LocalDate, PersonId } from '../../kernel/index.ts';
import { meetingContract } from './meeting-contract.ts';
import { wheelEditors, wheelReaders } from '../permissions.ts';
import { meetingList, meetingView } from './meeting-views.ts';
import { answerMeeting, cancelMeeting } from './answer-meeting.ts';
import { inviteTo } from './meeting-campaign.ts';
import { addFollowUp, callMeeting, changeMeeting, meetingOrThrow, recordAttendance } from './save-meeting.ts';

const thenMeetingView = thenView(from(meetingView, 'meetingKey'));

/** The coordinator network's endpoints (R16). */
export const meetingRoutes = routes(meetingContract, {
  'GET /api/wheel/meetings': allow(wheelReaders, meetingList),
  'GET /api/wheel/meetings/:meetingKey': allow(wheelReaders, from(meetingView, 'meetingKey')),
  'POST /api/wheel/meetings': allow(wheelEditors, async (context, actor, { body }) => {
    const key = await callMeeting(context, actor, body);
    await inviteTo(context, meetingOrThrow(context, key));
    return meetingView(context, actor, key);
  }),
  'PUT /api/wheel/meetings/:meetingKey': allow(
    wheelEditors,
    editing(
      (context, { params }, actor) => meetingView(context, actor, params.meetingKey).etag,
      async (context, actor, { params, body }) => {
        await changeMeeting(context, actor, params.meetingKey, body);
        await inviteTo(context, meetingOrThrow(context, params.meetingKey));
        return meetingView(context, actor, params.meetingKey);
      },
    ),
  ),
  'POST /api/wheel/meetings/:meetingKey/answer': allow(
    'everyone',
    thenMeetingView((context, actor, { params, body }) =>
      answerMeeting(context, actor, { meetingKey: params.meetingKey, ...body }),
    ),
  ),
  'POST /api/wheel/meetings/:meetingKey/cancel': allow(
    wheelEditors,
    thenMeetingView(from(cancelMeeting, 'meetingKey')),
  ),
  'PUT /api/wheel/meetings/:meetingKey/attendance': allow(wheelEditors, async (context, actor, { params, body }) => {
    const people = body.people.map(({ personId, attendance }) => ({ person: personId as PersonId, attendance }));
    await recordAttendance(context, actor, params.meetingKey, people);
    return meetingView(context, actor, params.meetingKey);
  }),
  'POST /api/wheel/meetings/:meetingKey/follow-ups': allow(
    wheelEditors,
    async (context, actor, { params, body: { title, personId, due } }) => {
      const asked = { title, personId: personId as PersonId, due: due as LocalDate };
      await addFollowUp(context, actor, params.meetingKey, asked);
      return meetingView(context, actor, params.meetingKey);
    },
  ),
});
