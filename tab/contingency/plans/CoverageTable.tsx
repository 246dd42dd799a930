import { t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { NothingFound } from '../../shared/ui/NothingFound.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
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
  { key: 'act', title: t('contingencyPlans.coverage.act'), cell: (place) => <PlaceAct place={place} /> },
];

/** Used there, and without a plan in force, whatever it lacks. */
const lacking = 'lacking';
const choices = [lacking, ...coverageStates] as const;

/** The same as the matrix, a row a cell; centres that do not use a system come only when they are asked for. */
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
    <>
      <div className="filters">
        <Narrow
          label={t('contingencyPlans.coverage.narrowTo')}
          all={t('contingencyPlans.list.allStates')}
          value={state}
          options={choices.map((known) => ({
            value: known,
            text: known === lacking ? t('contingencyPlans.coverage.lacking') : t(`contingency.coverage.${known}`),
          }))}
          onChange={(chosen) => onChoose({ state: chosen })}
        />
        <Narrow
          label={t('common.word.centre')}
          all={t('contingencyPlans.list.allCentres')}
          value={centreId}
          options={coverage.columns.map(({ key, title }) => ({ value: key, text: title }))}
          onChange={(chosen) => onChoose({ centre: chosen })}
        />
        <span className="quiet" role="status">
          {t('common.table.found', { count: rows.length })}
        </span>
      </div>
      {rows.length === 0 ? (
        <NothingFound title={t('contingencyPlans.list.nothing')} onClear={() => onChoose({ state: '', centre: '' })} />
      ) : (
        <DataTable
          caption={t('contingencyPlans.coverage.matrix')}
          columns={columns()}
          rows={rows}
          rowKey={({ system, key }) => `${system.asset.key} ${key}`}
        />
      )}
    </>
  );
}

function isOf(place: Place, state: (typeof choices)[number] | undefined): boolean {
  if (state === undefined) return place.state !== 'notUsed';
  return state === lacking ? isLacking(place) : place.state === state;
}
