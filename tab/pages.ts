import type { ComponentType } from 'react';
import type { CatalogueName } from './shared/texts/catalogues.ts';
import { loadTexts } from './shared/texts/texts.ts';
import { late } from './shared/ui/late.tsx';

type Load = () => Promise<ComponentType>;
/** A page with the texts it says: both are fetched when the page is first opened, at the same time. */
const page = (load: Load, ...texts: CatalogueName[]) => ({
  load: async () => {
    const [component] = await Promise.all([load(), loadTexts(...texts)]);
    return component;
  },
});

const organisationTexts = ['organisation', 'roles'] as const;
const taskTexts = ['obligations', 'reminders', 'kinds', 'calendar'] as const;
const wheelTexts = ['wheel', 'roles', 'calendar'] as const;
const measureTexts = ['measures', 'roles'] as const;
const policyTexts = ['policy', 'deliveries', 'roles'] as const;
/** The policy's for the parts of "Politik og procedurer". */
const procedureTexts = ['procedures', 'files', 'roles', 'deliveries', 'policy'] as const;
const assetTexts = ['assets', 'risks', 'files'] as const;
const overviewTexts = ['riskOverview', 'risks'] as const;
const assessmentTexts = ['riskAssessment', 'risks'] as const;
const riskTexts = ['riskTreatment', 'risks', 'approvals', 'roles'] as const;
const standardTexts = ['standards', 'risks', 'files'] as const;
const approvalTexts = ['approvals', 'roles', 'files'] as const;

