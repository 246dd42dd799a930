import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { ProcedureRow, ProceduresView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { procedureColumns } from './procedure-columns.tsx';
import { ProcedureFilters } from './ProcedureFilters.tsx';
import { pageSize, useProceduresWorkbook, type Choose, type ProcedureChoice } from './useProcedures.ts';

/** Everything the reader may read, to search and narrow; the address keeps what is chosen. */
export function ProcedureList(props: { view: ProceduresView; choice: ProcedureChoice; choose: Choose; busy: boolean }) {
  const { view, choice, choose } = props;
  const { q, kind, centreId, area, state, sort, descending, offset } = choice;
  const narrowed = q !== '' || [kind, centreId, area, state].some((part) => part !== undefined);
  if (view.total === 0 && !narrowed) return <Nothing view={view} />;
  return (
    <section className="section" aria-labelledby="library">
      <div className="section-head">
        <h2 className="section-title" id="library">
          {t('procedures.title')}
        </h2>
        <Workbook choice={choice} />
      </div>
      <ProcedureFilters view={view} choice={choice} choose={choose} />
      {view.total === 0 ? (
        <Blank
          title={t('procedures.list.nothing')}
          actions={
            <Button onClick={() => choose({ q: '', kind: '', centre: '', area: '', state: '' })}>
              {t('common.table.clear')}
            </Button>
          }
        >
          <p>{t('procedures.list.nothingText')}</p>
        </Blank>
      ) : (
        <>
          <DataTable<ProcedureRow, ProcedureChoice['sort']>
            caption={t('procedures.title')}
            columns={procedureColumns(view)}
            rows={view.procedures}
            rowKey={(row) => row.key}
            sorted={{ by: sort, descending }}
            onSort={(by) => choose({ sort: by, down: by === sort && !descending ? 'yes' : '' })}
            busy={props.busy}
          />
          <Pages offset={offset} limit={pageSize} total={view.total} onMove={(to) => choose({ offset: String(to) })} />
        </>
      )}
    </section>
  );
}

function Nothing({ view: { abilities } }: { view: ProceduresView }) {
  const writes = abilities.makeProcedure || abilities.makeGuideline;
  return (
    <Blank
      title={t('procedures.list.empty.title')}
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
    >
      <p>{writes ? t('procedures.list.empty.write') : t('procedures.list.empty.read')}</p>
    </Blank>
  );
}

function Workbook({ choice }: { choice: ProcedureChoice }) {
  const workbook = useProceduresWorkbook(choice);
  return (
    <>
      <ActButton
        icon={<ArrowDownloadRegular />}
        busy={workbook.isPending}
        busyText={t('procedures.list.downloading')}
        onClick={() => workbook.mutate()}
      >
        {t('procedures.list.download')}
      </ActButton>
      <ActFailed error={workbook.error} />
    </>
  );
}
