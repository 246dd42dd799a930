import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WithoutCentreView } from '../../api/organisation/contract.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asNumber, compareTexts, t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { FoundTable } from '../shared/ui/FoundTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { useListChoice } from '../shared/useListChoice.ts';
import { PlaceDialog, type Department } from './PlaceDialog.tsx';

type Sort = 'employees' | 'name';
const pageSize = 50;

/** Employees whom no centre follows up, by the department that Entra says; the CISO gives it to a centre. */
export function WithoutCentrePage() {
  const view = useView('GET /api/organisation/without-centre', {});
  return <Viewed view={view}>{(found) => <WithoutCentre view={found} />}</Viewed>;
}

function WithoutCentre({ view }: { view: WithoutCentreView }) {
  // The dialog stays when another places the last department meanwhile.
  const [placing, setPlacing] = useState<Department>();
  const count = view.departments.reduce((sum, { employees }) => sum + employees, 0);
  const isNobody = count === 0;
  return (
    <Page
      title={isNobody ? t('organisation.unplaced.none') : t('organisation.unplaced.title', { count })}
      lead={isNobody ? undefined : t('organisation.unplaced.lead')}
      back={{ to: '/organisation', page: t('common.nav.organisation') }}
    >
      {isNobody ? (
        <Blank title={t('organisation.unplaced.none')} text={t('organisation.unplaced.noneText')} />
      ) : (
        <Departments view={view} onPlace={setPlacing} />
      )}
      {placing && <PlaceDialog department={placing} centres={view.centres} onClose={() => setPlacing(undefined)} />}
      <AsOf freshness={view.freshness} />
    </Page>
  );
}

const nameOf = ({ name }: Department): string => name ?? t('organisation.unplaced.noDepartment');
const matches = (row: Department, q: string): boolean =>
  [nameOf(row), row.centre?.title, ...row.people.map(({ name }) => name)].some((text) =>
    text?.toLowerCase().includes(q.toLowerCase()),
  );

function Departments(props: { view: WithoutCentreView; onPlace: (department: Department) => void }) {
  const { departments, abilities } = props.view;
  const list = useListChoice({
    filters: {},
    sorts: ['employees', 'name'],
    largestFirst: ['employees'],
    direction: 'descending',
  });
  const { q, sort, descending, offset } = list.choice;
  const excel = useMutation({
    mutationFn: () => download('GET /api/organisation/without-centre.xlsx', { query: list.asked }),
  });
  const order = (one: Department, other: Department) =>
    sort === 'name' ? compareTexts(nameOf(one), nameOf(other)) : one.employees - other.employees;
  const rows = departments
    .filter((row) => matches(row, q))
    .sort((one, other) => (descending ? -1 : 1) * order(one, other));
  const columns: Column<Department, Sort>[] = [
    { key: 'name', title: t('organisation.unplaced.department'), cell: nameOf, sort: 'name' },
    {
      key: 'employees',
      title: t('organisation.unplaced.who'),
      cell: (row) => <People department={row} />,
      sort: 'employees',
    },
    {
      key: 'centre',
      title: t('organisation.unplaced.centre'),
      cell: (row) => <Centre department={row} onPlace={abilities.place ? () => props.onPlace(row) : undefined} />,
    },
  ];
  return (
    <section className="section" aria-label={t('organisation.unplaced.who')}>
      <div className="filters">
        <SearchField value={q} onSearch={(text) => list.choose({ q: text })} />
      </div>
      <FoundTable
        list={{
          ...list,
          excel: { start: () => excel.mutate(), busy: excel.isPending, error: excel.error },
          view: { isPlaceholderData: false },
        }}
        caption={t('organisation.unplaced.who')}
        columns={columns}
        rows={rows.slice(offset, offset + pageSize)}
        rowKey={(row) => row.name ?? ''}
        total={rows.length}
        pageSize={pageSize}
        words={{
          excel: t('common.word.excel'),
          excelBusy: t('common.word.makingExcel'),
          nothing: t('common.table.nothingText'),
        }}
      />
    </section>
  );
}

function People({ department: { employees, people } }: { department: Department }) {
  const more = employees - people.length;
  return (
    <>
      <strong>{asNumber(employees)}</strong>{' '}
      <span className="quiet">
        {people.map(({ name, jobTitle }) => (jobTitle ? `${name} (${jobTitle})` : name)).join(', ')}
        {more > 0 && ` ${t('organisation.unplaced.more', { count: more })}`}
      </span>
    </>
  );
}

function Centre({ department, onPlace }: { department: Department; onPlace: (() => void) | undefined }) {
  const { name, centre } = department;
  if (name === undefined) return t('organisation.unplaced.noDepartmentText');
  const action = t(centre ? 'organisation.unplaced.change' : 'organisation.unplaced.place');
  return (
    <div className="card-row">
      {centre && <span>{t('organisation.unplaced.coming', { centre: centre.title })}</span>}
      {onPlace && (
        <Button size="small" aria-label={t('organisation.unplaced.of', { action, department: name })} onClick={onPlace}>
          {action}
        </Button>
      )}
    </div>
  );
}
