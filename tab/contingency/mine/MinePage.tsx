import { t } from '../../shared/texts/texts.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { AsOfPocket } from './KeptNotice.tsx';
import { OwnPlans } from './parts/OwnPlans.tsx';
import { usePocket } from './usePocket.ts';

/** Når det er nede: the plans that everybody carries, also readable offline. */
export function MinePage() {
  const mine = usePocket();
  if (!mine.pocket) return <Viewed view={mine.view}>{() => null}</Viewed>;
  const { pocket } = mine;
  const above = [t('pocket.title'), pocket.centre?.title].filter(Boolean).join(' · ');
  return (
    <Page
      title={pocket.plans.length === 0 ? t('pocket.title') : t('pocket.answer', { count: pocket.plans.length })}
      above={above}
      lead={<p>{t('pocket.lead')}</p>}
    >
      <AsOfPocket {...mine} />
      <OwnPlans pocket={pocket} />
    </Page>
  );
}
