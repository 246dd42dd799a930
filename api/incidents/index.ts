/** Accidents and violence at work: reported to the ISK by one press in the chat (R2, R16). Uses contingency for calls. */
export { Incidents, IncidentGuides, type Incident, type IncidentGuide } from './incident-list.ts';
export { incidentKinds, longest, mayBeBreach, type IncidentKind } from './vocabulary.ts';
export { cprMark, findIncident, incidentKeyOf, incidentPath, incidentsPath, openOf, withoutCpr } from './incidents.ts';
export { tellingOf, toldOf, type Told } from './told.ts';
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
export { guideFor, type Called, type Guide } from './guides.ts';
export { notifyByOf } from './incident-views.ts';
export { incidentRoutes } from './routes.ts';
