import type { CentreId, PersonId } from '../kernel/index.ts';
import { choice, defineList, id, longText, moment, optional, text, type RecordIn, coded } from '../sharepoint/index.ts';
import { incidentKinds, incidentStates } from './vocabulary.ts';

/** An incident, as reported in the chat. */
export const Incidents = defineList('Incidents', {
  editedBy: 'program',
  describe: 'Accidents that employees told of in the chat: who, when, what, and who takes it (R2, R16).',
  columns: {
    title: coded(text('What kind it is')),
    kind: choice(incidentKinds, 'What happened'),
    state: choice(incidentStates, 'Open, taken by somebody, or closed'),
    text: longText('What the reporter wrote, without CPR numbers'),
    reportedBy: id<PersonId>('Who told of it'),
    reportedAt: moment('When it was told'),
    centreId: optional(id<CentreId>('Centre of the reporter then')),
    cardId: optional(id<string>('The message in the reporter’s chat that shows what became of it')),
    takenBy: optional(id<PersonId>('Who takes it')),
    takenAt: optional(moment('When it was taken')),
    closedBy: optional(id<PersonId>('Who closed it')),
    closedAt: optional(moment('When it was closed')),
  },
});
export type Incident = RecordIn<typeof Incidents>;

/** The municipality's texts instead of the built-in ones. One item a kind, and `all` for every kind. */
export const IncidentGuides = defineList('IncidentGuides', {
  describe: 'First steps and numbers to call when something has happened, where the municipality has its own (R7).',
  columns: {
    title: coded(text('Kind of accident, or all')),
    firstStep: longText('First step in Danish; empty: as shipped'),
    firstStepEnglish: longText('First step in English; empty: as shipped'),
    callName: text('Who is called, e.g. Servicedesk'),
    callPhone: text('Phone in working hours'),
    nightPhone: text('Phone outside working hours'),
    changedAt: moment('When it was changed'),
    changedBy: id<PersonId>('Who changed it'),
  },
});
export type IncidentGuide = RecordIn<typeof IncidentGuides>;
