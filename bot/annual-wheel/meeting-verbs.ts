import { z } from 'zod';
import { answerMeeting, cardsOfMeeting, isAskedOf, isComing, meetingOfCard } from '../../api/annual-wheel/index.ts';
import { AuditEntries } from '../../api/audit/index.ts';
import type { Context } from '../../api/context.ts';
import { verb, type Verbs } from '../actions/index.ts';
import { cardKey } from '../cards/index.ts';
import { createCardFollower, editMade, type CardFollower, type EditCard } from '../sending/index.ts';
import { answerMeetingVerb, meetingCardFor } from './meeting-card.ts';

/** Answers the invitation; if cancelled or held since, the card says so. */
const answerMeetingAction = verb({
  data: z.object({ subjectKey: cardKey, reply: z.enum(['yes', 'maybe', 'no']) }),
  isFor: (context, actor, { subjectKey }) => isAskedOf(context, subjectKey, actor.personId),
  run: async (context, actor, { subjectKey, reply }) => {
    const meeting = meetingOfCard(context, subjectKey);
    if (meeting && isComing(context, meeting)) await answerMeeting(context, actor, { meetingKey: meeting.key, reply });
    return meetingCardFor(context, subjectKey, actor.personId);
  },
});

/** Meeting buttons. */
export const meetingVerbs: Verbs = { [answerMeetingVerb]: answerMeetingAction };

const ofAll: ReadonlySet<string> = new Set(['changeMeeting', 'cancelMeeting', 'recordAttendance']);

/** When a meeting is changed, called off or held, its cards show it; an answer given elsewhere shows on the own. */
export const createMeetingFollower = (context: Context, editCard: EditCard): CardFollower =>
  createCardFollower({
    context,
    name: 'meeting-acts',
    list: AuditEntries,
    run: async ({ title, subjectKey: meetingKey, actorId }) => {
      if (!ofAll.has(title) && title !== 'answerMeeting') return;
      for (const { subjectKey, personId } of cardsOfMeeting(context, meetingKey))
        if (ofAll.has(title) || personId === actorId)
          await editMade(editCard, subjectKey, personId, () => meetingCardFor(context, subjectKey, personId));
    },
  });
