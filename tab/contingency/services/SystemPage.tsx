import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function SystemPage() {
  return (
    <Page title={t('criticalServices.title')}>
      <ContingencyNav />
    </Page>
  );
}
