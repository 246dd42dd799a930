import type { UseQueryResult } from '@tanstack/react-query';
import type { ProcedureRow, ProceduresView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DownloadButton } from '../shared/ui/DownloadButton.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { NothingFound } from '../shared/ui/NothingFound.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { procedureColumns } from './procedure-columns.tsx';
import { ProcedureFilters } from './ProcedureFilters.tsx';
import { pageSize, useProceduresWorkbook, type Choose, type ProcedureChoice } from './useProcedures.ts';

/** Everything readable by the reader, with search and filters in the address. */
export function ProcedureList(props: {
  all: ProceduresView;
  procedures: UseQueryResult<ProceduresView>;
  choice: ProcedureChoice;
  choose: Choose;
}) {
  const { all, procedures, choice, choose } = props;
  const { sort, descending, offset } = choice;
  return (
    <section className="section" aria-labelledby="library">
      <div className="section-head">
        <h2 className="section-title" id="library">
          {t('procedures.title')}
        </h2>
        <Workbook choice={choice} />
      </div>
      <ProcedureFilters all={all} found={procedures.data?.total} choice={choice} choose={choose} />
      <Viewed part view={procedures} skeleton={<Skeleton rows={6} />}>
        {(view) =>
          view.total === 0 ? (
            <NothingFound
              title={t('procedures.list.nothing')}
              onClear={() => choose({ q: '', kind: '', centre: '', area: '', state: '' })}
            >
              <p>{t('common.word.nothingFound')}</p>
            </NothingFound>
          ) : (
            <>
              <DataTable<ProcedureRow, ProcedureChoice['sort']>
                caption={t('procedures.title')}
                columns={procedureColumns(all)}
                rows={view.procedures}
                rowKey={(row) => row.key}
                sorted={{ by: sort, descending }}
                onSort={(by) => choose({ sort: by, down: by === sort && !descending ? 'yes' : '' })}
                busy={procedures.isPlaceholderData}
              />
              <Pages
                offset={offset}
                limit={pageSize}
                total={view.total}
                onMove={(to) => choose({ offset: String(to) })}
              />
            </>
          )
        }
      </Viewed>
    </section>
  );
}

/** Empty: what will be here, and who creates it. */
export function NoProcedures({ view: { abilities } }: { view: ProceduresView }) {
  const writes = abilities.makeProcedure || abilities.makeGuideline;
  return (
    <Blank
      title={t('procedures.list.empty.title')}
      text={writes ? t('procedures.list.empty.write') : t('procedures.list.empty.read')}
      actions={
        <>
          {abilities.makeProcedure && (
            <ButtonLink to="/procedures/new" appearance="primary">
              {t('procedures.new.procedure')}
            </ButtonLink>
          )}
          {!abilities.makeProcedure && abilities.makeGuideline && (
            <ButtonLink to="/procedures/new?kind=guideline" appearance="primary">
              {t('procedures.new.guideline')}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

function Workbook({ choice }: { choice: ProcedureChoice }) {
  const workbook = useProceduresWorkbook(choice);
  return (
    <DownloadButton file={workbook} busyText={t('common.word.makingExcel')}>
      {t('common.word.excel')}
    </DownloadButton>
  );
}
