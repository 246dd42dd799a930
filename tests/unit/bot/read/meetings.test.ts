import { it } from 'vitest';
import { NetworkMeetings } from '../../../../api/annual-wheel/index.ts';
import { answerMeeting, cancelMeeting } from '../../../../api/annual-wheel/meetings/answer-meeting.ts';
import { callMeeting, changeMeeting } from '../../../../api/annual-wheel/meetings/save-meeting.ts';
import { inviteTo } from '../../../../api/annual-wheel/meetings/meeting-campaign.ts';
import { meetingOrThrow } from '../../../../api/annual-wheel/meetings/save-meeting.ts';
import { People } from '../../../../api/organisation/index.ts';
import { meetingCardFor } from '../../../../bot/annual-wheel/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, person, the } from '../../organisation/builders.ts';
import { readCards } from './as-read.ts';

it('cards about meetings of the network read as they are approved', async () => {
  await readCards(async (look, language) => {
    const town = await aTown();
    const context = { ...town.context, texts: translator };
    await context.list(People).update('isk-nord', () => ({ language }));
    const body = {
      ...{ title: 'Netværksmøde for ISK’er', on: '2026-12-10', startsAt: '09:30', minutes: 90 },
      ...{ place: 'Rådhuset, lokale 2.14', agenda: ['Nyt fra sikkerhedsteamet', 'Øvelser i foråret'] },
    };
    const key = await callMeeting(context, the(context, 'ciso'), body);
    await inviteTo(context, meetingOrThrow(context, key));
    const card = (subject = key) => meetingCardFor(context, subject, person('isk-nord'));
    look('it is called', card());
    await answerMeeting(context, the(context, 'isk-nord'), { meetingKey: key, reply: 'yes' });
    look('one has said yes', card());
    town.setNow('2026-11-25T09:00:00Z');
    await changeMeeting(context, the(context, 'ciso'), key, { ...body, on: '2026-12-11' });
    look('it was moved', card(`${key}_moved20261125`));
    await cancelMeeting(context, the(context, 'ciso'), key);
    look('it is called off', card());
    await context.list(NetworkMeetings).update(key, () => ({ cancelledAt: undefined }));
    town.setNow('2026-12-12T09:00:00Z');
    look('it was held', card());
    look('somebody is invited no longer', meetingCardFor(context, 'no-meeting', person('isk-nord')));
  });
});
