import { Select } from '@fluentui/react-components';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import { Narrow } from '../../shared/ui/Narrow.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import type { Services } from './useServices.ts';
import { audiences, gaps } from './words.ts';
import styles from './Services.module.css';

type View = ApiAnswer<'GET /api/critical-services'>;

/** Search and filters. */
export function ServiceFilters({ list: { choice, choose }, view }: { list: Services; view: View }) {
  const isOwn = (id: string) => view.mine.includes(id);
  const ordered = [...view.centres].sort((one, other) => Number(isOwn(other.id)) - Number(isOwn(one.id)));
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
        <Select
          aria-label={t('common.word.centre')}
          value={choice.centre}
          onChange={(_, data) => choose({ centreId: data.value })}
        >
          {(view.mine.length > 0 || choice.centre === 'mine') && (
            <option value="mine">{t('common.word.myCentres')}</option>
          )}
          <option value="all">{t('common.word.allCentres')}</option>
          {ordered.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
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
