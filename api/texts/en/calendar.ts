import type { TextsOf } from '../catalogue.ts';
import type { calendar as da } from '../da/calendar.ts';

export const calendar: TextsOf<typeof da> = {
  name: 'Information security tasks ({{organisation}})',
  button: 'Show my tasks in Outlook',
  title: 'My tasks in Outlook',
  text: 'You get a link that is yours alone. Outlook fetches your tasks and network meetings by itself and keeps them up to date.',
  has: 'You made a link on {{date}}. For safety it cannot be shown again, but you can make a new one.',
  address: 'Your link',
  step1: 'Copy the link.',
  step2: 'Open the calendar in Outlook, choose Add calendar and then Subscribe from web.',
  step3: 'Paste the link, give the calendar a name, and choose Import.',
  secret:
    'Do not give the link to others: whoever has it can see titles and due dates of your tasks. Stop it if it has got out.',
  make: 'Make my link',
  makeNew: 'Make a new link',
  making: 'Making the link',
  stop: 'Stop the link',
  stopping: 'Stopping',
  stopped: 'The link does not work any more.',
};
