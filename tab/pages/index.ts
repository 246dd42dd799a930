import { page, pageGroup, pageTable } from '../shared/ui/page-table.tsx';

/**
 * Every page of the tab by its path. Each feature's pages are in a separate file, loaded when the first of them is
 * opened: one table of all would add to the first load.
 */
export const pages = pageTable({
  '/': page(() => import('../home/HomePage.tsx'), 'HomePage', 'home', 'kinds'),
  '/find': pageGroup(() => import('./find.ts'), 'findPages'),
  '/tasks/*?': pageGroup(() => import('./obligations.ts'), 'obligationsPages'),
  '/centre': pageGroup(() => import('./obligations.ts'), 'obligationsPages'),
  '/operations/*?': pageGroup(() => import('./operations.ts'), 'operationsPages'),
  '/policy/*?': pageGroup(() => import('./policy.ts'), 'policyPages'),
  '/sign-sheets/*?': pageGroup(() => import('./sign-sheets.ts'), 'signSheetPages'),
  '/procedures/*?': pageGroup(() => import('./procedures.ts'), 'proceduresPages'),
  '/incidents/*?': pageGroup(() => import('./incidents.ts'), 'incidentsPages'),
  '/inspections/*?': pageGroup(() => import('./inspections.ts'), 'inspectionsPages'),
  '/learning/*?': pageGroup(() => import('./awareness.ts'), 'learningPages'),
  '/organisation/*?': pageGroup(() => import('./organisation.ts'), 'organisationPages'),
  '/wheel/*?': pageGroup(() => import('./annual-wheel.ts'), 'wheelPages'),
  '/appointments/*?': pageGroup(() => import('./appointments.ts'), 'appointmentPages'),
  '/measures/*?': pageGroup(() => import('./measures.ts'), 'measuresPages'),
  '/figures/*?': pageGroup(() => import('./figures.ts'), 'figurePages'),
  '/approvals/*?': pageGroup(() => import('./approvals.ts'), 'approvalsPages'),
  '/risks/*?': pageGroup(() => import('./risks.ts'), 'risksPages'),
  '/contingency/*?': pageGroup(() => import('./contingency.ts'), 'contingencyPages'),
  '/systems': pageGroup(() => import('./ownership.ts'), 'ownershipPages'),
  '/hand-overs/*?': pageGroup(() => import('./ownership.ts'), 'ownershipPages'),
  '/standards/*?': pageGroup(() => import('./standards.ts'), 'standardsPages'),
});