const pages = {
  '/': page(() => import('./home/HomePage.tsx').then((file) => file.HomePage), 'home', 'kinds'),
  '/tasks': page(() => import('./obligations/TasksPage.tsx').then((file) => file.TasksPage), ...taskTexts),
  '/tasks/reminders': page(() => import('./reminders/WishesPage.tsx').then((file) => file.WishesPage), ...taskTexts),
  '/centre': page(() => import('./obligations/MyCentrePage.tsx').then((file) => file.MyCentrePage), ...taskTexts),
  '/operations/reminders': page(
    () => import('./reminders/RemindersPage.tsx').then((file) => file.RemindersPage),
    'reminders',
    'kinds',
    'deliveries',
    'operations',
  ),
  '/policy': page(() => import('./policy/PolicyPage.tsx').then((file) => file.PolicyPage), ...policyTexts),
  '/policy/versions/:versionKey': page(
    () => import('./policy/VersionPage.tsx').then((file) => file.VersionPage),
    ...policyTexts,
  ),
  '/policy/coverage': page(() => import('./policy/CoveragePage.tsx').then((file) => file.CoveragePage), ...policyTexts),
  '/policy/unreachable': page(
    () => import('./deliveries/UnreachablePage.tsx').then((file) => file.UnreachablePage),
    ...policyTexts,
  ),
  '/policy/new': page(() => import('./policy/DraftPage.tsx').then((file) => file.NewDraftPage), ...policyTexts),
  '/policy/edit/:versionKey': page(
    () => import('./policy/DraftPage.tsx').then((file) => file.EditDraftPage),
    ...policyTexts,
  ),
  '/procedures': page(
    () => import('./procedures/ProceduresPage.tsx').then((file) => file.ProceduresPage),
    ...procedureTexts,
  ),
  '/procedures/new': page(
    () => import('./procedures/NewProcedurePage.tsx').then((file) => file.NewProcedurePage),
    ...procedureTexts,
  ),
  '/procedures/coverage': page(
    () => import('./procedures/ProcedureCoveragePage.tsx').then((file) => file.ProcedureCoveragePage),
    ...procedureTexts,
  ),
  '/procedures/areas': page(
    () => import('./procedures/AreasPage.tsx').then((file) => file.AreasPage),
    ...procedureTexts,
  ),
  '/procedures/:procedureKey': page(
    () => import('./procedures/ProcedurePage.tsx').then((file) => file.ProcedurePage),
    ...procedureTexts,
  ),
  '/procedures/:procedureKey/edit': page(
    () => import('./procedures/EditProcedurePage.tsx').then((file) => file.EditProcedurePage),
    ...procedureTexts,
  ),
  '/learning': page(() => import('./awareness/LearningPage.tsx').then((file) => file.LearningPage), 'awareness'),
  '/learning/coverage': page(
    () => import('./awareness/LearningCoveragePage.tsx').then((file) => file.LearningCoveragePage),
    'awareness',
  ),
  '/learning/exemptions': page(
    () => import('./awareness/ExemptionsPage.tsx').then((file) => file.ExemptionsPage),
    'awareness',
  ),
  '/learning/import': page(() => import('./awareness/ImportPage.tsx').then((file) => file.ImportPage), 'awareness'),
  '/learning/rounds': page(() => import('./awareness/RoundsPage.tsx').then((file) => file.RoundsPage), 'awareness'),
  '/learning/rounds/new': page(
    () => import('./awareness/RoundPage.tsx').then((file) => file.NewRoundPage),
    'awareness',
  ),
  '/learning/rounds/edit/:roundKey': page(
    () => import('./awareness/RoundPage.tsx').then((file) => file.EditRoundPage),
    'awareness',
  ),
  '/learning/courses/new': page(
    () => import('./awareness/CoursePage.tsx').then((file) => file.NewCoursePage),
    'awareness',
  ),
  '/learning/courses/edit/:courseKey': page(
    () => import('./awareness/CoursePage.tsx').then((file) => file.EditCoursePage),
    'awareness',
  ),
  '/organisation': page(
    () => import('./organisation/OrganisationPage.tsx').then((file) => file.OrganisationPage),
    ...organisationTexts,
  ),
  '/organisation/centres/:centreId': page(
    () => import('./organisation/CentrePage.tsx').then((file) => file.CentrePage),
    ...organisationTexts,
  ),
  '/organisation/roles': page(
    () => import('./organisation/RolesPage.tsx').then((file) => file.RolesPage),
    ...organisationTexts,
  ),
  '/wheel': page(() => import('./annual-wheel/WheelPage.tsx').then((file) => file.WheelPage), ...wheelTexts),
  '/wheel/heat': page(() => import('./annual-wheel/HeatPage.tsx').then((file) => file.HeatPage), ...wheelTexts),
  '/wheel/activities': page(
    () => import('./annual-wheel/ActivitiesPage.tsx').then((file) => file.ActivitiesPage),
    ...wheelTexts,
  ),
  '/wheel/activities/new': page(
    () => import('./annual-wheel/ActivityPage.tsx').then((file) => file.NewActivityPage),
    ...wheelTexts,
  ),
  '/wheel/activities/:activityKey': page(
    () => import('./annual-wheel/ActivityPage.tsx').then((file) => file.ActivityPage),
    ...wheelTexts,
  ),
  '/wheel/catalogue': page(
    () => import('./annual-wheel/CataloguePage.tsx').then((file) => file.CataloguePage),
    ...wheelTexts,
  ),
  '/wheel/plans': page(() => import('./annual-wheel/PlansPage.tsx').then((file) => file.PlansPage), ...wheelTexts),
  '/wheel/meetings': page(
    () => import('./annual-wheel/MeetingsPage.tsx').then((file) => file.MeetingsPage),
    ...wheelTexts,
  ),
  '/wheel/meetings/new': page(
    () => import('./annual-wheel/MeetingFormPage.tsx').then((file) => file.NewMeetingPage),
    ...wheelTexts,
  ),
  '/wheel/meetings/:meetingKey/edit': page(
    () => import('./annual-wheel/MeetingFormPage.tsx').then((file) => file.EditMeetingPage),
    ...wheelTexts,
  ),
  '/wheel/meetings/:meetingKey': page(
    () => import('./annual-wheel/MeetingPage.tsx').then((file) => file.MeetingPage),
    ...wheelTexts,
  ),
  '/wheel/tasks/:taskKey': page(
    () => import('./annual-wheel/TaskPage.tsx').then((file) => file.TaskPage),
    ...wheelTexts,
  ),
  '/measures': page(() => import('./measures/MeasuresPage.tsx').then((file) => file.MeasuresPage), ...measureTexts),
  '/measures/new': page(
    () => import('./measures/MeasureFormPage.tsx').then((file) => file.NewMeasurePage),
    ...measureTexts,
  ),
  '/measures/:measureKey': page(
    () => import('./measures/MeasurePage.tsx').then((file) => file.MeasurePage),
    ...measureTexts,
  ),
  '/measures/:measureKey/edit': page(
    () => import('./measures/MeasureFormPage.tsx').then((file) => file.EditMeasurePage),
    ...measureTexts,
  ),
  '/approvals': page(
    () => import('./approvals/ApprovalsPage.tsx').then((file) => file.ApprovalsPage),
    ...approvalTexts,
  ),
  '/approvals/agendas': page(
    () => import('./approvals/AgendasPage.tsx').then((file) => file.AgendasPage),
    ...approvalTexts,
  ),
  '/approvals/agendas/new': page(
    () => import('./approvals/AgendaFormPage.tsx').then((file) => file.NewAgendaPage),
    ...approvalTexts,
  ),
  '/approvals/agendas/:agendaKey': page(
    () => import('./approvals/AgendaPage.tsx').then((file) => file.AgendaPage),
    ...approvalTexts,
  ),
  '/approvals/agendas/:agendaKey/edit': page(
    () => import('./approvals/AgendaFormPage.tsx').then((file) => file.EditAgendaPage),
    ...approvalTexts,
  ),
  '/approvals/:requestKey': page(
    () => import('./approvals/ApprovalPage.tsx').then((file) => file.ApprovalPage),
    ...approvalTexts,
  ),
  '/risks': page(
    () => import('./risks/overview/RiskOverviewPage.tsx').then((file) => file.RiskOverviewPage),
    ...overviewTexts,
  ),
  '/risks/register': page(
    () => import('./risks/register/RegisterPage.tsx').then((file) => file.RegisterPage),
    ...overviewTexts,
  ),
  '/risks/register/:riskKey': page(
    () => import('./risks/treatment/RiskPage.tsx').then((file) => file.RiskPage),
    ...riskTexts,
  ),
  '/risks/trend': page(() => import('./risks/overview/TrendPage.tsx').then((file) => file.TrendPage), ...overviewTexts),
  '/risks/checks': page(
    () => import('./risks/overview/ChecksPage.tsx').then((file) => file.ChecksPage),
    ...overviewTexts,
  ),
  '/risks/scales': page(
    () => import('./risks/scales/ScalesPage.tsx').then((file) => file.ScalesPage),
    ...assessmentTexts,
  ),
  '/risks/catalogues': page(
    () => import('./risks/scales/CataloguesPage.tsx').then((file) => file.CataloguesPage),
    ...assessmentTexts,
  ),
  '/risks/assessments/:assessmentKey': page(
    () => import('./risks/assessment/AssessmentPage.tsx').then((file) => file.AssessmentPage),
    ...assessmentTexts,
  ),
  '/risks/assets': page(() => import('./assets/AssetsPage.tsx').then((file) => file.AssetsPage), ...assetTexts),
  '/risks/assets/new': page(
    () => import('./assets/AssetFormPage.tsx').then((file) => file.NewAssetPage),
    ...assetTexts,
  ),
  '/risks/assets/import': page(
    () => import('./assets/ImportAssetsPage.tsx').then((file) => file.ImportAssetsPage),
    ...assetTexts,
  ),
  '/risks/assets/:assetKey': page(() => import('./assets/AssetPage.tsx').then((file) => file.AssetPage), ...assetTexts),
  '/risks/assets/:assetKey/edit': page(
    () => import('./assets/AssetFormPage.tsx').then((file) => file.EditAssetPage),
    ...assetTexts,
  ),
  '/standards': page(
    () => import('./standards/StandardsPage.tsx').then((file) => file.StandardsPage),
    ...standardTexts,
  ),
  '/standards/gaps': page(() => import('./standards/GapsPage.tsx').then((file) => file.GapsPage), ...standardTexts),
  '/standards/twice': page(() => import('./standards/TwicePage.tsx').then((file) => file.TwicePage), ...standardTexts),
  '/standards/import': page(
    () => import('./standards/ImportStandardPage.tsx').then((file) => file.ImportStandardPage),
    ...standardTexts,
  ),
  '/standards/controls': page(
    () => import('./standards/ControlsPage.tsx').then((file) => file.ControlsPage),
    ...standardTexts,
  ),
  '/standards/controls/new': page(
    () => import('./standards/ControlFormPage.tsx').then((file) => file.NewControlPage),
    ...standardTexts,
  ),
  '/standards/controls/:controlKey': page(
    () => import('./standards/ControlPage.tsx').then((file) => file.ControlPage),
    ...standardTexts,
  ),
  '/standards/controls/:controlKey/edit': page(
    () => import('./standards/ControlFormPage.tsx').then((file) => file.EditControlPage),
    ...standardTexts,
  ),
  '/standards/:standardKey': page(
    () => import('./standards/StandardPage.tsx').then((file) => file.StandardPage),
    ...standardTexts,
  ),
  '/operations': page(
    () => import('./operations/OperationsPage.tsx').then((file) => file.OperationsPage),
    'operations',
  ),
} satisfies Record<string, { load: Load }>;

/** Every page of the tab by its path; `:name` is a parameter. A feature joins with a row a page. */
export const routes = Object.entries(pages).map(([path, { load }]) => ({ path, ...late(load, { title: true }) }));

/** Begins to fetch the page behind a path before React asks for it. */
export function preload(path: string): void {
  const exact = routes.find((route) => route.path === path);
  const pattern = exact ?? routes.find((route) => matches(route.path, path));
  pattern?.preload();
}

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0] ?? '');
