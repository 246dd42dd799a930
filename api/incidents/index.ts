/**
 * Accidents and violence at work: reported to the ISK by one press in the chat (R2, R16). Uses contingency for calls.
 */
export { Incidents, IncidentGuides, type Incident } from './incident-list.ts';
export { incidentKinds, type IncidentKind } from './vocabulary.ts';
export { cprMark, findIncident, incidentKeyOf, incidentPath, incidentsPath, openIncidents } from './incidents.ts';
export { tellingOf, toldOf } from './told.ts';
export { maySeeIncident, mayTakeIncident } from './permissions.ts';
export {
  incidentKind,
  incidentOfSubject,
  incidentReceiptKind,
  incidentTakenKind,
  receiptSubject,
  takenSubject,
} from './campaigns.ts';
export { reportIncident } from './report-incident.ts';
export { takeIncident } from './take-incident.ts';
export { continueIncidents, textKeptDays } from './continue-incidents.ts';
export { guideFor } from './guides.ts';
export { notifyDeadline, yearReported } from './incident-views.ts';
export { incidentRoutes } from './routes.ts';
