import { useState } from 'react';
import { useSearchParams, Link } from 'wouter';
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
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';

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
        <Notice
          tone="info"
          actions={
            organisation.abilities.seeWithoutCentre && (
              <ButtonLink to="/organisation/without-centre">{t('organisation.seeWithoutCentre')}</ButtonLink>
            )
          }
        >
          {t('organisation.withoutCentre', { count: organisation.withoutCentre })}
        </Notice>
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

type Body = OrganisationView['bodies'][number];
type Centre = OrganisationView['centres'][number];

const namesOf = (people: readonly { name: string }[]) =>
  people.map((person) => person.name).join(', ') || t('organisation.nobody');

const bodyColumns = (): Column<Body>[] => [
  { key: 'body', title: t('organisation.body'), cell: (body) => t(`roles.${body.role}`) },
  { key: 'members', title: t('organisation.members'), cell: (body) => namesOf(body.members) },
];
const centreColumns = (): Column<Centre>[] => [
  {
    key: 'centre',
    title: t('common.word.centre'),
    cell: (centre) => <Link href={`/organisation/centres/${centre.id}`}>{centre.title}</Link>,
  },
  { key: 'manager', title: t('organisation.manager'), cell: (centre) => namesOf(centre.managers) },
  { key: 'isk', title: t('common.word.isk'), cell: (centre) => namesOf(centre.coordinators) },
  {
    key: 'employees',
    title: t('organisation.employees'),
    numeric: true,
    cell: (centre) => <Link href={`/organisation/centres/${centre.id}`}>{asNumber(centre.employees)}</Link>,
  },
];

/** The chart as two tables. */
function OrganisationTable({ organisation }: { organisation: OrganisationView }) {
  return (
    <>
      <DataTable
        caption={t('organisation.body')}
        columns={bodyColumns()}
        rows={organisation.bodies}
        rowKey={(body) => body.role}
      />
      <DataTable
        caption={t('organisation.centres')}
        columns={centreColumns()}
        rows={organisation.centres}
        rowKey={(centre) => centre.id}
      />
    </>
  );
}
