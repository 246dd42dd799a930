import type { TextsOf } from '../catalogue.ts';
import type { contingencyTests as da } from '../da/contingency-tests.ts';

export const contingencyTests: TextsOf<typeof da> = {
  title: 'Tests',
  state: { planned: 'Planned', running: 'Running', ended: 'To be evaluated', closed: 'Held', cancelled: 'Called off' },
  result: { passed: 'Passed', failed: 'Not passed' },
  improvementState: { open: 'Under way', overdue: 'Overdue', done: 'Done', cancelled: 'Given up' },
  sheet: {
    fileName: 'Tests {{date}}',
    name: 'Tests',
    improvementsFile: 'Improvements {{date}}',
    improvements: 'Improvements',
    title: 'Test',
    plan: 'Plan',
    system: 'System',
    kind: 'Kind',
    state: 'State',
    on: 'Date',
    leader: 'Leader',
    result: 'Result',
    recovery: 'Running again after, hours',
    open: 'Open improvements',
    improvement: 'Improvement',
    owner: 'Responsible',
    due: 'Due',
    from: 'After',
    note: 'Note',
  },
  proposal: {
    withinMtd: 'Running again within the downtime you can accept',
    within: 'Running again within {{hours}}',
    running: 'Running again',
    title: 'Test of {{plan}}',
    emergencyProcedure: {
      scenario:
        'It is nine on a busy morning. {{system}} does not answer, and nobody knows when it will work again. You must carry on by the emergency procedure.',
      first: 'Ten minutes in: {{system}} still does not answer. Who does what, and what matters most right now?',
      worse:
        'Half an hour in: the supplier says that it will work tomorrow at the earliest. A colleague cannot find the paper forms. What do you do?',
      back: '{{system}} works again. How do you get what you wrote on paper into the system, and who tells whom?',
    },
    restorePlan: {
      scenario:
        '{{system}} is down, and the fault is not with the users. You must get it running again by the restore plan, and measure how long it takes.',
      first:
        'Ten minutes in: the centres call and ask when {{system}} will work again. What do you answer, and who answers?',
      worse: 'Half an hour in: the newest backup cannot be read. What do you do now, and how much data is lost?',
      back: '{{system}} is running again. How do you know that all data is there, and who vouches for it?',
    },
  },
  card: {
    open: 'Open the test',
    openPlan: 'Read the plan',
    all: 'See all tests',
    invitation: {
      title: 'Test: {{title}}',
      summary: 'You take part in the test {{title}} on {{date}} at {{time}}.',
      ask: 'You take part on {{date}} at {{time}}.',
      lead: 'You lead it on {{date}} at {{time}}.',
      moved: 'The time has changed since the card was sent. This is the right one.',
      kind: 'Kind',
      leader: 'Leader',
      plan: 'Plan',
      scenario: 'What it is about',
      read: 'Read the plan before you begin. On the way you get cards here about what happens, and write back what you do.',
    },
    cancelled: {
      title: 'The test is called off',
      summary: 'The test {{title}} is called off.',
      text: '{{title}} on {{at}} will not be held. You need not do anything.',
      reason: 'Why: {{reason}}',
    },
    begun: {
      running: 'The test is running. The cards about what happens come here in the chat.',
      held: 'The test has been held. There is nothing more for you to do here.',
    },
    gone: { title: 'The test is not there any more', text: 'It has been removed. You need not do anything.' },
    inject: {
      title: 'Happening now: minute {{minute}}',
      summary: 'Test: {{text}}',
      exercise: 'This is an exercise: {{title}}',
      ask: 'What do you do?',
      write: 'Write in the log',
      decided: 'You have written:',
      decision: '{{time}} {{name}}: {{text}}',
      over: 'The test is over. Nothing more can be written here.',
      empty: 'Write what you do first, then press again.',
      thanks: 'It is in the log now.',
    },
  },
};
