import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function DependenciesPage() {
  return (
    <Page title={t('contingencyOverview.title')}>
      <ContingencyNav />
    </Page>
  );
}
