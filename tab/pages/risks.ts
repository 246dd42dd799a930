import { page, pageTable } from '../shared/ui/page-table.tsx';

const assessmentTexts = ['riskAssessment', 'risks'] as const;
const assetTexts = ['assets', 'risks', 'files'] as const;
const overviewTexts = ['riskOverview', 'risks'] as const;
const riskTexts = ['riskTreatment', 'riskAssessment', 'risks', 'approvals', 'roles'] as const;

/** The pages under `/risks`. A page joins as one row. */
export const risksPages = pageTable({
  '/risks': page(
    () => import('../risks/overview/RiskOverviewPage.tsx').then((file) => file.RiskOverviewPage),
    ...overviewTexts,
  ),
  '/risks/register': page(
    () => import('../risks/register/RegisterPage.tsx').then((file) => file.RegisterPage),
    ...overviewTexts,
  ),
  '/risks/register/:riskKey': page(
    () => import('../risks/treatment/RiskPage.tsx').then((file) => file.RiskPage),
    ...riskTexts,
  ),
  '/risks/trend': page(
    () => import('../risks/overview/TrendPage.tsx').then((file) => file.TrendPage),
    ...overviewTexts,
  ),
  '/risks/checks': page(
    () => import('../risks/overview/ChecksPage.tsx').then((file) => file.ChecksPage),
    ...overviewTexts,
  ),
  '/risks/scales': page(
    () => import('../risks/scales/ScalesPage.tsx').then((file) => file.ScalesPage),
    ...assessmentTexts,
  ),
  '/risks/catalogues': page(
    () => import('../risks/scales/CataloguesPage.tsx').then((file) => file.CataloguesPage),
    ...assessmentTexts,
  ),
  '/risks/assessments/:assessmentKey': page(
    () => import('../risks/assessment/AssessmentPage.tsx').then((file) => file.AssessmentPage),
    ...assessmentTexts,
  ),
  '/risks/assets': page(() => import('../assets/AssetsPage.tsx').then((file) => file.AssetsPage), ...assetTexts),
  '/risks/assets/new': page(
    () => import('../assets/AssetFormPage.tsx').then((file) => file.NewAssetPage),
    ...assetTexts,
  ),
  '/risks/assets/import': page(
    () => import('../assets/ImportAssetsPage.tsx').then((file) => file.ImportAssetsPage),
    ...assetTexts,
  ),
  '/risks/assets/:assetKey': page(
    () => import('../assets/AssetPage.tsx').then((file) => file.AssetPage),
    ...assetTexts,
  ),
  '/risks/assets/:assetKey/edit': page(
    () => import('../assets/AssetFormPage.tsx').then((file) => file.EditAssetPage),
    ...assetTexts,
  ),
});
