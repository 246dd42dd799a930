import type { ProceduresView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { shownStates, type Choose, type ProcedureChoice } from './useProcedures.ts';

/** The API's limit. */
const longestSearch = 100;

/** Search and filters, with the number of rows. */
export function ProcedureFilters(props: {
  all: ProceduresView;
  found: number | undefined;
  choice: ProcedureChoice;
  choose: Choose;
}) {
  const { all, found, choice, choose } = props;
  const { makeProcedure, makeGuideline, seeCoverage } = all.abilities;
  const both = all.counts.procedures > 0 && all.counts.guidelines > 0;
  return (
    <div className="filters">
      <SearchField
        label={t('procedures.list.search')}
        value={choice.q}
        onSearch={(q) => choose({ q: q.slice(0, longestSearch) })}
      />
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
      {all.centres.length > 1 && (
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={choice.centreId}
          options={all.centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(centre) => choose({ centre })}
        />
      )}
      <Narrow
        label={t('common.word.area')}
        all={t('procedures.list.allAreas')}
        value={choice.area}
        options={all.areas.map(({ key, title }) => ({ value: key, text: title }))}
        onChange={(area) => choose({ area })}
      />
      {(makeProcedure || makeGuideline || seeCoverage) && (
        <Narrow
          label={t('common.word.status')}
          all={t('common.word.allStatuses')}
          value={choice.state}
          options={shownStates.map((state) => ({ value: state, text: t(`procedures.state.${state}`) }))}
          onChange={(state) => choose({ state })}
        />
      )}
      <span className="quiet" role="status">
        {found !== undefined && t('common.table.found', { count: found })}
      </span>
    </div>
  );
}
