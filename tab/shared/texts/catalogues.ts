import type { approvals } from '../../../teams-app/texts/da/approvals.ts';
import type { meanwhile } from '../../../teams-app/texts/da/meanwhile.ts';
import type { ownership } from '../../../teams-app/texts/da/ownership.ts';
import type { writing } from '../../../teams-app/texts/da/writing.ts';
import type { signSheets } from '../../../teams-app/texts/da/sign-sheets.ts';
import type { appointments } from '../../../teams-app/texts/da/appointments.ts';
import type { measures } from '../../../teams-app/texts/da/measures.ts';
import type { procedures } from '../../../teams-app/texts/da/procedures.ts';
import type { awareness } from '../../../teams-app/texts/da/awareness.ts';
import type { calendar } from '../../../teams-app/texts/da/calendar.ts';
import type { common } from '../../../teams-app/texts/da/common.ts';
import type { deliveries } from '../../../teams-app/texts/da/deliveries.ts';
import type { retention } from '../../../teams-app/texts/da/retention.ts';
import type { collecting } from '../../../teams-app/texts/da/collecting.ts';
import type { trail } from '../../../teams-app/texts/da/trail.ts';
import type { figures } from '../../../teams-app/texts/da/figures.ts';
import type { files } from '../../../teams-app/texts/da/files.ts';
import type { governance } from '../../../teams-app/texts/da/governance.ts';
import type { find } from '../../../teams-app/texts/da/find.ts';
import type { home } from '../../../teams-app/texts/da/home.ts';
import type { kinds } from '../../../teams-app/texts/da/kinds.ts';
import type { obligations } from '../../../teams-app/texts/da/obligations.ts';
import type { operations } from '../../../teams-app/texts/da/operations.ts';
import type { organisation } from '../../../teams-app/texts/da/organisation.ts';
import type { policy } from '../../../teams-app/texts/da/policy.ts';
import type { reminders } from '../../../teams-app/texts/da/reminders.ts';
import type { roles } from '../../../teams-app/texts/da/roles.ts';
import type { wheel } from '../../../teams-app/texts/da/wheel.ts';
import type { assets } from '../../../teams-app/texts/da/assets.ts';
import type { riskOverview } from '../../../teams-app/texts/da/risk-overview.ts';
import type { riskAssessment } from '../../../teams-app/texts/da/risk-assessment.ts';
import type { riskTreatment } from '../../../teams-app/texts/da/risk-treatment.ts';
import type { risks } from '../../../teams-app/texts/da/risks.ts';
import type { contingency } from '../../../teams-app/texts/da/contingency.ts';
import type { criticalServices } from '../../../teams-app/texts/da/critical-services.ts';
import type { contingencyPlans } from '../../../teams-app/texts/da/contingency-plans.ts';
import type { contingencyOverview } from '../../../teams-app/texts/da/contingency-overview.ts';
import type { contingencyTests } from '../../../teams-app/texts/da/contingency-tests.ts';
import type { downtime } from '../../../teams-app/texts/da/downtime.ts';
import type { offlinePacks } from '../../../teams-app/texts/da/offline-packs.ts';
import type { incidents } from '../../../teams-app/texts/da/incidents.ts';
import type { advice } from '../../../teams-app/texts/da/advice.ts';
import type { statusReports } from '../../../teams-app/texts/da/status-reports.ts';
import type { initiatives } from '../../../teams-app/texts/da/initiatives.ts';
import type { inspections } from '../../../teams-app/texts/da/inspections.ts';
import type { inspectionPages } from '../../../teams-app/texts/da/inspection-pages.ts';
import type { incidentPages } from '../../../teams-app/texts/da/incident-pages.ts';
import type { pocket } from '../../../teams-app/texts/da/pocket.ts';
import type { elsewhere } from '../../../teams-app/texts/da/elsewhere.ts';
import type { standards } from '../../../teams-app/texts/da/standards.ts';
import type { KeysOf } from '../../../teams-app/texts/catalogue.ts';

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
    approvals: () => import('../../../teams-app/texts/da/approvals.ts'),
    meanwhile: () => import('../../../teams-app/texts/da/meanwhile.ts'),
    ownership: () => import('../../../teams-app/texts/da/ownership.ts'),
    writing: () => import('../../../teams-app/texts/da/writing.ts'),
    signSheets: () => import('../../../teams-app/texts/da/sign-sheets.ts'),
    measures: () => import('../../../teams-app/texts/da/measures.ts'),
    appointments: () => import('../../../teams-app/texts/da/appointments.ts'),
    procedures: () => import('../../../teams-app/texts/da/procedures.ts'),
    awareness: () => import('../../../teams-app/texts/da/awareness.ts'),
    calendar: () => import('../../../teams-app/texts/da/calendar.ts'),
    common: () => import('../../../teams-app/texts/da/common.ts'),
    deliveries: () => import('../../../teams-app/texts/da/deliveries.ts'),
    figures: () => import('../../../teams-app/texts/da/figures.ts'),
    retention: () => import('../../../teams-app/texts/da/retention.ts'),
    collecting: () => import('../../../teams-app/texts/da/collecting.ts'),
    trail: () => import('../../../teams-app/texts/da/trail.ts'),
    files: () => import('../../../teams-app/texts/da/files.ts'),
    find: () => import('../../../teams-app/texts/da/find.ts'),
    governance: () => import('../../../teams-app/texts/da/governance.ts'),
    home: () => import('../../../teams-app/texts/da/home.ts'),
    kinds: () => import('../../../teams-app/texts/da/kinds.ts'),
    obligations: () => import('../../../teams-app/texts/da/obligations.ts'),
    operations: () => import('../../../teams-app/texts/da/operations.ts'),
    organisation: () => import('../../../teams-app/texts/da/organisation.ts'),
    policy: () => import('../../../teams-app/texts/da/policy.ts'),
    reminders: () => import('../../../teams-app/texts/da/reminders.ts'),
    roles: () => import('../../../teams-app/texts/da/roles.ts'),
    wheel: () => import('../../../teams-app/texts/da/wheel.ts'),
    assets: () => import('../../../teams-app/texts/da/assets.ts'),
    riskOverview: () => import('../../../teams-app/texts/da/risk-overview.ts'),
    riskAssessment: () => import('../../../teams-app/texts/da/risk-assessment.ts'),
    riskTreatment: () => import('../../../teams-app/texts/da/risk-treatment.ts'),
    risks: () => import('../../../teams-app/texts/da/risks.ts'),
    standards: () => import('../../../teams-app/texts/da/standards.ts'),
    contingency: () => import('../../../teams-app/texts/da/contingency.ts'),
    criticalServices: () => import('../../../teams-app/texts/da/critical-services.ts'),
    contingencyPlans: () => import('../../../teams-app/texts/da/contingency-plans.ts'),
    contingencyOverview: () => import('../../../teams-app/texts/da/contingency-overview.ts'),
    contingencyTests: () => import('../../../teams-app/texts/da/contingency-tests.ts'),
    downtime: () => import('../../../teams-app/texts/da/downtime.ts'),
    offlinePacks: () => import('../../../teams-app/texts/da/offline-packs.ts'),
    incidents: () => import('../../../teams-app/texts/da/incidents.ts'),
    incidentPages: () => import('../../../teams-app/texts/da/incident-pages.ts'),
    advice: () => import('../../../teams-app/texts/da/advice.ts'),
    statusReports: () => import('../../../teams-app/texts/da/status-reports.ts'),
    initiatives: () => import('../../../teams-app/texts/da/initiatives.ts'),
    inspections: () => import('../../../teams-app/texts/da/inspections.ts'),
    inspectionPages: () => import('../../../teams-app/texts/da/inspection-pages.ts'),
    pocket: () => import('../../../teams-app/texts/da/pocket.ts'),
    elsewhere: () => import('../../../teams-app/texts/da/elsewhere.ts'),
  },
  en: {
    approvals: () => import('../../../teams-app/texts/en/approvals.ts'),
    meanwhile: () => import('../../../teams-app/texts/en/meanwhile.ts'),
    ownership: () => import('../../../teams-app/texts/en/ownership.ts'),
    writing: () => import('../../../teams-app/texts/en/writing.ts'),
    signSheets: () => import('../../../teams-app/texts/en/sign-sheets.ts'),
    measures: () => import('../../../teams-app/texts/en/measures.ts'),
    appointments: () => import('../../../teams-app/texts/en/appointments.ts'),
    procedures: () => import('../../../teams-app/texts/en/procedures.ts'),
    awareness: () => import('../../../teams-app/texts/en/awareness.ts'),
    calendar: () => import('../../../teams-app/texts/en/calendar.ts'),
    common: () => import('../../../teams-app/texts/en/common.ts'),
    deliveries: () => import('../../../teams-app/texts/en/deliveries.ts'),
    figures: () => import('../../../teams-app/texts/en/figures.ts'),
    retention: () => import('../../../teams-app/texts/en/retention.ts'),
    collecting: () => import('../../../teams-app/texts/en/collecting.ts'),
    trail: () => import('../../../teams-app/texts/en/trail.ts'),
    files: () => import('../../../teams-app/texts/en/files.ts'),
    find: () => import('../../../teams-app/texts/en/find.ts'),
    governance: () => import('../../../teams-app/texts/en/governance.ts'),
    home: () => import('../../../teams-app/texts/en/home.ts'),
    kinds: () => import('../../../teams-app/texts/en/kinds.ts'),
    obligations: () => import('../../../teams-app/texts/en/obligations.ts'),
    operations: () => import('../../../teams-app/texts/en/operations.ts'),
    organisation: () => import('../../../teams-app/texts/en/organisation.ts'),
    policy: () => import('../../../teams-app/texts/en/policy.ts'),
    reminders: () => import('../../../teams-app/texts/en/reminders.ts'),
    roles: () => import('../../../teams-app/texts/en/roles.ts'),
    wheel: () => import('../../../teams-app/texts/en/wheel.ts'),
    assets: () => import('../../../teams-app/texts/en/assets.ts'),
    riskOverview: () => import('../../../teams-app/texts/en/risk-overview.ts'),
    riskAssessment: () => import('../../../teams-app/texts/en/risk-assessment.ts'),
    riskTreatment: () => import('../../../teams-app/texts/en/risk-treatment.ts'),
    risks: () => import('../../../teams-app/texts/en/risks.ts'),
    standards: () => import('../../../teams-app/texts/en/standards.ts'),
    contingency: () => import('../../../teams-app/texts/en/contingency.ts'),
    criticalServices: () => import('../../../teams-app/texts/en/critical-services.ts'),
    contingencyPlans: () => import('../../../teams-app/texts/en/contingency-plans.ts'),
    contingencyOverview: () => import('../../../teams-app/texts/en/contingency-overview.ts'),
    contingencyTests: () => import('../../../teams-app/texts/en/contingency-tests.ts'),
    downtime: () => import('../../../teams-app/texts/en/downtime.ts'),
    offlinePacks: () => import('../../../teams-app/texts/en/offline-packs.ts'),
    incidents: () => import('../../../teams-app/texts/en/incidents.ts'),
    incidentPages: () => import('../../../teams-app/texts/en/incident-pages.ts'),
    advice: () => import('../../../teams-app/texts/en/advice.ts'),
    statusReports: () => import('../../../teams-app/texts/en/status-reports.ts'),
    initiatives: () => import('../../../teams-app/texts/en/initiatives.ts'),
    inspections: () => import('../../../teams-app/texts/en/inspections.ts'),
    inspectionPages: () => import('../../../teams-app/texts/en/inspection-pages.ts'),
    pocket: () => import('../../../teams-app/texts/en/pocket.ts'),
    elsewhere: () => import('../../../teams-app/texts/en/elsewhere.ts'),
  },
} as const;
export type CatalogueName = keyof (typeof catalogues)['da'];
