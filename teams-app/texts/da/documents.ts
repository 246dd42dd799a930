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
  outcome: {
    acknowledged: 'Bekræftet',
    carriedOver: 'Overført fra en tidligere version',
    missing: 'Mangler',
  },
  channel: { card: 'Kort i Teams', tab: 'I appen', system: 'Automatisk' },
  /** The same words as in the tab. */
  delivery: deliveries.state,
} as const;
