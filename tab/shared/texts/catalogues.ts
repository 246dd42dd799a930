import type { approvals } from '../../../api/texts/da/approvals.ts';
import type { meanwhile } from '../../../api/texts/da/meanwhile.ts';
import type { ownership } from '../../../api/texts/da/ownership.ts';
import type { writing } from '../../../api/texts/da/writing.ts';
import type { signSheets } from '../../../api/texts/da/sign-sheets.ts';
import type { appointments } from '../../../api/texts/da/appointments.ts';
import type { measures } from '../../../api/texts/da/measures.ts';
import type { procedures } from '../../../api/texts/da/procedures.ts';
import type { awareness } from '../../../api/texts/da/awareness.ts';
import type { calendar } from '../../../api/texts/da/calendar.ts';
import type { common } from '../../../api/texts/da/common.ts';
import type { deliveries } from '../../../api/texts/da/deliveries.ts';
import type { retention } from '../../../api/texts/da/retention.ts';
import type { collecting } from '../../../api/texts/da/collecting.ts';
import type { trail } from '../../../api/texts/da/trail.ts';
import type { figures } from '../../../api/texts/da/figures.ts';
import type { files } from '../../../api/texts/da/files.ts';
import type { governance } from '../../../api/texts/da/governance.ts';
import type { find } from '../../../api/texts/da/find.ts';
import type { home } from '../../../api/texts/da/home.ts';
import type { kinds } from '../../../api/texts/da/kinds.ts';
import type { obligations } from '../../../api/texts/da/obligations.ts';
import type { operations } from '../../../api/texts/da/operations.ts';
import type { organisation } from '../../../api/texts/da/organisation.ts';
import type { policy } from '../../../api/texts/da/policy.ts';
import type { reminders } from '../../../api/texts/da/reminders.ts';
import type { roles } from '../../../api/texts/da/roles.ts';
import type { wheel } from '../../../api/texts/da/wheel.ts';
import type { assets } from '../../../api/texts/da/assets.ts';
import type { riskOverview } from '../../../api/texts/da/risk-overview.ts';
import type { riskAssessment } from '../../../api/texts/da/risk-assessment.ts';
import type { riskTreatment } from '../../../api/texts/da/risk-treatment.ts';
import type { risks } from '../../../api/texts/da/risks.ts';
import type { contingency } from '../../../api/texts/da/contingency.ts';
import type { criticalServices } from '../../../api/texts/da/critical-services.ts';
import type { contingencyPlans } from '../../../api/texts/da/contingency-plans.ts';
import type { contingencyOverview } from '../../../api/texts/da/contingency-overview.ts';
import type { contingencyTests } from '../../../api/texts/da/contingency-tests.ts';
import type { downtime } from '../../../api/texts/da/downtime.ts';
import type { offlinePacks } from '../../../api/texts/da/offline-packs.ts';
import type { incidents } from '../../../api/texts/da/incidents.ts';
import type { advice } from '../../../api/texts/da/advice.ts';
import type { statusReports } from '../../../api/texts/da/status-reports.ts';
import type { initiatives } from '../../../api/texts/da/initiatives.ts';
import type { inspections } from '../../../api/texts/da/inspections.ts';
import type { inspectionPages } from '../../../api/texts/da/inspection-pages.ts';
import type { incidentPages } from '../../../api/texts/da/incident-pages.ts';
import type { pocket } from '../../../api/texts/da/pocket.ts';
import type { elsewhere } from '../../../api/texts/da/elsewhere.ts';
import type { standards } from '../../../api/texts/da/standards.ts';
import type { KeysOf } from '../../../api/texts/catalogue.ts';

