import { CoverageList } from '../../documents/parts/CoverageList.tsx';
import { t } from '../../shared/texts/texts.ts';
import type { Column } from '../../shared/ui/DataTable.tsx';
import { PlaceAct } from './CoverageCards.tsx';
import { coverageStates } from './plan-states.ts';
import { PlanStateTag } from './PlanTags.tsx';
import { isLacking, type Coverage, type Place } from './useCoverage.ts';

const columns = (): Column<Place>[] => [
  { key: 'system', title: t('common.word.system'), cell: ({ system }) => system.asset.title },
  { key: 'centre', title: t('common.word.centre'), cell: ({ title }) => title },
  {
    key: 'state',
    title: t('common.word.status'),
    cell: ({ state, shared }) => (
      <div>
        <PlanStateTag state={state} text={t(`contingency.coverage.${state}`)} />
        {shared && <p className="quiet">{t('contingencyPlans.coverage.shared')}</p>}
      </div>
    ),
  },
  { key: 'act', title: t('common.word.nextStep'), cell: (place) => <PlaceAct place={place} /> },
];

/** Used there, without a plan in force, lacking anything. */
const lacking = 'lacking';
const choices = [lacking, ...coverageStates] as const;

/** The matrix as a table, a row a cell; centres that do not use a system only on request. */
export function CoverageTable(props: {
  coverage: Coverage;
  state: string | undefined;
  centreId: string | undefined;
  onChoose: (change: { state?: string; centre?: string }) => void;
}) {
  const { coverage, centreId, onChoose } = props;
  const state = choices.find((known) => known === props.state);
  const rows = coverage.rows
    .flatMap(({ places }) => places)
    .filter((place) => (centreId === undefined || place.key === centreId) && isOf(place, state));
  return (
    <CoverageList
      words={{
        caption: t('contingencyPlans.coverage.matrix'),
        state: t('contingencyPlans.list.narrowTo'),
        allStates: t('common.word.allStatuses'),
        allCentres: t('common.word.allCentres'),
        nothing: t('contingencyPlans.list.nothing'),
      }}
      states={choices.map((known) => ({
        value: known,
        text: known === lacking ? t('contingencyPlans.coverage.lacking') : t(`contingency.coverage.${known}`),
      }))}
      state={state}
      centres={coverage.columns.map(({ key, title }) => ({ value: key, text: title }))}
      centreId={centreId}
      onChoose={onChoose}
      columns={columns()}
      rows={rows}
      rowKey={({ system, key }) => `${system.asset.key} ${key}`}
    />
  );
}

function isOf(place: Place, state: (typeof choices)[number] | undefined): boolean {
  if (state === undefined) return place.state !== 'notUsed';
  return state === lacking ? isLacking(place) : place.state === state;
}
