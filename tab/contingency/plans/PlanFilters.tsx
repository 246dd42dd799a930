import { t } from '../../shared/texts/texts.ts';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { planKinds, shownStates, testStatuses } from './plan-states.ts';
import type { Choose, PlanChoice, PlansView } from './usePlans.ts';

/** The API's limit. */
const longestSearch = 100;

/** Search and filters, with the number of rows. */
export function PlanFilters(props: { all: PlansView; found: number | undefined; choice: PlanChoice; choose: Choose }) {
  const { all, found, choice, choose } = props;
  const centres = all.centres.map(({ id, title }) => ({ value: id, text: title }));
  const own = all.mine.length > 0 ? [{ value: 'mine', text: t('common.word.myCentres') }] : [];
  return (
    <div className="filters">
      <SearchField
        label={t('contingencyPlans.list.search')}
        value={choice.q}
        onSearch={(q) => choose({ q: q.slice(0, longestSearch) })}
      />
      {centres.length > 1 && (
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={choice.centreId}
          options={[...own, ...centres]}
          onChange={(centre) => choose({ centre })}
        />
      )}
      <Narrow
        label={t('common.word.kind')}
        all={t('common.word.allKinds')}
        value={choice.kind}
        options={planKinds.map((kind) => ({ value: kind, text: t(`contingency.planKind.${kind}`) }))}
        onChange={(kind) => choose({ kind })}
      />
      <Narrow
        label={t('common.word.status')}
        all={t('common.word.allStatuses')}
        value={choice.state}
        options={shownStates.map((state) => ({ value: state, text: t(`contingencyPlans.state.${state}`) }))}
        onChange={(state) => choose({ state })}
      />
      <Narrow
        label={t('contingencyPlans.sheet.column.testing')}
        all={t('contingencyPlans.list.allTesting')}
        value={choice.testing}
        options={testStatuses.map((status) => ({
          value: status,
          text: t(`contingency.testStanding.${status}`),
        }))}
        onChange={(testing) => choose({ testing })}
      />
      <span className="quiet" role="status">
        {found !== undefined && t('common.table.found', { count: found })}
      </span>
    </div>
  );
}
