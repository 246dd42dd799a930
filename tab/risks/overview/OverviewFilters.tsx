import type { OverviewView } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NarrowCentre } from '../parts/NarrowCentre.tsx';
import { dimensions, kinds, views } from '../parts/risk-words.ts';
import type { Overview } from './useOverview.ts';
import narrowStyles from '../parts/NarrowCentre.module.css';

/** Filters by owner and consequence. */
export function OverviewFilters({ overview, view }: { overview: Overview; view: OverviewView }) {
  const { choose } = overview;
  return (
    <div
      className={`filters ${narrowStyles.riskFilters}`}
      data-part="risk-filters"
      role="group"
      aria-label={t('riskOverview.filters.label')}
    >
      <NarrowCentre
        value={overview.centre.value}
        centres={view.centres}
        mine={view.mine}
        seesPart={overview.centre.startsOwn}
        onChange={(centreId) => choose({ centreId, cell: '' })}
      />
      <Narrow
        label={t('riskOverview.filters.view')}
        all={t('riskOverview.filters.worstView')}
        value={overview.view}
        options={views.map((value) => ({ value, text: t(`risks.view.${value}`) }))}
        onChange={(chosen) => choose({ view: chosen, cell: '' })}
      />
      <Narrow
        label={t('riskOverview.filters.dimension')}
        all={t('riskOverview.filters.allDimensions')}
        value={overview.dimension}
        options={dimensions.map((value) => ({ value, text: t(`risks.dimension.${value}`) }))}
        onChange={(dimension) => choose({ dimension, cell: '' })}
      />
      <Narrow
        label={t('riskOverview.filters.kind')}
        all={t('riskOverview.filters.allKinds')}
        value={overview.kind}
        options={kinds.map((value) => ({ value, text: t(`risks.kind.${value}`) }))}
        onChange={(kind) => choose({ kind, cell: '' })}
      />
      <Narrow
        label={t('riskOverview.register.column.owner')}
        all={t('riskOverview.filters.allOwners')}
        value={overview.ownerId}
        options={view.owners.map(({ id, name, centre }) => ({
          value: id,
          text: centre ? `${name}, ${centre}` : name,
        }))}
        onChange={(ownerId) => choose({ ownerId, cell: '' })}
      />
    </div>
  );
}
