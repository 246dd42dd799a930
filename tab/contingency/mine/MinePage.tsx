import type { PocketView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { CallList } from './CallList.tsx';
import { AsOfPocket } from './KeptNotice.tsx';
import { PlanList } from './PlanList.tsx';
import { usePocket } from './usePocket.ts';

/** Når det er nede: the plans that everybody carries, readable also when nothing else is. */
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

/** The list with whom to ask, as the page and the tab that has no answer show it. */
export function OwnPlans({ pocket }: { pocket: PocketView }) {
  return (
    <>
      {!pocket.centre && <p>{t('pocket.noCentre')}</p>}
      {pocket.plans.length === 0 ? (
        <Blank title={t('pocket.none.title')}>
          <p>{t('pocket.none.text')}</p>
        </Blank>
      ) : (
        <PlanList plans={pocket.plans} />
      )}
      <CallList call={pocket.call} />
    </>
  );
}
