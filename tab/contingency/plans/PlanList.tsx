import type { UseQueryResult } from '@tanstack/react-query';
import { DocumentList, shownStates } from '../../documents/parts/DocumentList.tsx';
import { t } from '../../shared/texts/texts.ts';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { planColumns } from './plan-columns.tsx';
import { planKinds, testStatuses } from './plan-states.ts';
import { usePlansWorkbook, type PlanChoice, type PlansView } from './usePlans.ts';

/** The plans readable by the reader, with search and filters in the address. */
export function PlanList(props: { all: PlansView; plans: UseQueryResult<PlansView>; list: PlanChoice }) {
  const { all, plans, list } = props;
  const { choice, choose } = list;
  const centres = all.centres.map(({ id, title }) => ({ value: id, text: title }));
  const own = all.mine.length > 0 ? [{ value: 'mine', text: t('common.word.myCentres') }] : [];
  return (
    <DocumentList
      list={list}
      view={plans}
      rows={(view) => view.plans}
      columns={planColumns()}
      workbook={usePlansWorkbook(list)}
      words={{
        title: t('contingencyPlans.title'),
        search: t('contingencyPlans.list.search'),
        nothing: t('contingencyPlans.list.nothing'),
      }}
      centres={centres.length > 1 ? [...own, ...centres] : []}
      states={shownStates.map((state) => ({ value: state, text: t(`contingencyPlans.state.${state}`) }))}
      filters={({ centre, state }) => (
        <>
          {centre}
          <Narrow
            label={t('common.word.kind')}
            all={t('common.word.allKinds')}
            value={choice.kind}
            options={planKinds.map((kind) => ({ value: kind, text: t(`contingency.planKind.${kind}`) }))}
            onChange={(kind) => choose({ kind })}
          />
          {state}
          <Narrow
            label={t('contingencyPlans.sheet.column.testing')}
            all={t('contingencyPlans.list.allTesting')}
            value={choice.testing}
            options={testStatuses.map((status) => ({ value: status, text: t(`contingency.testStanding.${status}`) }))}
            onChange={(testing) => choose({ testing })}
          />
        </>
      )}
    />
  );
}
