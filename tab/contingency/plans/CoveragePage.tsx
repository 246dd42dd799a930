import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function CoveragePage() {
  return (
    <Page title={t('contingencyPlans.title')}>
      <ContingencyNav />
    </Page>
  );
}