/** The Danish reference decides which keys exist; English has the same (tested). */
export type TextKey = KeysOf<{
  approvals: typeof approvals;
  meanwhile: typeof meanwhile;
  ownership: typeof ownership;
  writing: typeof writing;
  signSheets: typeof signSheets;
  measures: typeof measures;
  appointments: typeof appointments;
  procedures: typeof procedures;
  awareness: typeof awareness;
  calendar: typeof calendar;
  common: typeof common;
  deliveries: typeof deliveries;
  figures: typeof figures;
  retention: typeof retention;
  collecting: typeof collecting;
  trail: typeof trail;
  files: typeof files;
  find: typeof find;
  governance: typeof governance;
  home: typeof home;
  kinds: typeof kinds;
  obligations: typeof obligations;
  operations: typeof operations;
  organisation: typeof organisation;
  policy: typeof policy;
  reminders: typeof reminders;
  roles: typeof roles;
  wheel: typeof wheel;
  assets: typeof assets;
  riskOverview: typeof riskOverview;
  riskAssessment: typeof riskAssessment;
  riskTreatment: typeof riskTreatment;
  risks: typeof risks;
  standards: typeof standards;
  contingency: typeof contingency;
  criticalServices: typeof criticalServices;
  contingencyPlans: typeof contingencyPlans;
  contingencyOverview: typeof contingencyOverview;
  contingencyTests: typeof contingencyTests;
  downtime: typeof downtime;
  offlinePacks: typeof offlinePacks;
  incidents: typeof incidents;
  incidentPages: typeof incidentPages;
  advice: typeof advice;
  statusReports: typeof statusReports;
  initiatives: typeof initiatives;
  inspections: typeof inspections;
  inspectionPages: typeof inspectionPages;
  pocket: typeof pocket;
  elsewhere: typeof elsewhere;
}>;

