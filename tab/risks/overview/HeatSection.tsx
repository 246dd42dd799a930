import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { OverviewView } from '../../../api/risks/contract.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { ViewAs } from '../../shared/ui/ViewAs.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { LevelSign } from '../parts/LevelTag.tsx';
import { registerPath } from '../parts/risk-paths.ts';
import { Radios } from '../parts/Radios.tsx';
import { stages, dimensions, kinds, views } from '../parts/risk-words.ts';
import { CellRisks } from './CellRisks.tsx';
import { HeatMap } from './HeatMap.tsx';
import { HeatTable } from './HeatTable.tsx';
import { movesTo, samePlace } from './heat-map.ts';
import type { Overview } from './useOverview.ts';
import { Check } from '../../shared/ui/Check.tsx';
import styles from './RiskOverviewPage.module.css';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NarrowCentre } from '../../shared/ui/NarrowCentre.tsx';
import narrowStyles from '../parts/RiskFilters.module.css';

/** The heat map with its controls and legend, and the risks of the selected cell. */
export function HeatSection({ overview, view }: { overview: Overview; view: OverviewView }) {
  const { stage, as, choose } = overview;
  return (
    <section className="section" aria-labelledby="heat-title">
      <div className="section-head">
        <h2 className="section-title" id="heat-title">
          {t('riskOverview.map.title')}
        </h2>
        <ViewAs as={as} onChange={(chosen) => choose({ as: chosen === 'table' ? 'table' : '' })} />
      </div>
      <OverviewFilters overview={overview} view={view} />
      {view.total === 0 && (
        <Notice tone="info" live actions={<Button onClick={overview.clear}>{t('riskOverview.empty.clear')}</Button>}>
          {t('riskOverview.register.none')}
        </Notice>
      )}
      {as === 'table' ? (
        <HeatTable view={view} carried={overview.carried} />
      ) : (
        <div className={styles.heatBoth}>
          <div className={`card ${styles.heatCard}`}>
            <div className={styles.heatTools}>
              <Radios
                label={t('riskOverview.map.stage')}
                value={stage}
                onChange={(chosen) => choose({ stage: chosen === 'current' ? '' : chosen, cell: '' })}
                options={stages.map((value) => ({ value, text: t(`risks.stage.${value}`) }))}
              />
              <Check checked={overview.moves} onChange={(event) => choose({ moves: event.target.checked ? '1' : '' })}>
                {t('riskOverview.map.moves')}
              </Check>
            </div>
            <HeatMap
              key={`${view.scale.consequence.length} ${view.scale.likelihood.length}`}
              view={view}
              stage={stage}
              arrows={overview.moves}
              chosen={overview.cell}
              onChoose={(place) => choose({ cell: samePlace(overview.cell, place) ? '' : place.join('.') })}
            />
            <MovesNote overview={overview} view={view} />
            <Legend overview={overview} view={view} />
          </div>
          <CellRisks overview={overview} view={view} />
        </div>
      )}
      {view.otherScale > 0 && (
        <p className="quiet">
          {t('riskOverview.otherScale', { count: view.otherScale })}{' '}
          <Link href={registerPath(overview.carried)}>{t('riskOverview.seeThem')}</Link>
        </p>
      )}
    </section>
  );
}

function MovesNote({ overview: { stage, moves }, view }: { overview: Overview; view: OverviewView }) {
  if (!moves) return null;
  const [from, to] = stage === 'target' ? (['current', 'target'] as const) : (['inherent', 'current'] as const);
  return (
    <p className="quiet" role="status">
      {t('riskOverview.map.movesFrom', { from: t(`risks.stage.${from}`), to: t(`risks.stage.${to}`) })}.{' '}
      {t(movesTo(view.moves, stage).length === 0 ? 'riskOverview.map.noMoves' : 'riskOverview.map.movesHint')}
    </p>
  );
}

/** The levels of the scale, worst first, each with its number of risks. */
function Legend({ overview, view }: { overview: Overview; view: OverviewView }) {
  return (
    <>
      <ul className={styles.heatLegend} aria-label={t('riskOverview.map.legend')}>
        {view.scale.levels
          .map((level, position) => ({ level, position, count: view.levels[position]?.[overview.stage] ?? 0 }))
          .reverse()
          .map(({ level, position, count }) => (
            <li key={level.word} title={level.description}>
              <LevelSign level={level} />
              <span>{level.word}</span>
              {overview.stage === 'current' && count > 0 ? (
                <Link
                  href={registerPath({ ...overview.carried, level: String(position) })}
                  aria-label={t('riskOverview.map.legendAll', { level: level.word, count })}
                >
                  {asNumber(count)}
                </Link>
              ) : (
                <span className={styles.heatLegendCount}>{asNumber(count)}</span>
              )}
            </li>
          ))}
      </ul>
      <p className="quiet">{t('riskOverview.map.dot')}</p>
      <p className="hidden" id="heat-keys">
        {t('riskOverview.map.keys')}
      </p>
      <p className="quiet">{t('risks.worst')}</p>
    </>
  );
}

/** Filters by owner and consequence. */
function OverviewFilters({ overview, view }: { overview: Overview; view: OverviewView }) {
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
        all={overview.centre.startsOwn ? t('riskOverview.filters.allSeen') : undefined}
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
