import { Link } from 'wouter';
import type { OrganisationView } from '../../api/organisation/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';

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
export function OrganisationTable({ organisation }: { organisation: OrganisationView }) {
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