/** One file a language and feature, so that a reader loads only what the page says. A feature joins as one row each. */
export const catalogues = {
  da: {
    approvals: () => import('../../../api/texts/da/approvals.ts'),
    meanwhile: () => import('../../../api/texts/da/meanwhile.ts'),
    ownership: () => import('../../../api/texts/da/ownership.ts'),
    writing: () => import('../../../api/texts/da/writing.ts'),
    signSheets: () => import('../../../api/texts/da/sign-sheets.ts'),
    measures: () => import('../../../api/texts/da/measures.ts'),
    appointments: () => import('../../../api/texts/da/appointments.ts'),
    procedures: () => import('../../../api/texts/da/procedures.ts'),
    awareness: () => import('../../../api/texts/da/awareness.ts'),
    calendar: () => import('../../../api/texts/da/calendar.ts'),
    common: () => import('../../../api/texts/da/common.ts'),
    deliveries: () => import('../../../api/texts/da/deliveries.ts'),
    figures: () => import('../../../api/texts/da/figures.ts'),
    retention: () => import('../../../api/texts/da/retention.ts'),
    collecting: () => import('../../../api/texts/da/collecting.ts'),
    trail: () => import('../../../api/texts/da/trail.ts'),
    files: () => import('../../../api/texts/da/files.ts'),
    find: () => import('../../../api/texts/da/find.ts'),
    governance: () => import('../../../api/texts/da/governance.ts'),
    home: () => import('../../../api/texts/da/home.ts'),
    kinds: () => import('../../../api/texts/da/kinds.ts'),
    obligations: () => import('../../../api/texts/da/obligations.ts'),
    operations: () => import('../../../api/texts/da/operations.ts'),
    organisation: () => import('../../../api/texts/da/organisation.ts'),
    policy: () => import('../../../api/texts/da/policy.ts'),
    reminders: () => import('../../../api/texts/da/reminders.ts'),
    roles: () => import('../../../api/texts/da/roles.ts'),
    wheel: () => import('../../../api/texts/da/wheel.ts'),
    assets: () => import('../../../api/texts/da/assets.ts'),
    riskOverview: () => import('../../../api/texts/da/risk-overview.ts'),
    riskAssessment: () => import('../../../api/texts/da/risk-assessment.ts'),
    riskTreatment: () => import('../../../api/texts/da/risk-treatment.ts'),
    risks: () => import('../../../api/texts/da/risks.ts'),
    standards: () => import('../../../api/texts/da/standards.ts'),
    contingency: () => import('../../../api/texts/da/contingency.ts'),
    criticalServices: () => import('../../../api/texts/da/critical-services.ts'),
    contingencyPlans: () => import('../../../api/texts/da/contingency-plans.ts'),
    contingencyOverview: () => import('../../../api/texts/da/contingency-overview.ts'),
    contingencyTests: () => import('../../../api/texts/da/contingency-tests.ts'),
    downtime: () => import('../../../api/texts/da/downtime.ts'),
    offlinePacks: () => import('../../../api/texts/da/offline-packs.ts'),
    incidents: () => import('../../../api/texts/da/incidents.ts'),
    incidentPages: () => import('../../../api/texts/da/incident-pages.ts'),
    advice: () => import('../../../api/texts/da/advice.ts'),
    statusReports: () => import('../../../api/texts/da/status-reports.ts'),
    initiatives: () => import('../../../api/texts/da/initiatives.ts'),
    inspections: () => import('../../../api/texts/da/inspections.ts'),
    inspectionPages: () => import('../../../api/texts/da/inspection-pages.ts'),
    pocket: () => import('../../../api/texts/da/pocket.ts'),
    elsewhere: () => import('../../../api/texts/da/elsewhere.ts'),
  },
  en: {
    approvals: () => import('../../../api/texts/en/approvals.ts'),
    meanwhile: () => import('../../../api/texts/en/meanwhile.ts'),
    ownership: () => import('../../../api/texts/en/ownership.ts'),
    writing: () => import('../../../api/texts/en/writing.ts'),
    signSheets: () => import('../../../api/texts/en/sign-sheets.ts'),
    measures: () => import('../../../api/texts/en/measures.ts'),
    appointments: () => import('../../../api/texts/en/appointments.ts'),
    procedures: () => import('../../../api/texts/en/procedures.ts'),
    awareness: () => import('../../../api/texts/en/awareness.ts'),
    calendar: () => import('../../../api/texts/en/calendar.ts'),
    common: () => import('../../../api/texts/en/common.ts'),
    deliveries: () => import('../../../api/texts/en/deliveries.ts'),
    figures: () => import('../../../api/texts/en/figures.ts'),
    retention: () => import('../../../api/texts/en/retention.ts'),
    collecting: () => import('../../../api/texts/en/collecting.ts'),
    trail: () => import('../../../api/texts/en/trail.ts'),
    files: () => import('../../../api/texts/en/files.ts'),
    find: () => import('../../../api/texts/en/find.ts'),
    governance: () => import('../../../api/texts/en/governance.ts'),
    home: () => import('../../../api/texts/en/home.ts'),
    kinds: () => import('../../../api/texts/en/kinds.ts'),
    obligations: () => import('../../../api/texts/en/obligations.ts'),
    operations: () => import('../../../api/texts/en/operations.ts'),
    organisation: () => import('../../../api/texts/en/organisation.ts'),
    policy: () => import('../../../api/texts/en/policy.ts'),
    reminders: () => import('../../../api/texts/en/reminders.ts'),
    roles: () => import('../../../api/texts/en/roles.ts'),
    wheel: () => import('../../../api/texts/en/wheel.ts'),
    assets: () => import('../../../api/texts/en/assets.ts'),
    riskOverview: () => import('../../../api/texts/en/risk-overview.ts'),
    riskAssessment: () => import('../../../api/texts/en/risk-assessment.ts'),
    riskTreatment: () => import('../../../api/texts/en/risk-treatment.ts'),
    risks: () => import('../../../api/texts/en/risks.ts'),
    standards: () => import('../../../api/texts/en/standards.ts'),
    contingency: () => import('../../../api/texts/en/contingency.ts'),
    criticalServices: () => import('../../../api/texts/en/critical-services.ts'),
    contingencyPlans: () => import('../../../api/texts/en/contingency-plans.ts'),
    contingencyOverview: () => import('../../../api/texts/en/contingency-overview.ts'),
    contingencyTests: () => import('../../../api/texts/en/contingency-tests.ts'),
    downtime: () => import('../../../api/texts/en/downtime.ts'),
    offlinePacks: () => import('../../../api/texts/en/offline-packs.ts'),
    incidents: () => import('../../../api/texts/en/incidents.ts'),
    incidentPages: () => import('../../../api/texts/en/incident-pages.ts'),
    advice: () => import('../../../api/texts/en/advice.ts'),
    statusReports: () => import('../../../api/texts/en/status-reports.ts'),
    initiatives: () => import('../../../api/texts/en/initiatives.ts'),
    inspections: () => import('../../../api/texts/en/inspections.ts'),
    inspectionPages: () => import('../../../api/texts/en/inspection-pages.ts'),
    pocket: () => import('../../../api/texts/en/pocket.ts'),
    elsewhere: () => import('../../../api/texts/en/elsewhere.ts'),
  },
} as const;
export type CatalogueName = keyof (typeof catalogues)['da'];
