import { page, pageGroup, pageTable } from '../shared/ui/page-table.tsx';

/**
 * Every page of the tab by its path. Each feature's pages are in a separate file, loaded when the first of them is
 * opened: one table of all would add to the first load.
 */
export const pages = pageTable({
  '/': page(() => import('../home/HomePage.tsx').then((file) => file.HomePage), 'home', 'kinds'),
  '/find': pageGroup(() => import('./find.ts').then((file) => file.findPages)),
  '/tasks/*?': pageGroup(() => import('./obligations.ts').then((file) => file.obligationsPages)),
  '/centre': pageGroup(() => import('./obligations.ts').then((file) => file.obligationsPages)),
  '/operations/*?': pageGroup(() => import('./operations.ts').then((file) => file.operationsPages)),
  '/policy/*?': pageGroup(() => import('./policy.ts').then((file) => file.policyPages)),
  '/sign-sheets/*?': pageGroup(() => import('./sign-sheets.ts').then((file) => file.signSheetPages)),
  '/procedures/*?': pageGroup(() => import('./procedures.ts').then((file) => file.proceduresPages)),
  '/incidents/*?': pageGroup(() => import('./incidents.ts').then((file) => file.incidentsPages)),
  '/inspections/*?': pageGroup(() => import('./inspections.ts').then((file) => file.inspectionsPages)),
  '/learning/*?': pageGroup(() => import('./awareness.ts').then((file) => file.learningPages)),
  '/organisation/*?': pageGroup(() => import('./organisation.ts').then((file) => file.organisationPages)),
  '/wheel/*?': pageGroup(() => import('./annual-wheel.ts').then((file) => file.wheelPages)),
  '/appointments/*?': pageGroup(() => import('./appointments.ts').then((file) => file.appointmentPages)),
  '/measures/*?': pageGroup(() => import('./measures.ts').then((file) => file.measuresPages)),
  '/figures/*?': pageGroup(() => import('./figures.ts').then((file) => file.figurePages)),
  '/approvals/*?': pageGroup(() => import('./approvals.ts').then((file) => file.approvalsPages)),
  '/risks/*?': pageGroup(() => import('./risks.ts').then((file) => file.risksPages)),
  '/contingency/*?': pageGroup(() => import('./contingency.ts').then((file) => file.contingencyPages)),
  '/systems': pageGroup(() => import('./ownership.ts').then((file) => file.ownershipPages)),
  '/hand-overs/*?': pageGroup(() => import('./ownership.ts').then((file) => file.ownershipPages)),
  '/standards/*?': pageGroup(() => import('./standards.ts').then((file) => file.standardsPages)),
});
