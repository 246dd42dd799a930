import { maySeeWheel, meetingPath, NetworkMeetings } from '../../annual-wheel/index.ts';
import { approvalPath, ApprovalRequests, maySeeApproval } from '../../approvals/index.ts';
import type { Translate } from '../../context.ts';
import { incidentPath, Incidents, maySeeIncident, type IncidentKind } from '../../incidents/index.ts';
import {
  findInspection,
  findingPath,
  InspectionFindings,
  inspectionPath,
  Inspections,
  mayReadInspection,
} from '../../inspections/index.ts';
import { localDate } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { ofList } from './of-list.ts';
import { formatDate } from '../../texts/format.ts';

/** Requests, open or decided (R10). */
export const approvalsFound = ofList({
  kind: 'approval',
  list: ApprovalRequests,
  weights: { title: 8, text: 1 },
  isIn: () => true,
  texts: ({ title, summary: text }) => ({ title, text }),
  sees: maySeeApproval,
  about: (_context, t, { submittedAt }, language) => [
    t('find.about.approval', { day: formatDate(localDate(submittedAt), language) }),
  ],
  path: approvalPath,
});

/** Network meetings, by agenda (R16). */
export const meetingsFound = ofList({
  kind: 'meeting',
  list: NetworkMeetings,
  weights: { title: 8, text: 1 },
  isIn: ({ cancelledAt }) => cancelledAt === undefined,
  texts: ({ title, agenda }) => ({ title, text: agenda.join('\n\n') }),
  sees: (_context, actor) => maySeeWheel(actor),
  about: (_context, t, { on, place }, language) => [
    t('find.about.meeting'),
    formatDate(on, language),
    place === '' ? undefined : place,
  ],
  path: meetingPath,
});

/** Visits of units (R16). */
export const inspectionsFound = ofList({
  kind: 'inspection',
  list: Inspections,
  weights: { title: 8, place: 3, text: 1 },
  isIn: ({ state }) => state !== 'cancelled',
  texts: ({ title, place, why, summary }) => ({ title, place, text: [why, summary].join('\n\n') }),
  sees: mayReadInspection,
  about: (context, t, { state, centreId, plannedOn }, language) => [
    t(`inspections.state.${state}`),
    centreRef(context, centreId)?.title,
    formatDate(plannedOn, language),
  ],
  path: inspectionPath,
});

/** Findings of visits (R2, R16). */
export const findingsFound = ofList({
  kind: 'finding',
  list: InspectionFindings,
  weights: { title: 8, text: 1 },
  isIn: () => true,
  texts: ({ title, criterion, seen, cause }) => ({ title, text: [seen, criterion, cause].join('\n\n') }),
  sees: (context, actor, { inspectionKey }) => {
    const visit = findInspection(context, inspectionKey);
    return visit !== undefined && mayReadInspection(context, actor, visit);
  },
  about: (context, t, { grade, centreId }) => [t(`inspections.grade.${grade}`), centreRef(context, centreId)?.title],
  path: findingPath,
});

const nameOf = (t: Translate, kind: IncidentKind): string => t(`incidents.kind.${kind}.name`);

/** Accidents, only for reporters and those who take them (R2). */
export const incidentsFound = ofList({
  kind: 'incident',
  list: Incidents,
  weights: { title: 8, text: 1 },
  isIn: () => true,
  texts: ({ kind, text }, { texts }) => ({ title: `${nameOf(texts('da'), kind)} ${nameOf(texts('en'), kind)}`, text }),
  sees: maySeeIncident,
  title: (t, { kind }) => nameOf(t, kind),
  about: (context, t, { reportedAt, centreId }, language) => [
    t('find.about.incident', { day: formatDate(localDate(reportedAt), language) }),
    centreRef(context, centreId)?.title,
  ],
  path: incidentPath,
});
