import type { TextsOf } from '../catalogue.ts';
import type { home as da } from '../da/home.ts';

export const home: TextsOf<typeof da> = {
  title: 'My overview',
  owe_one: 'You owe one thing',
  owe_other: 'You owe {{count}} things',
  oweNothing: 'You owe nothing',
  oweNothingText: 'When there is something for you, it appears here, and you get a card in Teams.',
  overdue_one: 'One is overdue.',
  overdue_other: '{{count}} are overdue.',
  obligations: 'What you owe',
  dueBy: 'Due {{due}}',
  dueOver: '{{due}}',
  tasks: 'All my tasks',
  allTasks_one: 'See all {{count}} tasks',
  allTasks_other: 'See all {{count}} tasks',
  isk: {
    title: 'Your ISK',
    text: 'Your information-security coordinator helps when you are in doubt or when something has gone wrong.',
    itIsYou: 'You are the information-security coordinator of your centre yourself.',
    none: 'Your centre has no ISK right now. Ask your manager, {{manager}}, or the security team.',
    noneNoManager: 'Your centre has no ISK right now. Ask the security team.',
    noCentre: 'We do not know which centre you belong to. The security team can mend that.',
    manager: 'Your centre manager',
  },
  policy: {
    title: 'The policy',
    version: 'Version {{number}}, in effect from {{date}}',
    acknowledged: 'You acknowledged it on {{moment}}',
    carriedOver: 'Your acknowledgement of an earlier version still counts',
    missing: 'You have not acknowledged it yet',
    read: 'Read the policy',
    none: 'No policy is in force yet.',
  },
  coverage: {
    title: 'How it is going',
    answer: '{{percent}} have acknowledged the policy',
    missing_one: '{{count}} is missing',
    missing_other: '{{count}} are missing',
    nobodyMissing: 'Everyone has acknowledged',
    open: 'See the coverage',
  },
  mine: {
    title: 'When it is down',
    text: 'Your emergency procedures. They can be read without a network too.',
    open: 'Open the emergency procedures',
  },
};
