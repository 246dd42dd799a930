import { calendarRoutes, maySeeWheel, meetingRoutes, planRoutes, wheelRoutes } from '../../api/annual-wheel/index.ts';
import { adviceRoutes } from '../../api/advice/index.ts';
import { agendaRoutes, maySeeApprovals, requestRoutes } from '../../api/approvals/index.ts';
import { assetRoutes, maySeeRisks } from '../../api/assets/index.ts';
import { importRoutes, learningRoutes, vivaRoutes } from '../../api/awareness/index.ts';
import {
  contingencyOverviewRoutes,
  downtimeRoutes,
  packRoutes,
  planReferencesTo,
  planRoutes as contingencyPlanRoutes,
  pocketRoutes,
  testRoutes,
} from '../../api/contingency/index.ts';
import { serviceReferencesTo, serviceRoutes } from '../../api/critical-services/index.ts';
import { deliveriesRoutes } from '../../api/deliveries/index.ts';
import { findRoutes } from '../../api/find/index.ts';
import type { Route } from '../../api/http/index.ts';
import { figureRoutes, firstBoardOf, maySeeFigures } from '../../api/figures/index.ts';
import { governanceRoutes, mayKeepOrientation } from '../../api/governance/index.ts';
import { incidentRoutes } from '../../api/incidents/index.ts';
import { initiativeRoutes } from '../../api/initiatives/index.ts';
import { findingsOfControl, inspectionRoutes } from '../../api/inspections/index.ts';
import { personDataRoutes } from '../../api/person-data/index.ts';
import { personalLists } from './personal-lists.ts';
import { retentionRoutes } from '../../api/retention/index.ts';
import { trailRoutes } from '../../api/trail/index.ts';
import { maySeeSheets, signSheetRoutes } from '../../api/sign-sheets/index.ts';
import { appointmentRoutes } from '../../api/appointments/index.ts';
import { maySeeMeasures, measureRoutes } from '../../api/measures/index.ts';
import { nothingRunning, operationsRoutes, type OperationsLook } from '../../api/operations/index.ts';
import { listsOfSources, maySeeCentres, obligationsOf, obligationsRoutes } from '../../api/obligations/index.ts';
import { ownershipRoutes, ownsAssets } from '../../api/ownership/index.ts';
import { organisationRoutes, type Mine } from '../../api/organisation/index.ts';
import {
  mayPublishPolicy,
  maySeeCoverage,
  policyApprovalRoutes,
  policyRoutes,
  policyVersion,
} from '../../api/policy/index.ts';
import { reportRoutes } from '../../api/reports/index.ts';
import { procedureRoutes } from '../../api/procedures/index.ts';
import { remindersRoutes } from '../../api/reminders/index.ts';
import {
  assessmentRoutes,
  assetReferencesOf,
  assetStatusOf,
  controlUsersOf,
  overviewRoutes,
  registerRoutes,
  riskScaleRoutes,
  treatmentRoutes,
} from '../../api/risks/index.ts';
import { statusReportRoutes } from '../../api/status-reports/index.ts';
import { standardsRoutes } from '../../api/standards/index.ts';
import { allLists } from './lists.ts';
import { calledByTitle, trailedLists } from './trailed-lists.ts';

/** All routes of the API. `look` is the serving program's status, `comingFor` its promises. */
export const routesWith = (
  look: () => OperationsLook | Promise<OperationsLook>,
  comingFor: Mine['comingFor'],
): readonly Route[] => [
  ...organisationRoutes({
    obligationsOf: (context, actor) => obligationsOf(context, actor.personId),
    listsOfObligations: listsOfSources,
    seesCentres: maySeeCentres,
    seesCoverage: maySeeCoverage,
    publishesPolicy: mayPublishPolicy,
    seesWheel: maySeeWheel,
    seesApprovals: maySeeApprovals,
    seesMeasures: maySeeMeasures,
    seesFigures: maySeeFigures,
    informsCouncil: mayKeepOrientation,
    boardOf: firstBoardOf,
    seesRisks: maySeeRisks,
    seesPeople: maySeeSheets,
    ownsAssets,
    ...(comingFor ? { comingFor } : {}),
  }),
  ...obligationsRoutes,
  ...requestRoutes,
  ...agendaRoutes,
  ...policyRoutes,
  ...policyApprovalRoutes,
  ...wheelRoutes,
  ...planRoutes({ policyVersion }),
  ...meetingRoutes,
  ...calendarRoutes,
  ...learningRoutes,
  ...importRoutes,
  ...vivaRoutes,
  ...procedureRoutes,
  ...measureRoutes,
  ...appointmentRoutes,
  ...assetRoutes({
    statusOf: assetStatusOf,
    referencesTo: (context, assetKey, language, { risks }) => [
      ...serviceReferencesTo(context, assetKey),
      ...planReferencesTo(context, assetKey, language),
      ...(risks ? assetReferencesOf(context, assetKey, language) : []),
    ],
  }),
  ...standardsRoutes({
    usedBy: (context, controlKey, actor) => [
      ...controlUsersOf(context, controlKey, actor),
      ...findingsOfControl(context, controlKey, actor),
    ],
  }),
  ...riskScaleRoutes,
  ...assessmentRoutes,
  ...registerRoutes,
  ...treatmentRoutes,
  ...overviewRoutes,
  ...serviceRoutes,
  ...contingencyPlanRoutes,
  ...testRoutes,
  ...downtimeRoutes,
  ...packRoutes,
  ...pocketRoutes,
  ...contingencyOverviewRoutes,
  ...ownershipRoutes,
  ...remindersRoutes,
  ...signSheetRoutes,
  ...incidentRoutes,
  ...figureRoutes,
  ...governanceRoutes,
  ...reportRoutes,
  ...trailRoutes(allLists.filter(({ name }) => name in trailedLists || calledByTitle.includes(name))),
  ...retentionRoutes,
  ...personDataRoutes(personalLists),
  ...findRoutes,
  ...inspectionRoutes,
  ...initiativeRoutes,
  ...statusReportRoutes,
  ...adviceRoutes,
  ...deliveriesRoutes,
  ...operationsRoutes(look),
];

/** The same table without a running program: for OpenAPI and the role test. */
export const allRoutes = routesWith(() => nothingRunning, undefined);
