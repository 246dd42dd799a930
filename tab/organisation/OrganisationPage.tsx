import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { OrganisationView } from '../../api/organisation/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ViewAs } from '../shared/ui/ViewAs.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { BodyDetail } from './BodyDetail.tsx';
import { OrganisationNav } from '../shared/navigation/OrganisationNav.tsx';
import { OrganisationPicture } from './OrganisationPicture.tsx';
import { OrganisationTable } from './OrganisationTable.tsx';

/** Organisation: who is responsible, from Byrådet to the centres' ISKs (R11, R15, R16). */
export function OrganisationPage() {
  const view = useView('GET /api/organisation', {});
  return <Viewed view={view}>{(organisation) => <Organisation organisation={organisation} />}</Viewed>;
}

function Organisation({ organisation }: { organisation: OrganisationView }) {
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const [search, setSearch] = useSearchParams();
  const chosen = organisation.bodies.find((body) => body.role === search.get('body'));
  const withoutIsk = organisation.centres.filter((centre) => centre.coordinators.length === 0).length;
  return (
    <Page
      title={organisation.name}
      lead={t('organisation.answer', {
        centres: asNumber(organisation.centres.length),
        employees: t('common.employees', { count: organisation.employees }),
      })}
    >
      <OrganisationNav />
      {withoutIsk > 0 && (
        <Notice
          tone="warning"
          actions={
            organisation.abilities.assignRoles && (
              <ButtonLink to="/organisation/roles?appoint=coordinator">{t('organisation.roles.appoint')}</ButtonLink>
            )
          }
        >
          {t('organisation.withoutISK', { count: withoutIsk })}
        </Notice>
      )}
      {organisation.withoutCentre > 0 && (
        <Notice tone="info">{t('organisation.withoutCentre', { count: organisation.withoutCentre })}</Notice>
      )}
      <div className="section-head">
        <p className="section-text">{as === 'picture' ? t('organisation.pictureHint') : ''}</p>
        <ViewAs as={as} onChange={setAs} />
      </div>
      {chosen && <BodyDetail body={chosen} onClose={() => setSearch({}, { replace: true })} />}
      {as === 'picture' ? (
        <OrganisationPicture
          organisation={organisation}
          chosen={chosen?.role}
          onChoose={(role) => setSearch(role === chosen?.role ? {} : { body: role }, { replace: true })}
        />
      ) : (
        <OrganisationTable organisation={organisation} />
      )}
      <AsOf freshness={organisation.freshness} />
    </Page>
  );
}
