import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';

export function NewServicePage() {
  return <Page title={t('criticalServices.title')}>{null}</Page>;
}

export function EditServicePage() {
  return <Page title={t('criticalServices.title')}>{null}</Page>;
}
