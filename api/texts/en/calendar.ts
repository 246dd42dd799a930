import type { TextsOf } from '../catalogue.ts';
import type { calendar as da } from '../da/calendar.ts';

export const calendar: TextsOf<typeof da> = {
  name: 'Information security tasks ({{organisation}})',
  button: 'Show my tasks in Outlook',
  title: 'My tasks in Outlook',
  text: 'You get a link that is yours alone. Outlook fetches your tasks and network meetings automatically and keeps them up to date.',
  has: 'You made a link on {{date}}. For security reasons it cannot be shown again, but you can make a new one.',
  address: 'Your link',
  step1: 'Copy the link.',
  step2: 'Open the calendar in Outlook, choose Add calendar and then Subscribe from web.',
  step3: 'Paste the link, give the calendar a name, and choose Import.',
  secret:
    'Do not share the link: anyone who has it can see the titles and due dates of your tasks. Stop it if it has been shared by mistake.',
  make: 'Make my link',
  makeNew: 'Make a new link',
  making: 'Making the link',
  stop: 'Stop the link',
  stopping: 'Stopping',
  stopped: 'The link no longer works.',
};
