import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ContingencyOverview, VitalRow } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActButton } from '../../shared/ui/ActButton.tsx';
import { DataTable } from '../../shared/ui/DataTable.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { Pages } from '../../shared/ui/Pages.tsx';
import { pageSize, type Overview } from './useContingencyOverview.ts';
import { vitalColumns } from './vital-columns.tsx';
import { coverages, gapChoices, gapText, rungText, testings, testingText, type Sort } from './words.ts';
import styles from './ContingencyOverviewPage.module.css';

/** Gaps with their counts; and the vital systems, gaps first, each with its next step. */
export function VitalSection({ overview, view }: { overview: Overview; view: ContingencyOverview }) {
  const { choice, choose, excel } = overview;
  const section = useRef<HTMLElement>(null);
  const { gap, testing, rung } = choice;
  const narrowed = `${gap} ${testing} ${rung}`;
  // A pressed number above the picture leads to its rows, which may be off screen.
  useEffect(() => {
    if (location.hash === '#vital') section.current?.scrollIntoView({ block: 'start' });
  }, [narrowed]);
  return (
    <section className="section" aria-labelledby="vital-title" id="vital" ref={section}>
      <GapCounts overview={overview} view={view} />
      <h2 className="section-title" id="vital-title">
        {t('contingencyOverview.sheet.name')}
      </h2>
      <TableFilters overview={overview} view={view} />
      <div className="card-row">
        <span className="quiet" role="status">
          {t('common.table.found', { count: view.counts.total })}
        </span>
        <ActButton
          icon={<ArrowDownloadRegular />}
          busy={excel.busy}
          busyText={t('common.word.downloading')}
          onClick={excel.start}
        >
          {t('common.word.excel')}
        </ActButton>
      </div>
      <ActFailed error={excel.error} />
      {view.rows.length === 0 ? (
        <div className="filters">
          <p>{t('contingencyOverview.empty.filtered')}</p>
          <Button onClick={overview.clear}>{t('common.word.showAll')}</Button>
        </div>
      ) : (
        <DataTable<VitalRow, Sort>
          caption={t('contingencyOverview.table.caption')}
          columns={vitalColumns()}
          rows={view.rows}
          rowKey={({ asset }) => asset.key}
          sorted={{ by: choice.sort, descending: choice.descending }}
          onSort={overview.sortBy}
          busy={overview.answer.isPlaceholderData}
        />
      )}
      <Pages
        offset={choice.offset}
        limit={pageSize}
        total={view.counts.total}
        onMove={(offset) => choose({ offset: String(offset) })}
      />
    </section>
  );
}

/** Each gap with its count; the number links to its rows. */
function GapCounts({ overview, view }: { overview: Overview; view: ContingencyOverview }) {
  if (view.gaps.length === 0) return null;
  return (
    <div className={`card ${styles.gapCounts}`}>
      <h2 className="card-title">{t('contingencyOverview.gapsTitle')}</h2>
      <ul>
        {view.gaps.map(({ gap, count }) => (
          <li key={gap}>
            <Link href={overview.linkTo({ gap })} aria-current={overview.choice.gap === gap ? 'true' : undefined}>
              <span className={styles.gapCount}>{count}</span> {t(`contingency.gap.${gap}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TableFilters({ overview: { choice, choose }, view }: { overview: Overview; view: ContingencyOverview }) {
  return (
    <div
      className={`filters ${styles.contingencyFilters}`}
      role="group"
      aria-label={t('contingencyOverview.sheet.name')}
    >
      <Narrow
        label={t('contingencyOverview.sheet.gap')}
        all={t('contingencyOverview.filters.allGaps')}
        value={choice.gap}
        options={gapChoices.map((value) => ({ value, text: gapText(value) }))}
        onChange={(gap) => choose({ gap })}
      />
      <Narrow
        label={t('contingencyOverview.sheet.plan')}
        all={t('contingencyOverview.filters.allPlans')}
        value={choice.plan}
        options={coverages.map((value) => ({ value, text: t(`contingency.coverage.${value}`) }))}
        onChange={(plan) => choose({ plan })}
      />
      <Narrow
        label={t('contingencyOverview.sheet.testing')}
        all={t('contingencyOverview.filters.allTesting')}
        value={choice.testing}
        options={testings.map((value) => ({ value, text: testingText(value) }))}
        onChange={(testing) => choose({ testing })}
      />
      <Narrow
        label={t('contingencyOverview.filters.rung')}
        all={t('contingencyOverview.filters.allRungs')}
        value={choice.rung}
        options={view.ladder.map((rung) => ({ value: rung.rung, text: rungText(rung) }))}
        onChange={(rung) => choose({ rung })}
      />
    </div>
  );
}
