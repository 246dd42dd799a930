import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function PacksPage() {
  return (
    <Page title={t('offlinePacks.title')}>
      <ContingencyNav />
    </Page>
  );
}
