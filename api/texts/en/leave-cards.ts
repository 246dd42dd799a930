import type { TextsOf } from '../catalogue.ts';
import type { leaveCards as da } from '../da/leave-cards.ts';

export const leaveCards: TextsOf<typeof da> = {
  title: '{{name}} has recorded that you are on leave',
  ownTitle: 'You are recorded as on leave',
  summary: '{{title}} from {{from}} to {{to}}. If that is wrong, end the leave with one press.',
  from: 'First day',
  to: 'Last day',
  by: 'Recorded by',
  votes: 'If you are a member of a committee or another approving body, your deputy votes for you while you are away.',
  tasks: 'Your tasks go to colleagues. What only you can do waits for you, and you get no reminders.',
  ask: 'If you are not on leave, press the button, and you have your vote and your tasks again at once.',
  end: 'I am not on leave',
  open: 'See My overview',
  changed: 'Your leave has been recorded again since you got the card. This is what applies now.',
  endedTitle: 'You are not on leave',
  endedByYou: 'You have ended the leave.',
  endedBy: '{{name}} has ended the leave.',
  over: 'The leave is over.',
  back: 'You have your tasks again. If a deputy voted for you while you were away, that vote still counts.',
  gone: 'You are no longer recorded as on leave.',
  standIn: {
    title: 'You are deputy for {{name}}',
    summary: '{{title}} from {{from}} to {{to}}.',
    means:
      'In this period you get the tasks that others can do, and you vote where an ISK or a manager approves. Each task says who it is from. Afterwards everything goes back automatically.',
    cannot: 'If you cannot, tell {{name}} or your manager. They can choose somebody else.',
    open: 'See My tasks',
    overTitle: 'You are no longer a deputy',
    over: 'The tasks are back where they were. What you did and voted as deputy still counts.',
  },
};
