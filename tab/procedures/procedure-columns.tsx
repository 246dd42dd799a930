import { Link } from 'wouter';
import type { ProcedureRow, ProceduresView } from '../../api/procedures/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import type { Column } from '../shared/ui/DataTable.tsx';
import { linkText } from './procedure-values.ts';
import { StateTag } from './StateTag.tsx';
import { pathOf, type ProcedureSort } from './useProcedures.ts';
import styles from './Procedures.module.css';

/** The columns of the library; the state is for writers and followers-up, others see what applies. */
export function procedureColumns({ abilities, centres }: ProceduresView): Column<ProcedureRow, ProcedureSort>[] {
  const follows = abilities.makeProcedure || abilities.makeGuideline || abilities.seeCoverage;
  const state: Column<ProcedureRow, ProcedureSort> = {
    key: 'state',
    title: t('common.word.status'),
    sort: 'state',
    cell: (row) => <State row={row} />,
  };
  const validFrom: Column<ProcedureRow, ProcedureSort> = {
    key: 'validFrom',
    title: t('common.word.inForceFrom'),
    sort: 'validFrom',
    short: true,
    cell: ({ validFrom: day }) => (day ? asDate(day) : ''),
  };
  const reviewOn: Column<ProcedureRow, ProcedureSort> = {
    key: 'reviewOn',
    title: t('procedures.list.reviewOn'),
    sort: 'reviewOn',
    short: true,
    cell: ({ reviewOn: day }) => (day ? asDate(day) : ''),
  };
  return [
    {
      key: 'title',
      title: t('procedures.list.name'),
      sort: 'title',
      cell: (row) => <Name row={row} />,
    },
    { key: 'area', title: t('common.word.area'), sort: 'area', cell: ({ area }) => area.title },
    {
      key: 'centre',
      title: t('common.word.centre'),
      ...(centres.length > 1 ? { sort: 'centre' as const } : {}),
      cell: ({ centre }) => centre?.title ?? t('common.word.wholeMunicipality'),
    },
    ...(follows ? [state, reviewOn] : [validFrom]),
  ];
}

function Name({ row }: { row: ProcedureRow }) {
  const { title, found, guideline, file, acknowledge } = row;
  return (
    <div>
      <p className={styles.procedureName}>
        <Link href={pathOf(row)}>{title}</Link>
        {acknowledge && (
          <span className={acknowledge === 'due' ? 'tag tag-strong' : 'tag'}>
            {t(`procedures.list.acknowledge.${acknowledge}`)}
          </span>
        )}
      </p>
      {found && <p className={styles.procedureFound}>{found}</p>}
      {guideline && <p className="quiet">{t('procedures.list.carriesOut', { guideline: linkText(guideline) })}</p>}
      {file && <p className="quiet">{t('procedures.list.hasFile', { name: file.name })}</p>}
    </div>
  );
}

function State({ row: { state, coming } }: { row: ProcedureRow }) {
  return (
    <div>
      <StateTag state={state} />
      {coming && <p className="quiet">{t(`procedures.list.coming.${coming}`)}</p>}
    </div>
  );
}
