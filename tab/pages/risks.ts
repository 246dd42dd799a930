import { pageTable, pageWith } from '../shared/ui/page-table.tsx';

const assessmentPage = pageWith('riskAssessment', 'risks');
const assetPage = pageWith('assets', 'risks', 'files');
const overviewPage = pageWith('riskOverview', 'risks');
const riskPage = pageWith('riskTreatment', 'riskAssessment', 'risks', 'approvals', 'roles');

/** The pages under `/risks`. A page joins as one row. */
export const risksPages = pageTable({
  '/risks': overviewPage(() => import('../risks/overview/RiskOverviewPage.tsx'), 'RiskOverviewPage'),
  '/risks/register': overviewPage(() => import('../risks/register/RegisterPage.tsx'), 'RegisterPage'),
  '/risks/register/:riskKey': riskPage(() => import('../risks/treatment/RiskPage.tsx'), 'RiskPage'),
  '/risks/trend': overviewPage(() => import('../risks/overview/TrendPage.tsx'), 'TrendPage'),
  '/risks/checks': overviewPage(() => import('../risks/overview/ChecksPage.tsx'), 'ChecksPage'),
  '/risks/scales': assessmentPage(() => import('../risks/scales/ScalesPage.tsx'), 'ScalesPage'),
  '/risks/catalogues': assessmentPage(() => import('../risks/scales/CataloguesPage.tsx'), 'CataloguesPage'),
  '/risks/assessments/:assessmentKey': assessmentPage(
    () => import('../risks/assessment/AssessmentPage.tsx'),
    'AssessmentPage',
  ),
  '/risks/assets': assetPage(() => import('../assets/AssetsPage.tsx'), 'AssetsPage'),
  '/risks/assets/new': assetPage(() => import('../assets/AssetFormPage.tsx'), 'NewAssetPage'),
  '/risks/assets/import': assetPage(() => import('../assets/ImportAssetsPage.tsx'), 'ImportAssetsPage'),
  '/risks/assets/:assetKey': assetPage(() => import('../assets/AssetPage.tsx'), 'AssetPage'),
  '/risks/assets/:assetKey/edit': assetPage(() => import('../assets/AssetFormPage.tsx'), 'EditAssetPage'),
});
