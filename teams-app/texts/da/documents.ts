import { deliveries } from './deliveries.ts';

/** What stands in files and beside receipts. */
export const documents = {
  receipt: {
    carriedOver: 'Overført fra version {{number}}, fordi ændringen siden er mindre.',
    movedTo: 'Flyttet til {{centre}}.',
  },
  coverage: {
    fileName: 'Politik {{number}} - dækning',
    centresSheet: 'Centre',
    peopleSheet: 'Medarbejdere',
    centre: 'Center',
    people: 'Medarbejdere',
    acknowledged: 'Har bekræftet',
    missing: 'Mangler',
    percent: 'Andel i procent',
    previousPercent: 'Sidste version i procent',
    whole: 'Hele kommunen',
    noCentre: 'Uden center',
    name: 'Navn',
    jobTitle: 'Stilling',
    hiredOn: 'Ansat',
    outcome: 'Status',
    at: 'Bekræftet',
    due: 'Frist',
    how: 'Hvordan',
    note: 'Bemærkning',
  },
  obligations: {
    fileName: 'Opgaver {{date}}',
    sheet: 'Opgaver',
    name: 'Navn',
    jobTitle: 'Stilling',
    centre: 'Center',
    kind: 'Slags',
    what: 'Opgave',
    due: 'Frist',
    state: 'Status',
    since: 'Siden',
    why: 'Bemærkning',
    noCentre: 'Uden center',
    states: { open: 'Skal gøres', overdue: 'Over tiden', paused: 'På pause', done: 'Gjort' },
    passed: {
      handedOver: 'Overdraget fra {{name}}',
      onLeave: '{{name}} er på orlov',
      left: '{{name}} er fratrådt',
      vacant: 'Ingen er udpeget til opgaven',
    },
  },
  outcome: {
    acknowledged: 'Bekræftet',
    carriedOver: 'Overført fra en tidligere version',
    missing: 'Mangler',
  },
  channel: { card: 'Kort i Teams', tab: 'I appen', system: 'Automatisk' },
  /** The same words as in the tab. */
  delivery: deliveries.state,
} as const;
