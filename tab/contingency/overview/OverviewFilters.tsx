import type { ContingencyOverview } from '../../../api/contingency/contract.ts';
import { allCentres, ownCentres } from '../../risks/parts/useCentreChoice.ts';
import { t } from '../../shared/texts/texts.ts';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import type { Overview } from './useContingencyOverview.ts';
import { kinds } from './words.ts';
import styles from './ContingencyOverviewPage.module.css';

/** Filters of the whole page; the table's own are beside it. */
export function OverviewFilters({ overview, view }: { overview: Overview; view: ContingencyOverview }) {
  const { choice, choose, centre } = overview;
  const own = new Set(view.mine);
  const centres = [...view.centres].sort((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)));
  return (
    <div
      className={`filters ${styles.contingencyFilters}`}
      role="group"
      aria-label={t('contingencyOverview.filters.label')}
    >
      <SearchField
        label={t('contingencyOverview.filters.search')}
        value={choice.q}
        onSearch={(q) => choose({ q, item: '' })}
      />
      <Narrow
        label={t('common.word.centre')}
        all={t('common.word.allCentres')}
        value={centre.centreId}
        options={[
          ...(view.mine.length > 0 || centre.centreId === ownCentres
            ? [{ value: ownCentres as string, text: t('contingencyOverview.filters.mine') }]
            : []),
          ...centres.map(({ id, title }) => ({ value: id, text: title })),
        ]}
        onChange={(centreId) => choose({ centreId: centreId === '' ? allCentres : centreId, item: '' })}
      />
      <Narrow
        label={t('common.word.kind')}
        all={t('contingencyOverview.filters.allKinds')}
        value={choice.kind}
        options={kinds.map((value) => ({ value, text: t(`risks.kind.${value}`) }))}
        onChange={(kind) => choose({ kind, item: '' })}
      />
    </div>
  );
}
