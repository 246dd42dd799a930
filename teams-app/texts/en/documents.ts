import type { TextsOf } from '../catalogue.ts';
import type { documents as da } from '../da/documents.ts';
import { deliveries } from './deliveries.ts';

export const documents: TextsOf<typeof da> = {
  receipt: {
    carriedOver: 'Carried over from version {{number}}, since the change is minor.',
    movedTo: 'Moved to {{centre}}.',
  },
  coverage: {
    fileName: 'Policy {{number}} - coverage',
    centresSheet: 'Centres',
    peopleSheet: 'Employees',
    centre: 'Centre',
    people: 'Employees',
    acknowledged: 'Have acknowledged',
    missing: 'Missing',
    percent: 'Share in per cent',
    previousPercent: 'Last version in per cent',
    whole: 'The whole municipality',
    noCentre: 'Without a centre',
    name: 'Name',
    jobTitle: 'Job title',
    hiredOn: 'Hired',
    outcome: 'Status',
    at: 'Acknowledged',
    due: 'Due',
    how: 'How',
    note: 'Note',
  },
  obligations: {
    fileName: 'Tasks {{date}}',
    sheet: 'Tasks',
    name: 'Name',
    jobTitle: 'Job title',
    centre: 'Centre',
    kind: 'Kind',
    what: 'Task',
    due: 'Due',
    state: 'Status',
    since: 'Since',
    why: 'Remark',
    noCentre: 'Without a centre',
    states: { open: 'To do', overdue: 'Overdue', paused: 'On hold', done: 'Done' },
    passed: {
      handedOver: 'Handed over from {{name}}',
      onLeave: '{{name}} is on leave',
      left: '{{name}} has left',
      vacant: 'Nobody is appointed to it',
    },
  },
  outcome: {
    acknowledged: 'Acknowledged',
    carriedOver: 'Carried over from an earlier version',
    missing: 'Missing',
  },
  channel: { card: 'Card in Teams', tab: 'In the app', system: 'By itself' },
  /** The same words as in the tab. */
  delivery: deliveries.state,
};
