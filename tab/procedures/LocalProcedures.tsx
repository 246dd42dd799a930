import { Link } from 'wouter';
import type { ProcedureRow } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { StateTag } from './StateTag.tsx';
import { pathOf } from './useProcedures.ts';

const columns = (): Column<ProcedureRow>[] => [
  {
    key: 'title',
    title: t('procedures.list.name'),
    cell: (row) => <Link href={pathOf(row)}>{row.title}</Link>,
  },
  { key: 'centre', title: t('common.word.centre'), cell: ({ centre }) => centre?.title ?? '' },
  { key: 'state', title: t('common.word.status'), cell: ({ state }) => <StateTag state={state} /> },
];

/** The local procedures that implement a guideline, as visible to the reader. */
export function LocalProcedures({ local }: { local: readonly ProcedureRow[] }) {
  return (
    <section className="section" aria-labelledby="local">
      <h2 className="section-title" id="local">
        {t('procedures.local.title')}
      </h2>
      {local.length === 0 ? (
        <p className="section-text">{t('procedures.local.empty')}</p>
      ) : (
        <DataTable caption={t('procedures.local.title')} columns={columns()} rows={local} rowKey={({ key }) => key} />
      )}
    </section>
  );
}
