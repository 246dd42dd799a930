import type { TextsOf } from '../catalogue.ts';
import type { noAccess as da } from '../da/no-access.ts';

export const noAccess: TextsOf<typeof da> = {
  home: 'Go to My overview',
  go: 'Go to {{page}}',
  page: {
    mine: 'When it is down',
    tasks: 'My tasks',
    procedures: 'Procedures and guidelines',
    wishes: 'When do you want to be reminded?',
    incidents: 'Incidents',
    appointments: 'Appointments',
  },
  unknown: 'We cannot find you yet',
  missing: { title: 'This page does not exist' },
  over: 'It no longer exists',
  ask: 'If you need access, ask your ISK or the security team.',
  other: 'This page is for those responsible for this area.',
  part: 'This page is for those responsible for this area. You can see the rest.',
  edit: { text: 'You can read it, but only others can change it.', go: 'Open it as read-only' },
  contingency:
    'This page is for those responsible for contingency. What you need yourself when a system does not work is under When it is down.',
  handOvers:
    'This page is for those who hand over work and those who receive it. Anything handed over to you is under My tasks.',
  risks: 'This page is for those responsible for risks. If you need to assess or do something, it is under My tasks.',
  standards:
    'This page is for those responsible for requirements and controls. If you need to do something, it is under My tasks.',
  approvals:
    'This page is for those who approve and send for approval. If you need to decide something, it is under My tasks.',
  inspections:
    'The inspection is visible to those who carry it out, and to the unit’s ISK and manager. If you need to put something right, it is under My tasks.',
  wheel: 'This page is for those responsible for the year’s work. Your own tasks are under My tasks.',
  measures:
    'This page is for those who propose and decide on measures. If you need to do something, it is under My tasks.',
  figures: 'This page is for those who follow up on information security. Your own tasks are under My tasks.',
  operations: 'This page is for those who administer Sikkerhedshjulet. Your own information is in My overview.',
  reminders:
    'This page is for those who decide how often people are reminded. You choose when you are reminded yourself under My tasks.',
  centre: 'This page is for centre managers and ISKs. See who to ask in your centre under Organisation.',
  policy: 'This page is for those who write the policy and follow up on it. You can read the policy itself.',
  procedures:
    'This page is for those who write procedures and follow up on them. You can read the procedures that apply to you.',
  learning: 'This page is for those responsible for courses. Your own courses are under E-learning.',
  organisation:
    'This page is for those who appoint people to roles. See who is responsible for what under Organisation.',
  incidents:
    'This page is for the CISO and the security team, who decide what the bot answers. Incidents you have reported are under Incidents.',
};
