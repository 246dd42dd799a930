import type { UseQueryResult } from '@tanstack/react-query';
import type { ProceduresView } from '../../api/procedures/contract.ts';
import { DocumentList } from '../documents/parts/DocumentList.tsx';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Choices } from '../shared/ui/Choices.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { procedureColumns } from './procedure-columns.tsx';
import { stateChoices, useProceduresWorkbook, type ProcedureChoice } from './useProcedures.ts';

/** Everything readable by the reader, with search and filters in the address. */
export function ProcedureList(props: {
  all: ProceduresView;
  procedures: UseQueryResult<ProceduresView>;
  list: ProcedureChoice;
}) {
  const { all, procedures, list } = props;
  const { choice, choose } = list;
  const { makeProcedure, makeGuideline, seeCoverage } = all.abilities;
  const both = all.counts.procedures > 0 && all.counts.guidelines > 0;
  return (
    <DocumentList
      list={list}
      view={procedures}
      rows={(view) => view.procedures}
      columns={procedureColumns(all)}
      workbook={useProceduresWorkbook(list)}
      words={{
        title: t('procedures.title'),
        search: t('procedures.list.search'),
        nothing: t('procedures.list.nothing'),
      }}
      centres={all.centres.map(({ id, title }) => ({ value: id, text: title }))}
      states={stateChoices.map((state) => ({
        value: state,
        text: state === 'inForce' ? t('procedures.list.inForce') : t(`procedures.state.${state}`),
      }))}
      filters={({ centre, state }) => (
        <>
          {both && (
            <Choices
              label={t('common.word.show')}
              value={choice.kind ?? 'all'}
              onChange={(kind) => choose({ kind: kind === 'all' ? '' : kind })}
              options={[
                { value: 'all', text: t('common.word.all') },
                { value: 'procedure', text: t('procedures.list.procedures') },
                { value: 'guideline', text: t('procedures.list.guidelines') },
              ]}
            />
          )}
          {centre}
          <Narrow
            label={t('common.word.area')}
            all={t('procedures.list.allAreas')}
            value={choice.area}
            options={all.areas.map(({ key, title }) => ({ value: key, text: title }))}
            onChange={(area) => choose({ area })}
          />
          {(makeProcedure || makeGuideline || seeCoverage) && state}
        </>
      )}
    />
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
