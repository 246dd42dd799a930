import type { ApiAnswer } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { NarrowCentre } from '../../shared/ui/NarrowCentre.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import type { Services } from './useServices.ts';
import { audiences, gaps } from './words.ts';
import styles from './Services.module.css';

type View = ApiAnswer<'GET /api/critical-services'>;

/** Search and filters. */
export function ServiceFilters({ list: { choice, choose }, view }: { list: Services; view: View }) {
  return (
    <div className={styles.serviceFilters}>
      <div className="filters">
        <SearchField label={t('criticalServices.filter.search')} value={choice.q} onSearch={(q) => choose({ q })} />
        <Choices
          label={t('common.word.show')}
          value={choice.state ?? 'inUse'}
          onChange={(state) => choose({ state: state === 'retired' ? state : '' })}
          options={[
            { value: 'inUse', text: t('criticalServices.filter.inUse') },
            { value: 'retired', text: t('criticalServices.filter.retired') },
          ]}
        />
      </div>
      <div className={`filters ${styles.serviceSelects}`}>
        <NarrowCentre
          value={choice.centre}
          centres={view.centres}
          mine={view.mine}
          onChange={(centreId) => choose({ centreId })}
        />
        <Narrow
          label={t('criticalServices.field.audience')}
          all={t('criticalServices.filter.allAudiences')}
          value={choice.audience}
          options={audiences.map((value) => ({ value, text: t(`contingency.audience.${value}`) }))}
          onChange={(audience) => choose({ audience })}
        />
        <Narrow
          label={t('criticalServices.workbook.column.gaps')}
          all={t('criticalServices.filter.allGaps')}
          value={choice.gap}
          options={[
            { value: 'any' as const, text: t('criticalServices.filter.anyGap') },
            ...gaps.map((value) => ({ value, text: t(`contingency.gap.${value}`) })),
          ]}
          onChange={(gap) => choose({ gap })}
        />
        <Narrow
          label={t('criticalServices.filter.acceptance')}
          all={t('criticalServices.filter.allAcceptances')}
          value={choice.acceptance}
          options={[{ value: 'accepted' as const, text: t('criticalServices.acceptance.state.accepted') }]}
          onChange={(acceptance) => choose({ acceptance })}
        />
      </div>
    </div>
  );
}
