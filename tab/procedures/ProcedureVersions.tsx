import { Link } from 'wouter';
import type { ProcedureView } from '../../api/procedures/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { StateTag } from './StateTag.tsx';
import { pathOf } from './useProcedures.ts';

type Row = ProcedureView['versions'][number];

const columns = (procedure: ProcedureView): Column<Row>[] => [
  {
    key: 'number',
    title: t('procedures.versions.number'),
    cell: ({ key, number, title }) => (
      <Link href={`${pathOf(procedure)}?version=${encodeURIComponent(key)}`}>
        {number} – {title}
      </Link>
    ),
  },
  { key: 'state', title: t('common.word.status'), cell: ({ state }) => <StateTag state={state} /> },
  {
    key: 'validFrom',
    title: t('procedures.versions.validFrom'),
    short: true,
    cell: ({ validFrom }) => (validFrom ? asDate(validFrom) : '–'),
  },
];

/** Every version there has been, newest first, each to be read. */
export function ProcedureVersions({ procedure }: { procedure: ProcedureView }) {
  return (
    <section className="section" aria-labelledby="versions">
      <h2 className="section-title" id="versions">
        {t('procedures.versions.title')}
      </h2>
      <DataTable
        caption={t('procedures.versions.title')}
        columns={columns(procedure)}
        rows={[...procedure.versions].sort((one, other) => other.number - one.number)}
        rowKey={({ key }) => key}
      />
    </section>
  );
}
