import { page, pageTable } from '../shared/ui/page-table.tsx';

const serviceTexts = ['criticalServices', 'contingency', 'risks', 'approvals', 'roles'] as const;
const planTexts = ['contingencyPlans', 'contingency', 'approvals', 'roles', 'files', 'risks'] as const;
const overviewTexts = ['contingencyOverview', 'contingency', 'risks'] as const;
const testTexts = ['contingencyTests', 'contingency', 'risks', 'deliveries'] as const;
const downtimeTexts = ['downtime', 'contingency', 'risks'] as const;

/** The pages under `/contingency`. A page joins as one row. */
export const contingencyPages = pageTable({
  '/contingency': page(
    () => import('../contingency/overview/ContingencyOverviewPage.tsx').then((file) => file.ContingencyOverviewPage),
    ...overviewTexts,
  ),
  '/contingency/dependencies': page(
    () => import('../contingency/overview/DependenciesPage.tsx').then((file) => file.DependenciesPage),
    ...overviewTexts,
  ),
  '/contingency/mine': page(
    () => import('../contingency/mine/MinePage.tsx').then((file) => file.MinePage),
    'pocket',
    'contingency',
  ),
  '/contingency/mine/:planKey': page(
    () => import('../contingency/mine/MyPlanPage.tsx').then((file) => file.MyPlanPage),
    'pocket',
    'contingency',
  ),
  '/contingency/services': page(
    () => import('../contingency/services/ServicesPage.tsx').then((file) => file.ServicesPage),
    ...serviceTexts,
  ),
  '/contingency/services/new': page(
    () => import('../contingency/services/ServiceFormPage.tsx').then((file) => file.NewServicePage),
    ...serviceTexts,
  ),
  '/contingency/services/:serviceKey': page(
    () => import('../contingency/services/ServicePage.tsx').then((file) => file.ServicePage),
    ...serviceTexts,
  ),
  '/contingency/services/:serviceKey/edit': page(
    () => import('../contingency/services/ServiceFormPage.tsx').then((file) => file.EditServicePage),
    ...serviceTexts,
  ),
  '/contingency/systems/:assetKey': page(
    () => import('../contingency/services/SystemPage.tsx').then((file) => file.SystemPage),
    ...([...serviceTexts, 'contingencyOverview'] as const),
  ),
  '/contingency/settings': page(
    () => import('../contingency/services/SettingsPage.tsx').then((file) => file.SettingsPage),
    ...serviceTexts,
  ),
  '/contingency/plans': page(
    () => import('../contingency/plans/PlansPage.tsx').then((file) => file.PlansPage),
    ...planTexts,
  ),
  '/contingency/plans/:planKey': page(
    () => import('../contingency/plans/PlanPage.tsx').then((file) => file.PlanPage),
    ...planTexts,
  ),
  '/contingency/plans/:planKey/edit': page(
    () => import('../contingency/plans/PlanEditPage.tsx').then((file) => file.PlanEditPage),
    ...planTexts,
  ),
  '/contingency/coverage': page(
    () => import('../contingency/plans/CoveragePage.tsx').then((file) => file.CoveragePage),
    ...planTexts,
  ),
  '/contingency/tests': page(
    () => import('../contingency/exercises/TestsPage.tsx').then((file) => file.TestsPage),
    ...testTexts,
  ),
  '/contingency/tests/new': page(
    () => import('../contingency/exercises/TestFormPage.tsx').then((file) => file.TestFormPage),
    ...testTexts,
  ),
  '/contingency/tests/:testKey': page(
    () => import('../contingency/exercises/TestPage.tsx').then((file) => file.TestPage),
    ...testTexts,
  ),
  '/contingency/downtime': page(
    () => import('../contingency/downtime/DowntimesPage.tsx').then((file) => file.DowntimesPage),
    ...downtimeTexts,
  ),
  '/contingency/downtime/new': page(
    () => import('../contingency/downtime/StartDowntimePage.tsx').then((file) => file.StartDowntimePage),
    ...downtimeTexts,
  ),
  '/contingency/downtime/:downtimeKey': page(
    () => import('../contingency/downtime/DowntimePage.tsx').then((file) => file.DowntimePage),
    ...downtimeTexts,
  ),
  '/contingency/packs': page(
    () => import('../contingency/packs/PacksPage.tsx').then((file) => file.PacksPage),
    'offlinePacks',
    'contingency',
  ),
});
