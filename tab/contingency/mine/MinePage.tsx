import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function MinePage() {
  return (
    <Page title={t('pocket.title')}>
      <ContingencyNav />
    </Page>
  );
}
