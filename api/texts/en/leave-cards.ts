import type { TextsOf } from '../catalogue.ts';
import type { leaveCards as da } from '../da/leave-cards.ts';

export const leaveCards: TextsOf<typeof da> = {
  title: '{{name}} has recorded that you are on leave',
  ownTitle: 'You are recorded as on leave',
  summary: '{{title}} from {{from}} to {{to}}. If that is wrong, end the leave with one press.',
  from: 'First day',
  to: 'Last day',
  by: 'Recorded by',
  votes: 'If you sit in a committee or another body that approves, your deputy votes for you meanwhile.',
  tasks: 'Your tasks go on to colleagues. What only you can do waits for you, and you get no reminders.',
  ask: 'If you are not on leave, press the button. You have your vote and your tasks again at once.',
  end: 'I am not on leave',
  open: 'See My overview',
  changed: 'The leave was recorded again after the card came. This is what holds now.',
  endedTitle: 'You are not on leave',
  endedByYou: 'You have ended the leave.',
  endedBy: '{{name}} has ended the leave.',
  over: 'The leave is over.',
  back: 'You have your vote and your tasks again. What your deputy has voted meanwhile still holds.',
  gone: 'You are not recorded as on leave any more.',
  standIn: {
    title: 'You stand in for {{name}}',
    summary: '{{title}} from {{from}} to {{to}}.',
    means:
      'In the time you have the tasks that others can do, and you vote where an ISK or a manager approves. Each task says whom it is from. Afterwards all of it goes back by itself.',
    cannot: 'If you cannot, tell {{name}} or your manager. They can choose somebody else.',
    open: 'See My tasks',
    overTitle: 'You no longer stand in',
    over: 'The tasks are back where they were. What you have done and voted in the time still holds.',
  },
};
