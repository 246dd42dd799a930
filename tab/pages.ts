import { page, pageGroup, pageTable } from './shared/ui/page-table.tsx';

/**
 * Every page of the tab by its path. The pages of a feature stand in its own `pages.ts`, which comes when the first of them is
 * opened: the table of all would weigh on everybody's first load.
 */
export const pages = pageTable({
  '/': page(() => import('./home/HomePage.tsx').then((file) => file.HomePage), 'home', 'kinds'),
  '/find': pageGroup(() => import('./find/pages.ts').then((file) => file.findPages)),
  '/tasks/*?': pageGroup(() => import('./obligations/pages.ts').then((file) => file.obligationsPages)),
  '/centre': pageGroup(() => import('./obligations/pages.ts').then((file) => file.obligationsPages)),
  '/operations/*?': pageGroup(() => import('./operations/pages.ts').then((file) => file.operationsPages)),
  '/policy/*?': pageGroup(() => import('./policy/pages.ts').then((file) => file.policyPages)),
  '/sign-sheets/*?': pageGroup(() => import('./sign-sheets/pages.ts').then((file) => file.signSheetPages)),
  '/procedures/*?': pageGroup(() => import('./procedures/pages.ts').then((file) => file.proceduresPages)),
  '/incidents/*?': pageGroup(() => import('./incidents/pages.ts').then((file) => file.incidentsPages)),
  '/inspections/*?': pageGroup(() => import('./inspections/pages.ts').then((file) => file.inspectionsPages)),
  '/learning/*?': pageGroup(() => import('./awareness/pages.ts').then((file) => file.learningPages)),
  '/organisation/*?': pageGroup(() => import('./organisation/pages.ts').then((file) => file.organisationPages)),
  '/wheel/*?': pageGroup(() => import('./annual-wheel/pages.ts').then((file) => file.wheelPages)),
  '/appointments/*?': pageGroup(() => import('./appointments/pages.ts').then((file) => file.appointmentPages)),
  '/measures/*?': pageGroup(() => import('./measures/pages.ts').then((file) => file.measuresPages)),
  '/figures/*?': pageGroup(() => import('./figures/pages.ts').then((file) => file.figurePages)),
  '/approvals/*?': pageGroup(() => import('./approvals/pages.ts').then((file) => file.approvalsPages)),
  '/risks/*?': pageGroup(() => import('./risks/pages.ts').then((file) => file.risksPages)),
  '/contingency/*?': pageGroup(() => import('./contingency/pages.ts').then((file) => file.contingencyPages)),
  '/systems': pageGroup(() => import('./ownership/pages.ts').then((file) => file.ownershipPages)),
  '/hand-overs/*?': pageGroup(() => import('./ownership/pages.ts').then((file) => file.ownershipPages)),
  '/standards/*?': pageGroup(() => import('./standards/pages.ts').then((file) => file.standardsPages)),
});
