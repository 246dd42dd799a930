import type { TextsOf } from '../catalogue.ts';
import type { meetingCards as da } from '../da/meeting-cards.ts';

export const meetingCards: TextsOf<typeof da> = {
  summary: '{{title}} on {{date}} at {{time}}. Will you come?',
  movedSummary: '{{title}} is moved to {{date}} at {{time}}. Will you come?',
  moved: 'The meeting is moved. This is the new time, so please answer again.',
  when: 'When',
  whenText: '{{date}} at {{time}}, {{minutes}} minutes',
  where: 'Where',
  agenda: 'Agenda',
  ask: 'Will you come?',
  change: 'If your plans change, choose another answer.',
  reply: { yes: 'I will come', maybe: 'Maybe', no: 'I cannot' },
  said: {
    yes: 'You have answered that you will come.',
    maybe: 'You have answered maybe.',
    no: 'You have answered that you cannot.',
  },
  open: 'See the meeting',
  all: 'See the network meetings',
  cancelled: { title: '{{title}} on {{date}} is called off', text: 'You need not do more.' },
  over: {
    title: '{{title}} on {{date}} was held',
    text: 'The minutes are on the page of the meeting once they are there.',
  },
  gone: { title: 'You are not invited to the meeting any more', text: 'You need not do more.' },
};
