import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function TestsPage() {
  return (
    <Page title={t('contingencyTests.title')}>
      <ContingencyNav />
    </Page>
  );
}
