import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';

export function StartDowntimePage() {
  return (
    <Page title={t('downtime.title')}>
      <ContingencyNav />
    </Page>
  );
}
