import type { TextsOf } from '../catalogue.ts';
import type { elsewhere as da } from '../da/elsewhere.ts';

export const elsewhere: TextsOf<typeof da> = {
  home: 'Go to My overview',
  go: 'Go to {{page}}',
  page: {
    mine: 'When it is down',
    tasks: 'My tasks',
    procedures: 'Procedures and guidelines',
    wishes: 'When do you want to be reminded?',
    incidents: 'Incidents',
  },
  missing: { title: 'This page does not exist' },
  ask: 'If you need access, ask your ISK or the security team.',
  other: 'The page is for those who have the task.',
  part: 'The page is for those who have the task. You can see the rest.',
  edit: { text: 'You can read it, but it is others who change it.', go: 'Read it without changing it' },
  contingency:
    'The page is for those who look after contingency. What you need yourself when a system does not work is in When it is down.',
  handOvers:
    'The page is for those who hand work over and those who got it. What you have got yourself stands in My tasks.',
  risks:
    'The page is for those who look after risks. If there is something for you to assess or do, it is in My tasks.',
  standards:
    'The page is for those who look after requirements and controls. If there is something for you to do, it is in My tasks.',
  approvals:
    'The page is for those who approve and send for approval. If there is something for you to decide, it is in My tasks.',
  inspections:
    'The inspection is seen by those who carry it out, and by the ISK and manager of the unit. If there is something for you to put right, it is in My tasks.',
  wheel: 'The page is for those who look after the year’s work. Your own tasks are in My tasks.',
  measures:
    'The page is for those who propose and decide measures. If there is something for you to do, it is in My tasks.',
  figures: 'The page is for those who follow up on information security. What is yours stands in My tasks.',
  operations: 'The page is for those who look after Sikkerhedshjulet. What is yours is in My overview.',
  reminders:
    'The page is for those who decide how often people are reminded. When you are reminded yourself is chosen under My tasks.',
  centre: 'The page is for centre managers and ISKs. Whom to ask in your centre is shown in Organisation.',
  policy: 'The page is for those who write the policy and follow it up. You can read the policy itself.',
  procedures:
    'The page is for those who write procedures and follow them up. You can read the procedures that apply to you.',
  learning: 'The page is for those who look after the courses. Your own courses are in E-learning.',
  organisation: 'The page is for those who appoint people to roles. Who has which task is shown in Organisation.',
  incidents:
    'The page is for the CISO and the security team, who decide what the bot answers. What you have reported yourself stands under Incidents.',
};
