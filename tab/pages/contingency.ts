import { page, pageTable, pageWith } from '../shared/ui/page-table.tsx';

const servicePage = pageWith('criticalServices', 'contingency', 'risks', 'approvals', 'roles');
const planPage = pageWith('contingencyPlans', 'contingency', 'approvals', 'roles', 'files', 'risks');
const overviewPage = pageWith('contingencyOverview', 'contingency', 'risks');
const testPage = pageWith('contingencyTests', 'contingency', 'risks', 'deliveries');
const downtimePage = pageWith('downtime', 'contingency', 'risks');

/** The pages under `/contingency`. A page joins as one row. */
export const contingencyPages = pageTable({
  '/contingency': overviewPage(
    () => import('../contingency/overview/ContingencyOverviewPage.tsx'),
    'ContingencyOverviewPage',
  ),
  '/contingency/dependencies': overviewPage(
    () => import('../contingency/overview/DependenciesPage.tsx'),
    'DependenciesPage',
  ),
  '/contingency/mine': page(() => import('../contingency/mine/MinePage.tsx'), 'MinePage', 'pocket', 'contingency'),
  '/contingency/mine/:planKey': page(
    () => import('../contingency/mine/MyPlanPage.tsx'),
    'MyPlanPage',
    'pocket',
    'contingency',
  ),
  '/contingency/services': servicePage(() => import('../contingency/services/ServicesPage.tsx'), 'ServicesPage'),
  '/contingency/services/new': servicePage(
    () => import('../contingency/services/ServiceFormPage.tsx'),
    'NewServicePage',
  ),
  '/contingency/services/:serviceKey': servicePage(
    () => import('../contingency/services/ServicePage.tsx'),
    'ServicePage',
  ),
  '/contingency/services/:serviceKey/edit': servicePage(
    () => import('../contingency/services/ServiceFormPage.tsx'),
    'EditServicePage',
  ),
  '/contingency/systems/:assetKey': page(
    () => import('../contingency/services/SystemPage.tsx'),
    'SystemPage',
    'criticalServices',
    'contingency',
    'risks',
    'approvals',
    'roles',
    'contingencyOverview',
  ),
  '/contingency/settings': servicePage(() => import('../contingency/services/SettingsPage.tsx'), 'SettingsPage'),
  '/contingency/plans': planPage(() => import('../contingency/plans/PlansPage.tsx'), 'PlansPage'),
  '/contingency/plans/:planKey': planPage(() => import('../contingency/plans/PlanPage.tsx'), 'PlanPage'),
  '/contingency/plans/:planKey/edit': planPage(() => import('../contingency/plans/PlanEditPage.tsx'), 'PlanEditPage'),
  '/contingency/coverage': planPage(() => import('../contingency/plans/CoveragePage.tsx'), 'CoveragePage'),
  '/contingency/tests': testPage(() => import('../contingency/exercises/TestsPage.tsx'), 'TestsPage'),
  '/contingency/tests/new': testPage(() => import('../contingency/exercises/TestFormPage.tsx'), 'TestFormPage'),
  '/contingency/tests/:testKey': testPage(() => import('../contingency/exercises/TestPage.tsx'), 'TestPage'),
  '/contingency/downtime': downtimePage(() => import('../contingency/downtime/DowntimesPage.tsx'), 'DowntimesPage'),
  '/contingency/downtime/new': downtimePage(
    () => import('../contingency/downtime/StartDowntimePage.tsx'),
    'StartDowntimePage',
  ),
  '/contingency/downtime/:downtimeKey': downtimePage(
    () => import('../contingency/downtime/DowntimePage.tsx'),
    'DowntimePage',
  ),
  '/contingency/packs': page(
    () => import('../contingency/packs/PacksPage.tsx'),
    'PacksPage',
    'offlinePacks',
    'contingency',
  ),
});
