import { useParams } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { Initiatives } from './parts/InitiativesPart.tsx';

/** The initiatives of a centre; the person responsible reports progress here. */
export function InitiativesPage() {
  const { centreId = '' } = useParams<{ centreId: string }>();
  const view = useView('GET /api/initiatives/:centreId', { params: { centreId } });
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page title={answer.centre.title} above={t('initiatives.title')} lead={t('initiatives.lead')}>
          <Initiatives view={answer} />
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}
