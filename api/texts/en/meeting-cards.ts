import type { TextsOf } from '../catalogue.ts';
import type { meetingCards as da } from '../da/meeting-cards.ts';

export const meetingCards: TextsOf<typeof da> = {
  summary: '{{title}} on {{date}} at {{time}}. Will you attend?',
  movedSummary: '{{title}} has been moved to {{date}} at {{time}}. Will you attend?',
  moved: 'The meeting has been moved. This is the new time, so please answer again.',
  when: 'When',
  whenText: '{{date}} at {{time}}, {{minutes}} minutes',
  where: 'Where',
  agenda: 'Agenda',
  ask: 'Will you attend?',
  change: 'If your plans change, choose another answer.',
  reply: { yes: 'I will attend', maybe: 'Maybe', no: 'I cannot attend' },
  said: {
    yes: 'You have answered that you will attend.',
    maybe: 'You have answered maybe.',
    no: 'You have answered that you cannot attend.',
  },
  open: 'See the meeting',
  all: 'See the network meetings',
  cancelled: { title: '{{title}} on {{date}} is cancelled', text: 'You do not need to do anything.' },
  over: {
    title: '{{title}} on {{date}} has been held',
    text: 'The minutes will be on the meeting’s page once they have been added.',
  },
  gone: { title: 'You are no longer invited to the meeting', text: 'You do not need to do anything.' },
};
